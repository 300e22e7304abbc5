package lean

import "fyne.io/fyne/v2"

var _ fyne.Window = (*window)(nil)

func (w *window) Title() string { return w.title }

func (w *window) SetTitle(title string) {
	w.title = title
	if w.glass != nil {
		w.glass.SetTitle(title)
	}
}

// Resize sets the size that the window has when it is not full screen.
func (w *window) Resize(size fyne.Size) {
	w.width, w.height = max(1, int(size.Width)), max(1, int(size.Height))
	if w.glass != nil && !w.full {
		w.glass.SetSize(w.width, w.height)
	}
}

func (w *window) RequestFocus() {
	if w.glass != nil {
		w.glass.Focus()
	}
}

func (w *window) Hide() {
	if w.glass != nil {
		w.glass.Hide()
	}
}

func (w *window) ShowAndRun() {
	w.Show()
	w.driver.app.Run()
}

func (w *window) FullScreen() bool                             { return w.full }
func (w *window) FixedSize() bool                              { return w.fixed }
func (w *window) SetFixedSize(fixed bool)                      { w.fixed = fixed }
func (w *window) CenterOnScreen()                              {}
func (w *window) Padded() bool                                 { return w.padded }
func (w *window) SetPadded(padded bool)                        { w.padded = padded }
func (w *window) Icon() fyne.Resource                          { return w.icon }
func (w *window) SetIcon(icon fyne.Resource)                   { w.icon = icon }
func (w *window) SetMaster()                                   {}
func (w *window) MainMenu() *fyne.MainMenu                     { return w.menu }
func (w *window) SetMainMenu(m *fyne.MainMenu)                 { w.menu = m }
func (w *window) SetOnClosed(f func())                         { w.closed = f }
func (w *window) SetCloseIntercept(f func())                   { w.intercept = f }
func (w *window) SetOnDropped(func(fyne.Position, []fyne.URI)) {}
func (w *window) Content() fyne.CanvasObject                   { return w.canvas.content }
func (w *window) SetContent(o fyne.CanvasObject)               { w.canvas.SetContent(o) }
func (w *window) Canvas() fyne.Canvas                          { return w.canvas }
func (w *window) Clipboard() fyne.Clipboard                    { return w.driver.app.Clipboard() }
