package themes

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kpiwall/data/kpi"
)

// grounds calls do with colours from all over the cube.
func grounds(do func(color.NRGBA)) {
	for r := 0; r < 256; r += 51 {
		for g := 0; g < 256; g += 51 {
			for b := 0; b < 256; b += 51 {
				do(color.NRGBA{uint8(r), uint8(g), uint8(b), 255})
			}
		}
	}
}

// Whatever an owner paints a tile with, its words can be read. The one grey on which
// neither ink has 4.5 is refused by [Check].
func TestInk_ReadsOnEveryGround(t *testing.T) {
	grounds(func(on color.NRGBA) {
		ink := Ink(on)
		if c := Contrast(ink, on); c < 4.4 {
			t.Errorf("ink on %v has a contrast of %.1f", on, c)
		}
		quiet := SecondaryText(on, 4.5)
		if c := Contrast(quiet, on); c < 4.4 || c > Contrast(ink, on)+0.01 {
			t.Errorf("secondary text on %v has a contrast of %.1f, the ink %.1f", on, c, Contrast(ink, on))
		}
	})
}

func TestContrast_IsTheSameBothWays(t *testing.T) {
	grounds(func(a color.NRGBA) {
		if b := (color.NRGBA{90, 140, 30, 255}); Contrast(a, b) != Contrast(b, a) || Contrast(a, a) != 1 {
			t.Errorf("%v: %v and %v, itself %v", a, Contrast(a, b), Contrast(b, a), Contrast(a, a))
		}
	})
}

func TestMix_GoesFromOneColourToTheOther(t *testing.T) {
	a, b := color.NRGBA{10, 200, 30, 255}, color.NRGBA{250, 0, 30, 255}
	if Mix(a, b, 0) != a || Mix(a, b, 1) != b || Mix(a, b, 0.5) != (color.NRGBA{130, 100, 30, 255}) {
		t.Error(Mix(a, b, 0), Mix(a, b, 1), Mix(a, b, 0.5))
	}
}

// On the ground of the wall a mark can be told from it, and better from worse.
func TestPalettes_MarksAndTrendsStandOut(t *testing.T) {
	for _, name := range Names() {
		p, _ := Named(name)
		for _, s := range []kpi.Status{kpi.OnTarget, kpi.Near, kpi.Below, kpi.Above} {
			if c := Contrast(p.Mark(s, p.Ground), p.Ground); c < 3 {
				t.Errorf("%s: the mark of %v has a contrast of %.1f", name, s, c)
			}
			if c := Contrast(p.Text(s, p.Panel), p.Panel); c < p.MinContrast {
				t.Errorf("%s: the word of %v has a contrast of %.1f", name, s, c)
			}
		}
		if better, worse := p.Trend(p.Fill(kpi.OnTarget)); better == worse {
			t.Errorf("%s: better and worse are both %v", name, better)
		}
	}
}

// What Fyne itself draws, such as the window before the first picture, has the colours
// of the wall, also after another theme was chosen.
func TestTheme_FollowsThePalette(t *testing.T) {
	dark, _ := Named("midnight")
	light, _ := Named("paper")
	if light == (Palette{}) {
		light, _ = Named(Names()[len(Names())-1])
	}
	th := NewTheme(dark)
	if got := th.Color(theme.ColorNameBackground, theme.VariantDark); got != dark.Ground {
		t.Errorf("the ground is %v, want %v", got, dark.Ground)
	}
	th.Use(light)
	if got := th.Color(theme.ColorNameBackground, theme.VariantDark); got != light.Ground {
		t.Errorf("then it is %v, want %v", got, light.Ground)
	}
	if th.Font(fyne.TextStyle{}) == nil || th.Icon(theme.IconNameConfirm) == nil || th.Size(theme.SizeNameText) <= 0 {
		t.Error("Fyne lacks a font, an icon or a size")
	}
}
