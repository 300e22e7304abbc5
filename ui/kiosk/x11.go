//go:build unix && !darwin

package kiosk

/*
#cgo LDFLAGS: -lX11
#include <X11/Xlib.h>
#include <X11/Xatom.h>

extern int kpiwallDisplayGone(Display *display);
extern int kpiwallRefused(Display *display, XErrorEvent *event);

static int kpiwallQuiet(Display *display, XErrorEvent *event) { return 0; }

// windowAt returns the window that a window's property names, or None.
static Window windowAt(Display *display, Window window, Atom property) {
	Atom type;
	int format;
	unsigned long count, left;
	unsigned char *data = NULL;
	Window found = None;
	if (XGetWindowProperty(display, window, property, 0, 1, False, XA_WINDOW, &type, &format, &count, &left, &data) == Success && count > 0)
		found = *(Window *)data;
	if (data)
		XFree(data);
	return found;
}

static Display *prepareDisplay(void) {
	Display *display = XOpenDisplay(NULL);
	if (!display)
		return NULL;
	XSetIOErrorHandler(kpiwallDisplayGone);
	XSetErrorHandler(kpiwallRefused);
	Window root = DefaultRootWindow(display);
	Atom check = XInternAtom(display, "_NET_SUPPORTING_WM_CHECK", False);
	Window manager = windowAt(display, root, check);
	if (manager != None) {
		XErrorHandler before = XSetErrorHandler(kpiwallQuiet);
		if (windowAt(display, manager, check) == None)
			XDeleteProperty(display, root, check);
		XSync(display, False);
		XSetErrorHandler(before);
	}
	return display;
}

// keysGoNowhere reports whether no window that anybody can see has the keys.
static int keysGoNowhere(Display *display) {
	Window focus;
	int revert;
	XGetInputFocus(display, &focus, &revert);
	if (focus == None || focus == PointerRoot || focus == DefaultRootWindow(display))
		return 1;
	XWindowAttributes a;
	XErrorHandler before = XSetErrorHandler(kpiwallQuiet);
	int there = XGetWindowAttributes(display, focus, &a);
	XSync(display, False);
	XSetErrorHandler(before);
	return !there || a.map_state != IsViewable || a.x + a.width <= 0 || a.y + a.height <= 0;
}
*/
import "C"

import (
	"log"
	"sync/atomic"
	"unsafe"

	"github.com/go-gl/glfw/v3.4/glfw"
)

// displayGone is called when the X server has ended or dropped the wall; Xlib
// ends the process when it returns.
var displayGone atomic.Pointer[func()]

//export kpiwallDisplayGone
func kpiwallDisplayGone(*C.Display) C.int {
	if f := displayGone.Load(); f != nil {
		(*f)()
	}
	return 0
}

// kpiwallRefused takes the place of Xlib's own handler, which ends the process: what was
// asked of a monitor that was switched off meanwhile is refused, and asked again by
// [Kiosk.fill]. The numbers are those of the X protocol.
//
//export kpiwallRefused
func kpiwallRefused(_ *C.Display, e *C.XErrorEvent) C.int {
	log.Printf("the display refused request %d.%d with error %d", e.request_code, e.minor_code, e.error_code)
	return 0
}

// connect reports whether there is an X server, and has gone called when it
// goes away. It is to be disconnected once GLFW has a connection of its own: an
// X server that lost its only client starts anew, and would turn GLFW away.
//
// A window manager that was killed leaves its mark on the root window, and GLFW
// aborts the process when it finds one without a window manager. Nothing would
// take the mark away before the next window manager, so it is done here.
func connect(gone func()) (disconnect func(), ok bool) {
	displayGone.Store(&gone)
	display := C.prepareDisplay()
	return func() { C.XCloseDisplay(display) }, display != nil
}

// keysGoNowhere reports whether the keys go to no window that can be seen, such as that
// in which a window manager that started after the wall parks them.
func keysGoNowhere() bool {
	return C.keysGoNowhere((*C.Display)(unsafe.Pointer(glfw.GetX11Display()))) != 0
}
