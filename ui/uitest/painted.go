package uitest

import (
	"image"
	"image/color"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
)

// Painted paints art into an empty picture of w × h pixels.
func Painted(a draw.Art, tint color.NRGBA, w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	e := draw.Element{Size: fyne.NewSize(float32(w), float32(h)), Art: a, Color: tint}
	draw.NewPainter().Paint(img, []image.Rectangle{img.Rect}, 1, image.Point{}, []draw.Element{e})
	return img
}
