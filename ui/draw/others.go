package draw

import (
	"image"
	"image/color"
	"image/draw"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/software"
)

// otherKey names what Fyne draws: a run of text, or a picture.
type otherKey struct {
	face  Face
	text  string
	size  float32
	scale float32
	color color.NRGBA // none: what is drawn has the colour that it is given

	picture *Picture
	w, h    int
}

// other is what Fyne has drawn: what a colour covers, or a picture in its own colours.
type other struct {
	mask    mask
	picture *image.RGBA // nil: a mask
}

// size returns how many bytes it holds.
func (o other) size() int {
	if o.picture != nil {
		return len(o.picture.Pix)
	}
	return len(o.mask.cover)
}

// other paints a run that only the machine's fonts draw, by Fyne.
func (p *Painter) other(e *Element, r run, x, base int) {
	key := otherKey{face: e.Face, text: r.text, size: e.Points, scale: p.scale}
	typesetter.Lock()
	o := p.otherOf(key, func() image.Image { return key.draw(color.White) })
	if o.picture != nil { // with emoji in it; the letters beside them are to have the text's colour
		key.color = e.Color
		o = p.otherOf(key, func() image.Image { return key.draw(e.Color) })
	}
	top := base - nearest(e.Face.baseline(r.text, e.Points)*p.scale)
	typesetter.Unlock()
	p.put(o, p.at.Add(image.Pt(x, top)), e.Color)
}

// put paints what Fyne has drawn.
func (p *Painter) put(o other, at image.Point, c color.NRGBA) {
	if o.picture == nil {
		p.tint(o.mask, at, c)
		return
	}
	for _, b := range p.within {
		r := o.picture.Rect.Add(at).Intersect(b)
		draw.Draw(p.dst, r, o.picture, r.Min.Sub(at), draw.Over)
	}
}

// otherOf returns what is kept by key, or what made returns.
func (p *Painter) otherOf(key otherKey, made func() image.Image) other {
	o, ok := p.others.get(key)
	if !ok {
		o = otherOf(made(), key.picture == nil && key.color.A == 0)
		if o.picture != nil && p.swapped {
			swapChannels(o.picture.Pix)
		}
		p.others.put(key, o, o.size()+256)
	}
	return o
}

// otherOf takes over what Fyne has drawn, as a mask if that is wanted and all of it is
// white.
func otherOf(img image.Image, wantMask bool) other {
	b := img.Bounds()
	picture := image.NewRGBA(image.Rectangle{Max: b.Size()})
	draw.Draw(picture, picture.Rect, img, b.Min, draw.Src)
	if !wantMask {
		return other{picture: picture}
	}
	m := mask{picture.Rect, make([]uint8, b.Dx()*b.Dy())}
	const shade = 4 // by which white may have suffered
	for i := range m.cover {
		p := picture.Pix[4*i : 4*i+4]
		if m.cover[i] = p[3]; min(p[0], p[1], p[2])+shade < p[3] {
			return other{picture: picture}
		}
	}
	return other{mask: m}
}

// swapChannels swaps the red and the blue of pixels.
func swapChannels(pixels []uint8) {
	for i := 0; i+4 <= len(pixels); i += 4 {
		pixels[i], pixels[i+2] = pixels[i+2], pixels[i]
	}
}

// draw draws a run of text by Fyne.
func (k otherKey) draw(c color.Color) image.Image {
	text := canvas.NewText(k.text, c)
	text.TextSize, text.TextStyle = k.size, k.face.style()
	return captured(text, text.MinSize(), k.scale)
}

// captured draws an object without a display.
func captured(o fyne.CanvasObject, size fyne.Size, scale float32) image.Image {
	c := software.NewTransparentCanvas()
	c.SetPadded(false)
	c.SetScale(scale)
	c.SetContent(o)
	c.Resize(size)
	return c.Capture()
}
