package ui

import (
	"fmt"
	"image"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"

	"kpiwall/data/board"
	"kpiwall/themes"
)

// Shot draws a page of a board into a picture of width × height pixels, without
// a display. It needs a Fyne app to exist, though none that runs.
func Shot(b *board.Board, page string, width, height int, now time.Time) (image.Image, error) {
	w := NewWall(func() time.Time { return now })
	fyne.CurrentApp().Settings().SetTheme(themes.Theme{Palette: w.palette})
	c := software.NewCanvas()
	c.SetPadded(false)
	c.SetContent(w.Content())
	c.Resize(fyne.NewSize(float32(width), float32(height)))
	w.SetBoard(b)
	if page != "" && !w.ShowPage(page) {
		return nil, fmt.Errorf("page %q is not in the config", page)
	}
	return c.Capture(), nil
}
