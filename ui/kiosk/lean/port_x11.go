//go:build unix && !darwin

package lean

/*
#cgo LDFLAGS: -lX11 -lXext
#include <stdlib.h>
#include <sys/ipc.h>
#include <sys/shm.h>
#include <sys/socket.h>
#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/extensions/XShm.h>

// kpiwallPort is a connection of its own to the X server, so that waiting for it
// takes nothing of what GLFW waits for.
typedef struct {
	Display *display;
	Window window;
	GC gc;
	Visual *visual;
	int depth;
	int local; // the server runs on this computer
	int bytes; // of a pixel
	XImage *image;
	XShmSegmentInfo segment;
	int shared; // the image is in the segment
} kpiwallPort;

static int refused;

static int noteRefusal(Display *display, XErrorEvent *event) { return refused = 1; }

static int pixelBytes(Display *display, int depth) {
	int count, bytes = 0;
	XPixmapFormatValues *formats = XListPixmapFormats(display, &count);
	for (int i = 0; formats && i < count; i++)
		if (formats[i].depth == depth)
			bytes = formats[i].bits_per_pixel / 8;
	XFree(formats);
	return bytes;
}

static kpiwallPort *openPort(Window window) {
	XWindowAttributes a;
	Display *display = XOpenDisplay(NULL);
	if (!display)
		return NULL;
	if (!XGetWindowAttributes(display, window, &a)) {
		XCloseDisplay(display);
		return NULL;
	}
	struct sockaddr peer;
	socklen_t size = sizeof peer;
	kpiwallPort *p = calloc(1, sizeof *p);
	p->display = display;
	p->window = window;
	p->gc = XCreateGC(display, window, 0, NULL);
	p->visual = a.visual;
	p->depth = a.depth;
	p->bytes = pixelBytes(display, a.depth);
	p->local = getpeername(ConnectionNumber(display), &peer, &size) == 0 && peer.sa_family == AF_UNIX;
	return p;
}

static int isTrueColor(kpiwallPort *p) { return p->visual->class == TrueColor; }

static void dropImage(kpiwallPort *p) {
	if (!p->image)
		return;
	if (p->shared) {
		XShmDetach(p->display, &p->segment);
		XSync(p->display, True);
		p->image->data = NULL;
		shmdt(p->segment.shmaddr);
	}
	XDestroyImage(p->image);
	p->image = NULL;
	p->shared = 0;
}

// shareImage makes an image in memory that the server shares; without one at the end
// that cannot be had.
static void shareImage(kpiwallPort *p, int width, int height) {
	if (!p->local || !XShmQueryExtension(p->display))
		return;
	XImage *image = XShmCreateImage(p->display, p->visual, p->depth, ZPixmap, NULL, &p->segment, width, height);
	if (!image)
		return;
	p->segment.shmid = shmget(IPC_PRIVATE, (size_t)image->bytes_per_line * height, IPC_CREAT | 0600);
	p->segment.shmaddr = p->segment.shmid < 0 ? (char *)-1 : shmat(p->segment.shmid, NULL, 0);
	int got = p->segment.shmaddr != (char *)-1;
	if (got) {
		p->segment.readOnly = True;
		refused = 0;
		XErrorHandler before = XSetErrorHandler(noteRefusal);
		XShmAttach(p->display, &p->segment);
		XSync(p->display, True);
		XSetErrorHandler(before);
		got = !refused;
		if (!got)
			shmdt(p->segment.shmaddr);
	}
	if (p->segment.shmid >= 0)
		shmctl(p->segment.shmid, IPC_RMID, NULL); // it goes when both have let it go, also after a crash
	if (!got) {
		XDestroyImage(image);
		return;
	}
	image->data = p->segment.shmaddr;
	p->image = image;
	p->shared = 1;
}

// sizeImage makes an image of a size, and reports whether there is one.
static int sizeImage(kpiwallPort *p, int width, int height) {
	dropImage(p);
	shareImage(p, width, height);
	if (p->image)
		return 1;
	XImage *image = XCreateImage(p->display, p->visual, p->depth, ZPixmap, 0, NULL, width, height, 32, 0);
	if (!image)
		return 0;
	image->byte_order = LSBFirst; // Xlib turns it round where the server wants it otherwise
	image->data = calloc(height, image->bytes_per_line);
	if (!image->data) {
		XDestroyImage(image);
		return 0;
	}
	p->image = image;
	return 1;
}

static void putImage(kpiwallPort *p, int x, int y, int width, int height) {
	if (p->shared)
		XShmPutImage(p->display, p->window, p->gc, p->image, x, y, x, y, width, height, False);
	else
		XPutImage(p->display, p->window, p->gc, p->image, x, y, x, y, width, height);
}

static void closePort(kpiwallPort *p) {
	dropImage(p);
	XCloseDisplay(p->display);
	free(p);
}
*/
import "C"

import (
	"image"
	"unsafe"

	"github.com/go-gl/glfw/v3.4/glfw"

	"kpiwall/data/finding"
)

// port is where the X server takes the window's picture from.
type port struct {
	c       *C.kpiwallPort
	convert *converter
	size    image.Point
	put     bool // something was put since the server was waited for
}

// openPort opens the port of a window.
func openPort(w *glfw.Window) (*port, error) {
	c := C.openPort(C.Window(w.GetX11Window()))
	if c == nil {
		return nil, finding.New("kiosk.no_lean", nil)
	}
	f := format{uint32(c.visual.red_mask), uint32(c.visual.green_mask), uint32(c.visual.blue_mask), int(c.bytes)}
	if C.isTrueColor(c) == 0 || !f.served() {
		depth := int(c.depth)
		C.closePort(c)
		return nil, finding.New("kiosk.visual", finding.Args{"Depth": depth})
	}
	return &port{c: c, convert: newConverter(f)}, nil
}

// show puts on the screen what has changed in a frame, or all of it.
func (p *port) show(frame *image.RGBA, changed []image.Rectangle, whole bool) error {
	if size := frame.Rect.Size(); size != p.size {
		if C.sizeImage(p.c, C.int(size.X), C.int(size.Y)) == 0 {
			p.size = image.Point{}
			return finding.New("kiosk.no_memory", finding.Args{"Width": size.X, "Height": size.Y})
		}
		p.size, p.put, whole = size, false, true
	}
	if whole {
		changed = []image.Rectangle{frame.Rect}
	}
	if p.put { // the server may still read what would be written now
		C.XSync(p.c.display, C.True)
	}
	stride := int(p.c.image.bytes_per_line)
	data := unsafe.Slice((*byte)(unsafe.Pointer(p.c.image.data)), stride*p.size.Y)
	for _, r := range changed {
		p.convert.write(data, stride, frame, r)
	}
	for _, r := range changed {
		C.putImage(p.c, C.int(r.Min.X), C.int(r.Min.Y), C.int(r.Dx()), C.int(r.Dy()))
	}
	C.XFlush(p.c.display)
	p.put = true
	return nil
}

// close gives the memory back.
func (p *port) close() { C.closePort(p.c) }
