package config_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	. "kpiwall/data/config"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// small is a valid file of three KPIs on two pages.
const small = `title = "Harbour"
[screen]
inset = "3%"

[kpi.mrr]
name = "Recurring revenue"
every = "month"

[kpi."eu.mrr"]
every = "month"
target = { min = 10 }

[kpi.reply]
every = "day"
format = "duration"
target = { max = "4:30" }

[page.sales]
tiles = ["mrr", "eu.mrr"]

[page.support]
tiles = ["reply"]
`

// problemsOf parses text, which has to have problems.
func problemsOf(t *testing.T, text string) finding.List {
	t.Helper()
	c, err := Parse("c.toml", []byte(text))
	var ps finding.List
	if !errors.As(err, &ps) || c != nil {
		t.Fatalf("Parse gave (%v, %v), want problems alone, for\n%s", c, err, text)
	}
	return ps
}

// mustParse parses text, which has to be valid.
func mustParse(t *testing.T, text string) *Config {
	t.Helper()
	c, err := Parse("c.toml", []byte(text))
	if err != nil {
		t.Fatalf("%v in\n%s", err, text)
	}
	return c
}

func TestParse_ReadsTheSameFromEveryEditor(t *testing.T) {
	want := mustParse(t, small)
	for name, text := range map[string]string{
		"byte order mark": "\ufeff" + small,
		"CRLF":            strings.ReplaceAll(small, "\n", "\r\n"),
		"no line end":     strings.TrimSuffix(small, "\n"),
		"comment at end":  small + "# 100",
	} {
		got := mustParse(t, text)
		if len(got.KPIs) != 3 || got.KPIs[2].Name != want.KPIs[2].Name || !slices.Equal(got.Pages[0].Tiles, want.Pages[0].Tiles) {
			t.Errorf("%s: read %+v", name, got)
		}
		if string(got.Source()) != text {
			t.Errorf("%s: Source is not the file as it was read", name)
		}
		if got.Sum == want.Sum {
			t.Errorf("%s: another content has the same Sum", name)
		}
	}
}

func TestParse_CountsColumnsBehindAByteOrderMark(t *testing.T) {
	if p := problemsOf(t, "\ufeffstay = 20\n"+small)[0].Place; p.Line != 1 || p.Column != 1 {
		t.Errorf("stands at %d:%d, want 1:1", p.Line, p.Column)
	}
}

func TestParse_ReportsAllProblemsInTheOrderOfTheFile(t *testing.T) {
	ps := problemsOf(t, "stay = 20\n[page.a]\ntiles = [\"x\"]\n[kpi.b]\nevery = \"moth\"\ncolour = 1\n[screen]\ninset = 5\n")
	var keys []string
	for _, p := range ps {
		keys = append(keys, p.Subject)
	}
	want := []string{"stay", "page.a.tiles", "kpi.b.every", "kpi.b.colour", "screen.inset"}
	if !slices.Equal(keys, want) {
		t.Errorf("problems of %q, want %q", keys, want)
	}
}

func TestParse_RunsChecksOnlyOnAWholeConfig(t *testing.T) {
	themes := func(c *Config) finding.List {
		return finding.List{c.Problem("screen.theme", "test.theme", nil), c.Problem("screen.inset", "test.small", nil)}
	}
	_, err := Parse("c.toml", []byte(small), themes)
	if want := "c.toml:2:2: screen.theme: test.theme\nc.toml:3:1: screen.inset: test.small"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %v", err, want)
	}
	if _, err := Parse("c.toml", nil, func(*Config) finding.List { panic("called") }); err == nil {
		t.Error("an empty file passed")
	}
}

// FuzzParse_IsWholeOrSaysWhy: whatever a file holds, the result is a board that
// can be shown, or problems that can be found.
func FuzzParse_IsWholeOrSaysWhy(f *testing.F) {
	f.Add(small)
	for _, row := range rejected {
		f.Add(row.text)
	}
	for _, text := range Scanned {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		c, err := Parse("c.toml", []byte(text))
		if err != nil {
			var found finding.List
			if !errors.As(err, &found) {
				t.Fatalf("%v has no places", err)
			}
			findable(t, text, found)
			return
		}
		for _, p := range c.Pages {
			if n := len(p.Tiles); n < 1 || n > TileLimit {
				t.Errorf("page %q has %d tiles", p.ID, n)
			}
			for _, id := range p.Tiles {
				if k := c.KPI(id); k == nil || k.Every == 0 || k.Name == "" {
					t.Errorf("tile %q is %+v", id, k)
				}
			}
		}
		if len(c.KPIs) == 0 || len(c.Pages) == 0 || c.Stay < 3*time.Second || c.Refresh < time.Second {
			t.Errorf("accepted %+v", c)
		}
	})
}

// findable checks that problems are in order and that each stands where it says.
func findable(t *testing.T, text string, ps finding.List) {
	t.Helper()
	lines := strings.Split(strings.TrimPrefix(text, "\ufeff"), "\n")
	last := 0
	for _, p := range ps {
		text, p := words.English().Line(p), p.Place
		if p.Line < last || p.Line > len(lines) || strings.Contains(text, "\n") {
			t.Errorf("problem %q after one of line %d, of %d lines", text, last, len(lines))
			continue
		}
		last = p.Line
		if p.Line == 0 {
			continue
		}
		if n := utf8.RuneCountInString(lines[p.Line-1]); p.Column < 1 || p.Column > n+1 {
			t.Errorf("problem %q is at column %d of %d", text, p.Column, n)
		}
		if excerpt := strings.Split(p.Excerpt, "\n"); len(excerpt) != 2 || strings.TrimSpace(excerpt[1]) != "^" {
			t.Errorf("problem %q has the excerpt %q", text, p.Excerpt)
		}
	}
}
