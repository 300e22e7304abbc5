// Package lean is a driver for Fyne that needs no graphics device: a [fyne.App] with
// one window, whose content paints itself. GLFW gives the window and its keys; the
// picture is handed to the X server, what has changed of it, through memory that both
// share. Fyne's own driver draws by OpenGL, which on a box without a graphics device
// is a program that emulates one, at many times the cost.
//
// Everything that needs no display is left to the app that Fyne makes: measuring text,
// settings, theme, storage. Fyne's file of settings is read at the start and not
// followed: what it sets the wall decides itself, and a pixel is a pixel. All belongs
// to the main goroutine, but what [fyne.Do] does.
package lean

import (
	"image"
	"time"

	"fyne.io/fyne/v2"
)

// Picture is an object that paints itself, as the window's content has to.
type Picture interface {
	fyne.CanvasObject

	// FrameIn paints the picture into screen, with red and blue swapped if that is
	// said, and returns which parts of it differ from what it was: all of it is new
	// where screen is another one than the time before, which is then not touched any
	// more.
	FrameIn(screen *image.RGBA, swapped bool) (changed []image.Rectangle)
}

// App is a Fyne app with this driver.
type App struct {
	fyne.App
	driver    *driver
	lifecycle lifecycle
}

// Use makes the app that Fyne has made, and which has no window yet, one with this
// driver. GLFW is to be initialised.
func Use(a fyne.App) *App {
	app := &App{App: a, driver: newDriver(a.Driver())}
	app.driver.app = app
	fyne.SetCurrentApp(app)
	return app
}

// NewWindow returns a window that is not shown yet. One can be shown at a time.
func (a *App) NewWindow(title string) fyne.Window { return a.driver.CreateWindow(title) }

// Driver returns the driver.
func (a *App) Driver() fyne.Driver { return a.driver }

// Lifecycle returns what tells of the app's start and end.
func (a *App) Lifecycle() fyne.Lifecycle { return &a.lifecycle }

// Run runs the app until Quit.
func (a *App) Run() { a.driver.Run() }

// Err returns why the window could not be opened, which ends the app before it runs.
func (a *App) Err() error { return a.driver.failed }

// Quit ends the app.
func (a *App) Quit() { a.driver.Quit() }

// OnTurn has each called in every turn of the loop, which waits afterwards for the
// next event or for work that [fyne.Do] brings, and at most for the time returned.
func (a *App) OnTurn(each func() time.Duration) { a.driver.each = each }

// lifecycle holds what is to be called when the app starts, ends, gets the keys and
// loses them.
type lifecycle struct{ started, stopped, entered, exited func() }

func (l *lifecycle) SetOnStarted(f func())           { l.started = f }
func (l *lifecycle) SetOnStopped(f func())           { l.stopped = f }
func (l *lifecycle) SetOnEnteredForeground(f func()) { l.entered = f }
func (l *lifecycle) SetOnExitedForeground(f func())  { l.exited = f }

// call calls f, if there is one.
func call(f func()) {
	if f != nil {
		f()
	}
}
