package draw

import (
	"hash/fnv"
	"image"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

// Picture is a picture from a file: a PNG or SVG, by the ending of its name. It is
// not to be changed.
type Picture struct {
	Name string
	Data []byte
}

// picture paints a picture, as large as it can be without being distorted.
func (p *Painter) picture(e *Element) {
	at := p.pixels(e.At, e.Size)
	if at.Empty() {
		return
	}
	key := otherKey{picture: e.Picture, w: at.Dx(), h: at.Dy()}
	typesetter.Lock()
	o := p.otherOf(key, func() image.Image { return e.Picture.drawn(key.w, key.h) })
	typesetter.Unlock()
	p.put(o, at.Min, e.Color)
}

// drawn draws a picture by Fyne.
func (p *Picture) drawn(w, h int) image.Image {
	img := &canvas.Image{Resource: p.resource(), FillMode: canvas.ImageFillContain, ScaleMode: canvas.ImageScaleSmooth}
	return captured(img, fyne.NewSize(float32(w), float32(h)), 1)
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
	typesetter.Lock()
	defer typesetter.Unlock()
	object := &canvas.Image{Resource: p.resource(), FillMode: canvas.ImageFillContain}
	if object.Refresh(); object.Aspect() == 0 { // not read
		return false
	}
	img := captured(object, fyne.NewSquareSize(side), 1)
	for y := range img.Bounds().Dy() {
		for x := range img.Bounds().Dx() {
			if _, _, _, a := img.At(x, y).RGBA(); a > 0x1fff {
				return true
			}
		}
	}
	return false
}
