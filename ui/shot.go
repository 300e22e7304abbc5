package ui

import (
	"errors"
	"image"
	"image/png"
	"os"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/finding"
)

// Shot draws a page of a board into a picture of width × height pixels, without
// a display: what the window shows. It needs a Fyne app to exist, though none that
// runs.
func Shot(b *board.Board, page string, width, height int, now time.Time) (image.Image, error) {
	w := NewWall(func() time.Time { return now }, nil)
	w.Content().Resize(fyne.NewSize(float32(width), float32(height)))
	w.SetBoard(b)
	if page != "" && !w.ShowPage(page) {
		return nil, finding.New("shot.page", finding.Args{"Page": page})
	}
	frame, _ := w.Content().Frame(width, height)
	return frame, nil
}

// encoder writes fast: closely packed a picture is a third smaller, and takes five
// times as long as drawing it.
var encoder = png.Encoder{CompressionLevel: png.BestSpeed}

// SaveShot writes the picture of [Shot] to a PNG file.
func SaveShot(b *board.Board, page string, width, height int, now time.Time, path string) error {
	img, err := Shot(b, page, width, height, now)
	if err != nil {
		return err
	}
	f, err := os.Create(path)
	if err == nil {
		err = errors.Join(encoder.Encode(f, img), f.Close())
	}
	if err != nil {
		return finding.New("shot.unwritten", finding.Args{"Why": err})
	}
	return nil
}
