package page

import (
	"image/color"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/ui/uitest"
)

func testLogo(shapes string) *config.Logo {
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">` + shapes + `</svg>`
	return &config.Logo{Name: "l.svg", Data: []byte(svg), Width: 200, Height: 100}
}

// An empty place before the title would look like a mistake of the wall.
func TestLogo_OfWhichNothingIsSeenIsLeftOutAndTold(t *testing.T) {
	test.NewTempApp(t)
	for name, shapes := range map[string]string{
		"text alone":                `<text x="10" y="90">Northwind</text>`,
		"a colour that is unknown":  `<path d="M0 0h200v100z" fill="var(--brand)"/>`,
		"nothing":                   ``,
		"a picture from the inside": `<image href="data:image/png;base64,iVBORw0KGgo="/>`,
	} {
		b := uitest.Board(uitest.Many(3)...)
		b.Config.Screen.Logo = testLogo(shapes)
		if LogoOf(b.Config.Screen) != nil {
			t.Errorf("%s: it is given a place", name)
		}
		if notes := lines(Lint(b, uitest.Sizes[1])); !strings.Contains(notes, `logo "l.svg"`) {
			t.Errorf("%s: nothing is told but\n%s", name, notes)
		}
	}
	b := uitest.Board(uitest.Many(3)...)
	b.Config.Screen.Logo = testLogo(`<rect width="200" height="100" fill="#e6007e"/>`)
	if notes := lines(Lint(b, uitest.Sizes[1])); strings.Contains(notes, "logo") {
		t.Errorf("of a good logo is told\n%s", notes)
	}
}

func TestLogo_StandsBeforeTheTitleInItsProportion(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		b := uitest.Board(uitest.Many(3)...)
		b.Config.Screen.Logo = testLogo(`<rect width="200" height="100" fill="#e6007e"/>`)
		v := testView(b, size, "midnight")
		v.Logo = LogoOf(b.Config.Screen)
		header := Header(v)
		logo, ok := uitest.Part(header, "logo")
		title, _ := uitest.Part(header, "title of the page")
		if !ok || logo.At.X+logo.Size.Width >= title.At.X {
			t.Fatalf("%v: the logo at %v %v, the title at %v", size, logo.At, logo.Size, title.At)
		}
		if r := logo.Size.Width / logo.Size.Height; r < 1.99 || r > 2.01 {
			t.Errorf("%v: its proportion is %v", size, r)
		}
		if r := logo.Size.Height / title.Size.Height; r < 1.55 || r > 1.61 { // the title has a whole size
			t.Errorf("%v: it is %.2f cap heights high", size, r)
		}
		middle, want := logo.At.Y+logo.Size.Height/2, title.At.Y+title.Size.Height/2
		if d := middle - want; d > 0.5 || d < -0.5 || logo.At.Y < 0 || logo.At.Y+logo.Size.Height > v.Frame().Tiles.Y {
			t.Errorf("%v: it stands at %v, the title at %v", size, logo.At, title.At)
		}
	}
}

func TestBrand_IsALineBetweenHeaderAndTiles(t *testing.T) {
	test.NewTempApp(t)
	v := testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[1], "midnight")
	if _, ok := uitest.Part(Header(v), "brand"); ok {
		t.Error("there is a line without a brand")
	}
	before := v.Frame().Tiles
	v.Palette.Brand = color.NRGBA{230, 0, 126, 255}
	line, ok := uitest.Part(Header(v), "brand")
	f := v.Frame()
	if !ok || line.Color != v.Palette.Brand || line.At.Y < f.Header.Bottom() || line.At.Y+line.Size.Height > f.Tiles.Y || f.Tiles.Bottom() != before.Bottom() {
		t.Errorf("the line is at %v, %v; header %v, tiles %v", line.At, line.Size, f.Header, f.Tiles)
	}
}
