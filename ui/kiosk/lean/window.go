package lean

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// window is the window. What Fyne knows of windows besides what a wall needs it takes
// note of, and does nothing.
type window struct {
	driver *driver
	canvas *canvas
	glass  *glfw.Window // nil until it is shown, and when it is closed
	port   *port        // where its picture is put

	title         string
	full          bool
	x, y          int // where it stands when it is not full screen
	width, height int

	padded, fixed bool
	icon          fyne.Resource
	menu          *fyne.MainMenu

	intercept, closed func()
}

func newWindow(d *driver, title string) *window {
	return &window{driver: d, canvas: &canvas{}, title: title, width: 640, height: 480}
}

// Glass returns GLFW's window; nil while there is none.
func (w *window) Glass() *glfw.Window { return w.glass }

// Show opens the window. What prevents it ends the app, which then says so.
func (w *window) Show() {
	if w.glass != nil {
		w.glass.Show()
		return
	}
	if err := w.open(); err != nil {
		w.driver.failed = err
		w.destroy()
		w.driver.Quit()
	}
}

// open makes the window.
func (w *window) open() (err error) {
	glfw.DefaultWindowHints()
	glfw.WindowHint(glfw.ClientAPI, glfw.NoAPI)
	glfw.WindowHint(glfw.Visible, glfw.False)
	glfw.WindowHint(glfw.AutoIconify, glfw.False)
	if w.glass, err = glfw.CreateWindow(w.width, w.height, w.title, nil, nil); err != nil {
		return err
	}
	if w.port, err = openPort(w.glass); err != nil {
		return err
	}
	w.driver.window = w
	w.listen()
	if c, ok := w.canvas.content.(desktop.Cursorable); ok && c.Cursor() == desktop.HiddenCursor {
		w.glass.SetInputMode(glfw.CursorMode, glfw.CursorHidden)
	}
	w.glass.Show()
	w.x, w.y = w.glass.GetPos()
	if w.full {
		w.SetFullScreen(true)
	}
	w.canvas.resize(w.glass.GetSize())
	return nil
}

// listen takes what GLFW tells.
func (w *window) listen() {
	w.glass.SetSizeCallback(func(_ *glfw.Window, width, height int) { w.resized(width, height) })
	w.glass.SetRefreshCallback(func(*glfw.Window) { w.canvas.whole = true })
	w.glass.SetCloseCallback(func(g *glfw.Window) {
		g.SetShouldClose(false)
		if w.intercept != nil {
			w.intercept()
		} else {
			w.Close()
		}
	})
	w.glass.SetKeyCallback(w.pressed)
	w.glass.SetCharCallback(func(_ *glfw.Window, char rune) { w.canvas.typedRune(char) })
	w.glass.SetFocusCallback(func(_ *glfw.Window, focused bool) {
		if focused {
			call(w.driver.app.lifecycle.entered)
		} else {
			call(w.driver.app.lifecycle.exited)
		}
	})
}

// resized takes the size of the window.
func (w *window) resized(width, height int) {
	if width <= 0 || height <= 0 {
		return
	}
	if !w.full {
		w.width, w.height = width, height
	}
	w.canvas.resize(width, height)
}

// paint puts on the screen what has changed.
func (w *window) paint() {
	c := w.canvas
	picture, ok := c.content.(Picture)
	if !ok || w.glass == nil || c.size.IsZero() || !c.dirty && !c.whole {
		return
	}
	screen, swapped, err := w.port.screen(image.Pt(int(c.size.Width), int(c.size.Height)))
	if err == nil {
		w.port.show(picture.FrameIn(screen, swapped), c.whole)
	} else {
		fyne.LogError("the picture cannot be put on the screen", err)
	}
	c.dirty, c.whole = false, false
}

// SetFullScreen lets the window fill the monitor that most of it is on, or stand
// where it stood. A monitor is to be there.
func (w *window) SetFullScreen(full bool) {
	if w.glass == nil {
		w.full = full
		return
	}
	if !full {
		w.full = false
		w.glass.SetMonitor(nil, w.x, w.y, w.width, w.height, 0)
		return
	}
	m := w.monitor()
	if m == nil {
		return
	}
	if !w.full {
		w.x, w.y = w.glass.GetPos()
	}
	w.full = true
	mode := m.GetVideoMode()
	w.glass.SetMonitor(m, 0, 0, mode.Width, mode.Height, mode.RefreshRate)
}

// monitor returns the one on which the middle of the window is, or else the first;
// nil where none shows anything.
func (w *window) monitor() (found *glfw.Monitor) {
	x, y := w.glass.GetPos()
	width, height := w.glass.GetSize()
	x, y = x+width/2, y+height/2
	for _, m := range glfw.GetMonitors() {
		mode := m.GetVideoMode()
		if mode == nil { // it is just being switched off
			continue
		}
		left, top := m.GetPos()
		if left <= x && x < left+mode.Width && top <= y && y < top+mode.Height {
			return m
		}
		if found == nil {
			found = m
		}
	}
	return found
}

// Close closes the window, and ends the app with it.
func (w *window) Close() {
	f := w.closed
	w.closed = nil
	call(f)
	w.driver.Quit()
}

// destroy gives back what the window holds.
func (w *window) destroy() {
	if w.port != nil {
		w.port.close()
		w.port = nil
	}
	if w.glass != nil {
		w.glass.Destroy()
		w.glass = nil
	}
}
