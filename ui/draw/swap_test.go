package draw

import (
	"image"
	"image/color"
	"math/rand/v2"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Screens have red where a picture has blue. What is painted for them must be the same
// picture, also while one fades into another, and with what Fyne draws in it.
func TestScene_WithRedAndBlueSwappedIsTheSamePicture(t *testing.T) {
	test.NewTempApp(t)
	r := rand.New(rand.NewPCG(5, 6))
	logo := pngOf(t, color.NRGBA{R: 255, G: 90, A: 200})
	scenes, swapped := [2]*Scene{}, image.NewRGBA(image.Rect(0, 0, 400, 300))
	var below [2]*Layer
	scenes[0], below[0], _ = newTestScene()
	scenes[1], below[1], _ = newTestScene()
	for round := range 40 {
		shown := []Element{
			anything(r, logo), anything(r, logo), anything(r, logo),
			{At: fyne.NewPos(20, 40), Text: "Größe 🎉 漢字", Points: 30, Color: color.NRGBA{R: 250, G: 120, B: 10, A: 255}},
		}
		for i, l := range below {
			scenes[i].SetGround(color.NRGBA{R: 11, G: 16, B: 22, A: 255})
			l.Set(shown)
			if round%4 == 1 {
				scenes[i].BeginFade()
			}
			scenes[i].Fade(float32(round%4) / 3)
		}
		want, _ := scenes[0].Frame(400, 300)
		scenes[1].FrameIn(swapped, true)
		for i := 0; i < len(want.Pix); i += 4 {
			if w, s := want.Pix[i:i+4], swapped.Pix[i:i+4]; w[0] != s[2] || w[1] != s[1] || w[2] != s[0] || w[3] != s[3] {
				t.Fatalf("round %d: the pixel at %d, %d is %v, want %v with red and blue swapped", round, i/4%400, i/1600, s, w)
			}
		}
	}
}

// A screen that is another one is painted as a whole, and that of before is left alone:
// its memory may be gone.
func TestScene_LeavesTheScreenOfBeforeAlone(t *testing.T) {
	s, _, _ := newTestScene()
	before, now := image.NewRGBA(image.Rect(0, 0, 400, 300)), image.NewRGBA(image.Rect(0, 0, 200, 150))
	s.FrameIn(before, true)
	s.BeginFade()
	s.FrameIn(before, true)
	before.Pix = nil // whoever touches it panics
	if changed := s.FrameIn(now, true); len(changed) != 1 || changed[0] != now.Rect {
		t.Errorf("on another screen %v changes, want all", changed)
	}
	s.BeginFade()
	s.Fade(1)
	s.FrameIn(now, true)
}
