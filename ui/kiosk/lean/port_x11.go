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
	int read; // the event by which the server tells that it has read the segment
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
	p->read = XShmGetEventBase(p->display) + ShmCompletion;
}

// plainImage makes an image in memory of our own.
static void plainImage(kpiwallPort *p, int width, int height) {
	XImage *image = XCreateImage(p->display, p->visual, p->depth, ZPixmap, 0, NULL, width, height, 32, 0);
	if (!image)
		return;
	image->byte_order = LSBFirst; // Xlib turns it round where the server wants it otherwise
	image->data = calloc(height, image->bytes_per_line);
	if (image->data)
		p->image = image;
	else
		XDestroyImage(image);
}

// sizeImage makes an image of a size in the place of the one before, which stays where
// there can be none.
static int sizeImage(kpiwallPort *p, int width, int height) {
	kpiwallPort before = *p;
	p->image = NULL;
	p->shared = 0;
	shareImage(p, width, height);
	if (!p->image)
		plainImage(p, width, height);
	if (!p->image) {
		*p = before;
		return 0;
	}
	dropImage(&before);
	return 1;
}

// putImage puts a part of the image on the screen. For the last of several parts the
// server is to tell that it has read them.
static void putImage(kpiwallPort *p, int x, int y, int width, int height, int last) {
	if (p->shared)
		XShmPutImage(p->display, p->window, p->gc, p->image, x, y, x, y, width, height, last);
	else
		XPutImage(p->display, p->window, p->gc, p->image, x, y, x, y, width, height);
}

// awaitRead returns when the server has read what was put. Mostly it has told so long
// ago; of what it refused it does not tell, and is asked.
static void awaitRead(kpiwallPort *p) {
	int told = !p->shared;
	while (XPending(p->display)) {
		XEvent e;
		XNextEvent(p->display, &e);
		told |= e.type == p->read;
	}
	if (!told)
		XSync(p->display, True);
}

// closePort leaves the image where it is: whoever painted into it may look at it again.
static void closePort(kpiwallPort *p) {
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
	painted *image.RGBA // by the picture; in nearly all cases the image itself
	direct  bool        // it is
	put     bool        // something was put that the server may not have read
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

// screen returns what a picture of a size is to be painted into, until the next call,
// and whether with red and blue swapped. Until then the server may read what is there,
// and is waited for.
func (p *port) screen(size image.Point) (painted *image.RGBA, swapped bool, err error) {
	if p.put {
		C.awaitRead(p.c)
		p.put = false
	}
	if p.painted != nil && p.painted.Rect.Size() == size {
		return p.painted, p.direct, nil
	}
	if C.sizeImage(p.c, C.int(size.X), C.int(size.Y)) == 0 {
		return nil, false, finding.New("kiosk.no_memory", finding.Args{"Width": size.X, "Height": size.Y})
	}
	bounds := image.Rectangle{Max: size}
	if p.direct = p.convert.format == usual && p.stride() == 4*size.X; p.direct {
		p.painted = &image.RGBA{Pix: p.pixels(size.Y), Stride: p.stride(), Rect: bounds}
	} else {
		p.painted = image.NewRGBA(bounds)
	}
	return p.painted, p.direct, nil
}

// stride returns how many bytes a line of the image has, and pixels all its bytes.
func (p *port) stride() int { return int(p.c.image.bytes_per_line) }

func (p *port) pixels(height int) []byte {
	return unsafe.Slice((*byte)(unsafe.Pointer(p.c.image.data)), p.stride()*height)
}

// show puts on the screen what has changed of what was painted, or all of it.
func (p *port) show(changed []image.Rectangle, whole bool) {
	if whole {
		changed = []image.Rectangle{p.painted.Rect}
	}
	if !p.direct {
		pixels := p.pixels(p.painted.Rect.Dy())
		for _, r := range changed {
			p.convert.write(pixels, p.stride(), p.painted, r)
		}
	}
	for i, r := range changed {
		C.putImage(p.c, C.int(r.Min.X), C.int(r.Min.Y), C.int(r.Dx()), C.int(r.Dy()), truth(i == len(changed)-1))
	}
	C.XFlush(p.c.display)
	p.put = len(changed) > 0
}

// truth returns how C says whether something is so.
func truth(b bool) C.int {
	if b {
		return 1
	}
	return 0
}

// close ends the connection.
func (p *port) close() { C.closePort(p.c) }
