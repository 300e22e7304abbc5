package page

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/uitest"
)

// lines are findings as check and the wall list them.
func lines(found []finding.Finding) string {
	texts := make([]string, len(found))
	for i, f := range found {
		texts[i] = words.English().Line(f)
	}
	return strings.Join(texts, "\n")
}

// linted returns what Lint says of a page of n plain readings, changed by change.
func linted(t *testing.T, n int, change func(*config.Config, []string)) string {
	t.Helper()
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(n)...)
	b.Config.Pages = b.Config.Pages[:1]
	for _, r := range b.Readings {
		r.KPI.Name = r.KPI.ID
		r.Current, r.Change = true, kpi.Change{}
	}
	if change != nil {
		change(b.Config, b.Config.Pages[0].Tiles)
	}
	return lines(Lint(b, uitest.Sizes[1]))
}

func TestLint_IsSilentWhereEverybodyCanReadEverything(t *testing.T) {
	if got := linted(t, 2, nil); got != "" {
		t.Errorf("got %q", got)
	}
}

func TestLint_NamesWhatIsShortenedAndWhatWouldShowIt(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(6)...)
	b.Readings["k4"].KPI.Name = "Leads that the fair in spring brought us and that are still open"
	got := lines(Lint(b, uitest.Sizes[1]))
	for _, want := range []string{
		"page p: name of tile 'k4' is shortened; five tiles instead of six would show it",
		"page p: no room for the change of every tile",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("Lint does not say %q:\n%s", want, got)
		}
	}
}

func TestLint_MeasuresTheNumberInMinutesOfArc(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(9)...)
	b.Config.Screen.ViewingDistance = 9
	uitest.Write(b.Readings["k1"], "1,234,567,890.12", "")
	got := lines(Lint(b, uitest.Sizes[1]))
	want := "page p: number of tile 'k1' is 9 arc-minutes at 9 m, and reading without effort takes 16; "
	if !strings.Contains(got, want) || !strings.Contains(got, " instead of nine would give ") {
		t.Errorf("Lint does not say %q:\n%s", want, got)
	}
}

// A remedy that is proposed has to be one.
func TestLint_WhatItProposesHelps(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(9)...)
	v := testView(b, uitest.Sizes[1], "midnight")
	for _, l := range lacks(v) {
		for n := 8; n > 0; n-- {
			if remedy(v, l)["Fewer"] == n {
				for _, left := range lacks(v.with(l.tiles[0], n)) {
					if left.fault == l.fault && left.part == l.part && left.tiles[0] == l.tiles[0] {
						t.Errorf("with %d tiles there still is: %v", n, left.finding(v))
					}
				}
			}
		}
	}
}

func TestLint_NamesTheSizeWhereThereAreSeveral(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(12)...)
	got := lines(Lint(b, uitest.Sizes[1], fyne.NewSize(1080, 1920)))
	if !strings.Contains(got, "at 1920×1080, page p: ") || !strings.Contains(got, "at 1080×1920, page p: ") {
		t.Errorf("got %s", got)
	}
}

func TestWorstWait_CountsThePagesInRotation(t *testing.T) {
	c := &config.Config{Stay: 20 * time.Second, Pages: []config.Page{
		{ID: "a", Stay: 50 * time.Second}, {ID: "b"}, {ID: "c", Stay: 5 * time.Second}, {ID: "d", Private: true, Stay: time.Hour},
	}}
	if got, want := lines(worstWait(c)), "page c: 1 min 10 s until it comes round again"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	c.Pages[0].Stay = 40 * time.Second
	if got := worstWait(c); got != nil {
		t.Errorf("of a minute: %v", got)
	}
	c.Pages = c.Pages[2:]
	if got := worstWait(c); got != nil {
		t.Errorf("of one page: %v", got)
	}
}

func TestLint_NamesTitlesThatHaveNoRoom(t *testing.T) {
	long := strings.Repeat("Northwind ", 12)
	for _, row := range []struct {
		change func(*config.Config, []string)
		want   string
	}{
		{func(c *config.Config, _ []string) { c.Title = long }, "no room for the title of the board beside that of p; write one of them shorter"},
		{func(c *config.Config, _ []string) { c.Pages[0].Title = long }, "page p: its title is shortened to"},
		{func(c *config.Config, tiles []string) {
			c.Pages[0].Groups = []config.Group{{Title: long, Tiles: tiles[:1]}, {Title: "Two", Tiles: tiles[1:]}}
		}, "page p: a heading is shortened to \"Northwind"},
	} {
		if got := linted(t, 2, row.change); !strings.Contains(got, row.want) {
			t.Errorf("%q does not say %q", got, row.want)
		}
	}
}

// A unit is the board's own text, too: where it makes the number small, it is named.
func TestLint_NamesUnitsThatMakeTheirNumbersSmall(t *testing.T) {
	test.NewTempApp(t)
	for n, overview := range map[int]bool{4: false, 24: true} {
		readings := uitest.Many(n)
		uitest.Write(readings[1], "12", " qualified leads a week")
		uitest.Write(readings[2], "12", " days")
		b := overviewOf(readings)
		b.Config.Pages[0].Overview = overview
		if !overview {
			b.Config.Pages[0].Groups = nil
		}
		got := lines(Lint(b, uitest.Sizes[1]))
		if want := "page p: unit of tile 'k1' is wider than the number and makes it small; choose a shorter one"; strings.Count(got, "unit of") != 1 || !strings.Contains(got, want) {
			t.Errorf("Lint does not say %q alone:\n%s", want, got)
		}
	}
}
