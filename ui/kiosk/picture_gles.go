//go:build gles

package kiosk

import (
	"math"
	"strings"

	"github.com/go-gl/gl/v3.1/gles2"

	"kpiwall/ui/draw"
)

// keepsPicture reports whether the last picture is in the buffer that the next
// one is drawn into. It is where the processor draws; others change between
// several buffers, and need no help either.
func (k *Kiosk) keepsPicture() bool {
	r := &k.picture.renderer
	if *r == "" {
		k.withContext(func() { *r = gles2.GoStr(gles2.GetString(gles2.RENDERER)) })
	}
	return strings.Contains(*r, "llvmpipe") || strings.Contains(*r, "softpipe")
}

// cutTo limits the next picture to b, and reports whether it could.
func (k *Kiosk) cutTo(b draw.Box) bool {
	if !k.keepsPicture() {
		return false
	}
	canvas := k.window.Canvas()
	scale, height := float64(canvas.Scale()), canvas.Size().Height
	k.withContext(func() {
		left, bottom := math.Floor(float64(b.X)*scale), math.Floor(float64(height-b.Bottom())*scale)
		right, top := math.Ceil(float64(b.Right())*scale), math.Ceil(float64(height-b.Y)*scale)
		gles2.Enable(gles2.SCISSOR_TEST)
		gles2.Scissor(int32(left), int32(bottom), int32(right-left), int32(top-bottom))
	})
	return true
}

// uncut lets the next pictures be drawn in whole.
func (k *Kiosk) uncut() {
	k.withContext(func() { gles2.Disable(gles2.SCISSOR_TEST) })
}
