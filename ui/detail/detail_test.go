package detail

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestDetail_IsLegibleAtEverySizeForEveryKPI(t *testing.T) {
	test.NewTempApp(t)
	sizes := append(slices.Clone(uitest.Sizes), fyne.NewSize(1024, 768), fyne.NewSize(800, 800))
	for name, r := range detailCases() {
		for _, size := range sizes {
			t.Run(fmt.Sprintf("%s/%v×%v", name, size.Width, size.Height), func(t *testing.T) {
				v := detailView(r, size, "midnight")
				checkDetail(t, v, Compose(v, "x", 1, testHints))
			})
		}
	}
}

func TestDetail_IsLegibleInEveryThemeAndForEverySpan(t *testing.T) {
	test.NewTempApp(t)
	for name, r := range detailCases() {
		for _, theme := range themes.Names() {
			for span := range Spans {
				t.Run(fmt.Sprintf("%s/%s/%d", name, theme, Spans[span]), func(t *testing.T) {
					v := detailView(r, uitest.Sizes[0], theme)
					checkDetail(t, v, Compose(v, "x", span, testHints))
				})
			}
		}
	}
}

func TestDetail_IsLegibleFromFarAndNearAndInTrouble(t *testing.T) {
	test.NewTempApp(t)
	for _, screen := range []config.Screen{
		{Inset: 0.05, PanelInches: 43, ViewingDistance: 8},
		{Inset: 0.05, PanelInches: 75, ViewingDistance: 2},
		{Inset: 0.2},
		{},
	} {
		for _, size := range uitest.Sizes {
			for name, r := range detailCases() {
				v := detailView(r, size, "midnight")
				v.Board.Config.Screen = screen
				v.Board.Demo, v.Board.AsOf = true, true
				v.Board.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "config.toml line 12: there is no key titel; still showing the version of 09:14"}}}
				t.Run(fmt.Sprintf("%+v/%v/%s", screen, size, name), func(t *testing.T) {
					checkDetail(t, v, Compose(v, "x", 1, testHints))
				})
			}
		}
	}
}

func TestDetail_KeepsTheClockTheBadgesAndTheTroubleInSight(t *testing.T) {
	b := uitest.ThreePages()
	b.Demo, b.AsOf = true, true
	b.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "store is locked"}}}
	v := boardView(b, uitest.Sizes[1], "midnight")
	said := map[string]bool{}
	for _, e := range Compose(v, "a", 1, testHints) {
		said[e.Text] = true
	}
	for _, want := range []string{"14", "32", "DEMO VALUES", "AS OF 20 Nov 2026", "store is locked", "updated 14:32:05"} {
		if !said[want] {
			t.Errorf("the detail hides %q", want)
		}
	}
}

// Where there is no room for all words, the keys have fewer, and the last ones go.
func TestDetail_NamesItsKeys(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := detailView(uitest.Monthly(uitest.Defined("x"), 1, 2), size, "midnight")
		keys := uitest.Texts(Compose(v, "x", 1, testHints), "key")
		if len(keys) != len(testHints) {
			t.Errorf("%v: the hints are %q", size, keys)
		}
		many := slices.Repeat(testHints, 5)
		all := Compose(v, "x", 1, many)
		if keys := uitest.Texts(all, "key"); len(keys) < 2 || len(keys) >= len(many) {
			t.Errorf("%v: of %d hints there are %d", size, len(many), len(keys))
		}
		if hints := uitest.Texts(all, "hint"); slices.Contains(hints, "other KPIs") {
			t.Errorf("%v: the hints are not short: %q", size, hints)
		}
	}
}

func TestDetail_SaysNumberStatusTargetChangeAndPeriod(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		r := uitest.Monthly(uitest.Defined("x"), uitest.Sloping(30)...)
		r.Change = kpi.Change{Known: true, Amount: 3, HasRel: true, Relative: 0.032, Trend: kpi.Better}
		all := Compose(detailView(r, size, "midnight"), "x", 1, testHints)
		for part, want := range map[draw.Kind]string{
			"number": "72", "status": "on target · ≥ 60", "change": "3.2%", "period": "October",
		} {
			if got := strings.Join(uitest.Texts(uitest.Tile(all, "x"), part), ""); got != want {
				t.Errorf("%v: the %s is %q, want %q", size, part, got, want)
			}
		}
	}
}

// The chart gets half of the page's height at least, and nobody's words are cut beside
// room that is left.
func TestDetail_UsesItsPage(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 3440, Height: 1440}} {
		v := detailView(uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...), size, "midnight")
		p := compose(v, "x", 1, testHints)
		body := v.Frame().Tiles
		chart, _ := uitest.Part(p.Elements, "chart of the detail")
		least := body.H * 0.3 // of an upright page, which has the number above it
		if size.Width > size.Height {
			least = body.H * 0.4
		}
		if chart.Size.Height < least {
			t.Errorf("%v: the chart is %v high of %v", size, chart.Size.Height, body.H)
		}
		if len(p.cut) > 0 {
			t.Errorf("%v: cut are %q", size, p.cut)
		}
		var end float32
		for _, e := range p.Elements {
			if e.Part.Kind == "card" || e.Part.Kind == "note" || e.Part.Kind == "chart of the detail" {
				end = max(end, e.Box().Bottom())
			}
		}
		if left := body.Bottom() - end; left > body.H*0.16 {
			t.Errorf("%v: %v of %v are left below", size, left, body.H)
		}
	}
}
