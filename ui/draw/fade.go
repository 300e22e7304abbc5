package draw

import (
	"encoding/binary"
	"image"
)

// fade lets one picture go over into another.
type fade struct {
	from  *image.RGBA // nil: there is none
	share uint32      // of the new picture, of 256
	last  bool        // it is over once the whole frame was shown
}

// steps reports whether the next frame has to do with a fade.
func (f *fade) steps() bool { return f.from != nil }

// BeginFade lets what changes from now on come up out of what is seen now, step by
// step with each [Scene.Fade].
func (s *Scene) BeginFade() {
	if s.screen == nil {
		return
	}
	s.fade = fade{from: copied(s.screen)}
	if s.frame == s.screen {
		s.frame = copied(s.screen)
	}
}

// Fade sets how far a fade has come: 1 is its end.
func (s *Scene) Fade(done float32) {
	s.fade.share = uint32(256 * min(max(done, 0), 1))
	s.fade.last = done >= 1
}

// mix makes of screen the picture between the one before and that which comes, and
// reports whether it is the latter: then the fade is over.
func (f *fade) mix(screen, to *image.RGBA) (over bool) {
	if f.last {
		*f = fade{}
		copy(screen.Pix, to.Pix)
		return true
	}
	for i := 0; i < len(to.Pix); i += 4 {
		a, b := binary.LittleEndian.Uint32(f.from.Pix[i:]), binary.LittleEndian.Uint32(to.Pix[i:])
		if a != b {
			a = mixed(a, b, f.share)
		}
		binary.LittleEndian.PutUint32(screen.Pix[i:], a)
	}
	return false
}

// mixed returns the pixel between a and b, of which share of 256 is b.
func mixed(a, b, share uint32) uint32 {
	const even = 0x00ff00ff // two channels at a time, with room between them
	x := (a&even*(256-share) + b&even*share) >> 8 & even
	y := (a>>8&even*(256-share) + b>>8&even*share) & ^uint32(even)
	return x | y
}

func copied(img *image.RGBA) *image.RGBA {
	out := image.NewRGBA(img.Rect)
	copy(out.Pix, img.Pix)
	return out
}
