package ui

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/themes"
	"kpiwall/ui/page"
	"kpiwall/ui/uitest"
)

func TestLogo_IsDrawn(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(1)...)
	b.Config.Screen.Logo = &config.Logo{Name: "l.svg", Data: []byte(testSVG), Width: 200, Height: 100}
	img, err := Shot(b, "p", 960, 540, uitest.Now)
	if err != nil {
		t.Fatal(err)
	}
	logo, _ := uitest.Part(page.Header(page.View{Size: uitest.Sizes[1], Board: b, Logo: page.LogoOf(b.Config.Screen), Now: uitest.Now}), "logo")
	x, y := int(logo.At.X/2+logo.Size.Width/4), int(logo.At.Y/2+logo.Size.Height/4)
	if got := color.NRGBAModel.Convert(img.At(x, y)); got != (color.NRGBA{255, 0, 0, 255}) {
		t.Errorf("where the logo should be is %v", got)
	}
}

func TestWall_TakesAThemeStyleAndBrandWhileItRuns(t *testing.T) {
	s := newScreen(t, uitest.Board(uitest.Many(3)...))
	b := uitest.Board(uitest.Many(3)...)
	b.Config.Screen.Own = &config.Theme{BasedOn: "daylight", Panel: color.NRGBA{255, 250, 240, 255}}
	b.Config.Screen.Theme, b.Config.Screen.Style = "team.toml", config.Edge
	s.SetBoard(b)
	day, _ := themes.Named("daylight")
	if s.palette.Ground != day.Ground || s.layers.tiles[0].Shown[1].Color != b.Config.Screen.Own.Panel {
		t.Errorf("the wall shows %+v, its tile %+v", s.palette, s.layers.tiles[0].Shown[1])
	}
}

const testSVG = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><rect width="200" height="100" fill="#ff0000"/></svg>`

// Fyne crashes when a picture that it could not read is given another size.
func TestLogo_ThatCannotBeReadLeavesTheWallStanding(t *testing.T) {
	b := uitest.Board(uitest.Many(1)...)
	svg := `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 0h9v9z" fill="var(--brand)"/></svg>`
	b.Config.Screen.Logo = &config.Logo{Name: "l.svg", Data: []byte(svg), Width: 200, Height: 100}
	s := newScreen(t, b)
	s.window.Resize(fyne.NewSize(1920, 1080))
	s.wants("Customers")
}
