package config_test

import (
	"context"
	"image/color"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// svg is the smallest picture that can be drawn.
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100"><rect width="300" height="100" fill="#fff"/></svg>`

// own is a valid theme of one's own.
const own = `name = "Team"
based_on = "daylight"
ground = "#101820"
brand = "#e6007e"
`

// named writes a board that names the theme and the logo that files hold, and
// returns its path.
func named(t *testing.T, screen string, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		write(t, filepath.Join(dir, name), text)
	}
	return write(t, filepath.Join(dir, "c.toml"), "[screen]\n"+screen+"\n[kpi.a]\nevery = \"day\"\n")
}

func TestLoad_ReadsAThemeAndALogoBesideTheConfig(t *testing.T) {
	c, err := Load(named(t, "theme = \"team.toml\"\nlogo = \"logo.SVG\"", map[string]string{"team.toml": own, "logo.SVG": svg}))
	if err != nil {
		t.Fatal(err)
	}
	if th := c.Screen.Own; th == nil || th.Name != "Team" || th.BasedOn != "daylight" ||
		th.Ground != (color.NRGBA{0x10, 0x18, 0x20, 255}) || th.Brand != (color.NRGBA{0xe6, 0, 0x7e, 255}) || th.Near.A != 0 {
		t.Errorf("the theme is %+v", th)
	}
	if l := c.Screen.Logo; l == nil || l.Width != 300 || l.Height != 100 || l.Name != "logo.SVG" || string(l.Data) != svg {
		t.Errorf("the logo is %+v", l)
	}
}

func TestLoad_NamesWhatIsWrongInATheme(t *testing.T) {
	for text, want := range map[string]string{
		"grund = \"#000000\"\n":              `team.toml:1:1: grund: unknown key; did you mean "ground"?`,
		"name = \"x\"\nground = \"black\"\n": `team.toml:2:1: ground: "black" is not a colour; accepted: # and six digits`,
		"ground = 0\n":                       "team.toml:1:1: ground: is a whole number; accepted: a colour in quotes",
		"[colours]\nnear = \"#000000\"\n":    "team.toml:1:2: colours: unknown key",
		"ground = ":                          "team.toml:1:",
	} {
		_, err := Load(named(t, `theme = "team.toml"`, map[string]string{"team.toml": text}))
		if err == nil || !strings.Contains(words.English().Error(err), want) {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
}

func TestLoad_RefusesALogoThatCannotBeDrawn(t *testing.T) {
	for text, want := range map[string]string{
		"":                                      "logo.svg\" cannot be drawn: it is empty",
		"GIF89a":                                "cannot be drawn: it is empty",
		"<svg viewBox='0 0 1 1'":                "it is incomplete",
		"<svg/>":                                "has a viewBox",
		"<html width='1' height='1'></html>":    "does not begin with an svg element",
		"<svg viewBox='0 0 0 nan'></svg>":       "has a viewBox",
		"<svg width='100%' height='5'></svg>":   "has a viewBox",
		"<svg width='10px' height='5'></svg><a": "it is incomplete",
	} {
		_, err := Load(named(t, `logo = "logo.svg"`, map[string]string{"logo.svg": text}))
		if err == nil || !strings.Contains(words.English().Error(err), want) || !strings.Contains(words.English().Error(err), "c.toml:2:1: screen.logo: ") {
			t.Errorf("%q: got %v, want %q", text, err, want)
		}
	}
	_, err := Load(named(t, `logo = "logo.png"`, map[string]string{"logo.png": "\x89PNG\r\n\x1a\n"}))
	if err == nil || !strings.Contains(words.English().Error(err), "it holds no PNG picture") {
		t.Errorf("a PNG of nothing: %v", err)
	}
}

// The good copy stands in another folder than the files that it names.
func TestLoadGood_GoesWithoutTheFilesThatWereNotKept(t *testing.T) {
	path := named(t, "theme = \"team.toml\"\nlogo = \"logo.svg\"", nil)
	c, _, err := LoadGood(path, path)
	if err != nil || c.Screen.Theme != DefaultTheme || c.Screen.Own != nil || c.Screen.Logo != nil {
		t.Errorf("got %+v, %v", c, err)
	}
}

func TestFollow_SeesAChangeInTheTheme(t *testing.T) {
	path := named(t, `theme = "team.toml"`, map[string]string{"team.toml": own})
	theme := filepath.Join(filepath.Dir(path), "team.toml")
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		c, err := Load(path)
		must(t, err)
		calls := make(chan string, 10)
		go Follow(ctx, path, c.Sum, poll, nil, func(c *Config, err error) {
			if err != nil {
				calls <- words.English().Error(err)
				return
			}
			calls <- c.Screen.Own.Name
		})
		expect := func(step, want string) {
			t.Helper()
			time.Sleep(2 * time.Second)
			synctest.Wait()
			got := ""
			for len(calls) > 0 {
				got += <-calls
			}
			if want == "" && got != "" || !strings.Contains(got, want) {
				t.Errorf("%s: called for %q, want %q", step, got, want)
			}
		}
		expect("nothing happened", "")
		write(t, theme, strings.Replace(own, "Team", "Crew", 1))
		expect("saved", "Crew")
		write(t, theme, "ground = 1\n")
		expect("broken", "team.toml:1:1: ground: ")
		must(t, os.Remove(theme))
		expect("removed", "screen.theme: ")
		write(t, theme, own)
		expect("back", "Team")
		cancel()
		synctest.Wait()
	})
}

// Whatever the files beside a configuration hold, there is an error or a board.
func FuzzAttached(f *testing.F) {
	f.Add(own, svg)
	f.Add("ground = \"#12345\"", "<svg viewBox='0,0,1e999,-1'>")
	f.Fuzz(func(t *testing.T, theme, logo string) {
		data := []byte("[screen]\ntheme = \"t.toml\"\nlogo = \"l.svg\"\n[kpi.a]\nevery = \"day\"\n")
		c, err := ParseWith(string(data), theme, logo)
		if (c == nil) == (err == nil) || c != nil && (c.Screen.Own == nil || c.Screen.Logo.Width <= 0 || c.Screen.Logo.Height <= 0) {
			t.Errorf("got %+v, %v", c, err)
		}
	})
}

func TestFollow_SeesTheFileOfHolidaysChange(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	event := func(day string) string {
		return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART;VALUE=DATE:" + day + "\nEND:VEVENT\nEND:VCALENDAR\n"
	}
	christmas, eve := kpi.Date{Year: 2026, Month: 12, Day: 25}, kpi.Date{Year: 2026, Month: 12, Day: 24}
	write(t, path, "holidays = \"office.ics\"\nclosed = [\"2026-12-30 to 2026-12-31\"]\n"+small)
	write(t, filepath.Join(dir, "office.ics"), event("20261225"))
	first, err := Load(path)
	if err != nil || first.Calendar.Works(christmas) || !first.Calendar.Works(eve) || first.Calendar.Works(kpi.Date{Year: 2026, Month: 12, Day: 31}) {
		t.Fatalf("Christmas is a workday: %v", err)
	}
	write(t, filepath.Join(dir, "office.ics"), event("20261224"))
	second, err := Load(path)
	if err != nil || second.Sum == first.Sum || !second.Calendar.Works(christmas) || second.Calendar.Works(eve) {
		t.Errorf("the change of the file was not seen: %v", err)
	}
	good := filepath.Join(t.TempDir(), "kpi.good.toml")
	if err := SaveGood(good, second.Source()); err != nil {
		t.Fatal(err)
	}
	if c, _, err := LoadGood(good, path); err != nil || c.Calendar.Works(eve) {
		t.Errorf("the last good configuration lost the holidays: %v", err)
	}
	write(t, filepath.Join(dir, "office.ics"), "no calendar")
	if _, err := Load(path); err == nil {
		t.Error("a file that is no calendar is accepted")
	}
}
