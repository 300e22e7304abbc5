package lean

import (
	"sync"
	"time"

	"fyne.io/fyne/v2"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// restFor is how long the loop waits where nobody says how long.
const restFor = time.Second

// driver is the driver: the loop, and what has to be run on it. What it does not do
// itself is done by Fyne's own, which needs no display for that.
type driver struct {
	fyne.Driver
	app        *App
	window     *window // nil: none
	animations animations
	each       func() time.Duration
	failed     error         // why the window could not be opened
	ended      bool          // the loop is to end
	gone       chan struct{} // closed when it has ended

	mu    sync.Mutex // guards what follows
	queue []func()
	over  bool // the loop has ended, and GLFW with it
}

func newDriver(own fyne.Driver) *driver {
	return &driver{Driver: own, gone: make(chan struct{}), each: func() time.Duration { return restFor }}
}

// CreateWindow returns a window that is not shown yet.
func (d *driver) CreateWindow(title string) fyne.Window { return newWindow(d, title) }

// AllWindows returns the window that is shown.
func (d *driver) AllWindows() []fyne.Window {
	if d.window == nil {
		return nil
	}
	return []fyne.Window{d.window}
}

// CanvasForObject returns the canvas that shows o.
func (d *driver) CanvasForObject(o fyne.CanvasObject) fyne.Canvas {
	if d.window != nil && o == d.window.canvas.content {
		return d.window.canvas
	}
	return d.Driver.CanvasForObject(o) // one without a window
}

// AbsolutePositionForObject returns the place of the content, which is all that is
// on the canvas.
func (d *driver) AbsolutePositionForObject(fyne.CanvasObject) fyne.Position {
	return fyne.Position{}
}

// StartAnimation begins an animation.
func (d *driver) StartAnimation(a *fyne.Animation) { d.animations.start(a, time.Now()) }

// StopAnimation ends an animation.
func (d *driver) StopAnimation(a *fyne.Animation) { d.animations.stop(a) }

// DoFromGoroutine runs f on the loop soon. It may be called by any goroutine, also
// before the loop begins; once it has ended f is dropped, since what f works on is
// gone.
func (d *driver) DoFromGoroutine(f func(), wait bool) {
	done := make(chan struct{})
	if !d.add(func() { f(); close(done) }) || !wait {
		return
	}
	select {
	case <-done:
	case <-d.gone:
	}
}

// add adds f to what the loop has to run, and ends its wait. It reports false where
// there is no loop any more.
func (d *driver) add(f func()) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.over {
		return false
	}
	d.queue = append(d.queue, f)
	glfw.PostEmptyEvent()
	return true
}

// take returns what there is to run.
func (d *driver) take() []func() {
	d.mu.Lock()
	defer d.mu.Unlock()
	all := d.queue
	d.queue = nil
	return all
}

// Run runs the loop until Quit.
func (d *driver) Run() {
	if !d.ended {
		call(d.app.lifecycle.started)
	}
	for !d.ended {
		for _, f := range d.take() {
			f()
		}
		wait := d.each()
		if d.animations.tick(time.Now()) {
			wait = min(wait, stepEvery)
		}
		if d.window != nil {
			d.window.paint()
		}
		if !d.ended {
			glfw.WaitEventsTimeout(max(wait, time.Millisecond).Seconds())
		}
	}
	d.close()
	call(d.app.lifecycle.stopped)
}

// close gives everything back. Whoever waits for the loop is let go.
func (d *driver) close() {
	if d.window != nil {
		d.window.destroy()
	}
	d.mu.Lock()
	d.over = true
	glfw.Terminate()
	d.mu.Unlock()
	close(d.gone)
}

// Quit ends the loop after this turn.
func (d *driver) Quit() { d.ended = true }
