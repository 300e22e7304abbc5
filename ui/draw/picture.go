package draw

import (
	"hash/fnv"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
)

// Picture is a picture from a file: a PNG or SVG, by the ending of its name.
type Picture struct {
	Name string
	Data []byte
}

// resource makes a Fyne resource of a picture. Fyne keeps pictures by their
// name, which has to be another one for another content.
func (p *Picture) resource() fyne.Resource {
	hash := fnv.New64a()
	hash.Write(p.Data)
	return fyne.NewStaticResource(strconv.FormatUint(hash.Sum64(), 36)+p.Name, p.Data)
}

// Visible reports whether anything of the picture is to be seen. Of an SVG, Fyne
// draws shapes only, no text and no pictures within; one with colours that it does
// not know it cannot read at all, and crashes when that is given another size. It
// takes some milliseconds.
func (p *Picture) Visible() bool {
	const side = 96
	image := &canvas.Image{Resource: p.resource(), FillMode: canvas.ImageFillContain}
	if image.Refresh(); image.Aspect() == 0 { // not read
		return false
	}
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetContent(image)
	c.Resize(fyne.NewSquareSize(side))
	img := c.Capture()
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0x1fff {
				return true
			}
		}
	}
	return false
}
