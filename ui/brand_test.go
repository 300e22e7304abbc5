package ui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
)

func TestLogo_StandsBeforeTheTitleInItsProportion(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range testSizes {
		b := testBoard(manyReadings(3)...)
		b.Config.Screen.Logo = &config.Logo{Name: "l.svg", Data: []byte("<svg/>"), Width: 200, Height: 100}
		v := testView(b, size, "midnight")
		header := composeHeader(v)
		logo, ok := part(header, "logo")
		title, _ := part(header, "title of the page")
		if !ok || logo.at.X+logo.size.Width >= title.at.X {
			t.Fatalf("%v: the logo at %v %v, the title at %v", size, logo.at, logo.size, title.at)
		}
		if r := logo.size.Width / logo.size.Height; r < 1.99 || r > 2.01 {
			t.Errorf("%v: its proportion is %v", size, r)
		}
		if r := logo.size.Height / title.size.Height; r < 1.59 || r > 1.61 {
			t.Errorf("%v: it is %.2f cap heights high", size, r)
		}
		middle, want := logo.at.Y+logo.size.Height/2, title.at.Y+title.size.Height/2
		if d := middle - want; d > 0.5 || d < -0.5 || logo.at.Y < 0 || logo.at.Y+logo.size.Height > v.frame().tiles.y {
			t.Errorf("%v: it stands at %v, the title at %v", size, logo.at, title.at)
		}
	}
}

func TestBrand_IsALineBetweenHeaderAndTiles(t *testing.T) {
	test.NewTempApp(t)
	v := testView(testBoard(manyReadings(3)...), testSizes[1], "midnight")
	if _, ok := part(composeHeader(v), "brand"); ok {
		t.Error("there is a line without a brand")
	}
	before := v.frame().tiles
	v.palette.Brand = color.NRGBA{230, 0, 126, 255}
	line, ok := part(composeHeader(v), "brand")
	f := v.frame()
	if !ok || line.color != v.palette.Brand || line.at.Y < f.header.bottom() || line.at.Y+line.size.Height > f.tiles.y || f.tiles.bottom() != before.bottom() {
		t.Errorf("the line is at %v, %v; header %v, tiles %v", line.at, line.size, f.header, f.tiles)
	}
}
