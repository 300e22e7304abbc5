package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// keyboard is the object that has the focus as long as the wall runs. Fyne
// hands the Tab key to a focused object only; everything else would reach the
// canvas too. It lies below all and hides the mouse pointer.
type keyboard struct {
	widget.BaseWidget
	key  func(*fyne.KeyEvent)
	char func(rune)
}

var (
	_ fyne.Tabbable      = (*keyboard)(nil)
	_ desktop.Cursorable = (*keyboard)(nil)
)

// newKeyboard returns a keyboard whose keys and characters go to two functions.
func newKeyboard(key func(*fyne.KeyEvent), char func(rune)) *keyboard {
	k := &keyboard{key: key, char: char}
	k.ExtendBaseWidget(k)
	return k
}

func (k *keyboard) AcceptsTab() bool          { return true }
func (k *keyboard) FocusGained()              {}
func (k *keyboard) FocusLost()                {}
func (k *keyboard) TypedKey(e *fyne.KeyEvent) { k.key(e) }
func (k *keyboard) TypedRune(r rune)          { k.char(r) }
func (k *keyboard) Cursor() desktop.Cursor    { return desktop.HiddenCursor }
func (k *keyboard) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(canvas.NewRectangle(color.Transparent))
}
