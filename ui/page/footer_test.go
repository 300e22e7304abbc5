package page

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestFooter_SaysWhichPageStandsAndHowLong(t *testing.T) {
	test.NewTempApp(t)
	for _, row := range []struct {
		name   string
		change func(*View)
		want   string
	}{
		{"in rotation", func(*View) {}, "page 1 of 2 · 12 s"},
		{"another page", func(v *View) { v.Page, v.Left = 1, 3*time.Second }, "page 2 of 2 · 3 s"},
		{"for two minutes", func(v *View) { v.Left = 2 * time.Minute }, "page 1 of 2 · 120 s"},
		{"for longer", func(v *View) { v.Left = 2*time.Minute + time.Second }, "page 1 of 2 · 3 min"},
		{"for an hour", func(v *View) { v.Left = time.Hour }, "page 1 of 2 · 60 min"},
		{"paused", func(v *View) { v.Held = true }, "page 1 of 2 · paused"},
		{"nothing to turn to", func(v *View) { v.Paging = false }, "page 1 of 2"},
		{"drawn seldom", func(v *View) { v.Calm = true }, "page 1 of 2"},
		{"one page, paused", func(v *View) {
			v.Held, v.Board.Config.Pages = true, v.Board.Config.Pages[:1]
		}, "paused"},
		{"one page", func(v *View) {
			v.Paging, v.Board.Config.Pages = false, v.Board.Config.Pages[:1]
		}, ""},
	} {
		v := testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[1], "midnight")
		row.change(&v)
		if got := strings.Join(uitest.Texts(Footer(v), "page"), ""); got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

// An old number must not look new: the time of another day has its date.
func TestFooter_SaysHowOldTheDataIs(t *testing.T) {
	test.NewTempApp(t)
	for _, row := range []struct {
		name   string
		change func(*View)
		want   []string // what it has to say
	}{
		{"read just now", func(*View) {}, []string{"14:32:05"}},
		{"in the board's zone", func(v *View) {
			v.Board.Config.Calendar.Zone = time.FixedZone("", 3*3600)
		}, []string{"17:32:05"}},
		{"read yesterday", func(v *View) { v.Board.Read = uitest.Now.AddDate(0, 0, -1) }, []string{"19 Nov 14:32"}},
		{"never read", func(v *View) { v.Board.Read = time.Time{} }, []string{"not read yet"}},
		{"a copy", func(v *View) {
			v.Board.Config.Store.Role, v.Board.Copied = config.Copy, uitest.Now.Add(-time.Hour)
		}, []string{"copy", "13:32"}},
		{"a copy of which nobody knows the age", func(v *View) {
			v.Board.Config.Store.Role = config.Copy
		}, []string{"copy", "?"}},
	} {
		for _, size := range uitest.Sizes {
			v := testView(uitest.Board(uitest.Many(3)...), size, "midnight")
			row.change(&v)
			got := strings.Join(uitest.Texts(Footer(v), "age of the data"), "")
			for _, want := range row.want {
				if !strings.Contains(got, want) {
					t.Errorf("%s, %v: got %q, want %q", row.name, size, got, want)
				}
			}
		}
	}
}

func TestAge_ReturnsWhereItBegins(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(uitest.Board(uitest.Many(3)...), size, "midnight")
		var s draw.Sheet
		left := Age(&s, v)
		if at := s.Elements[0].At.X; len(s.Elements) != 1 || left < at-0.1 || left > at+0.1 || s.Elements[0].Box().Right() > v.Frame().Footer.Right()+0.1 {
			t.Errorf("%v: it says %.1f, its text is at %.1f", size, left, at)
		}
	}
}

func TestBanner_HasFewLines(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(uitest.Board(uitest.Many(4)...), size, "midnight")
		v.Unsaved = []string{strings.Repeat("the store is locked by another program ", 30)}
		var s draw.Sheet
		Banner(&s, v)
		want := 2
		if size.Height > size.Width {
			want = 3
		}
		if lines := uitest.Texts(s.Elements, "trouble"); len(lines) != want || !draw.Shortened(lines...) {
			t.Errorf("%v: it says %q", size, lines)
		}
	}
}

// The worst is said in words, and how many more there are; the tiles give way.
func TestBanner_SaysTheWorstAboveTheFooter(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		b := uitest.Board(uitest.Many(4)...)
		v := testView(b, size, "midnight")
		var none draw.Sheet
		if Banner(&none, v); len(none.Elements) > 0 {
			t.Fatalf("%v: without trouble there is %v", size, none.Elements)
		}
		v.Unsaved = []string{"Churn 3.4 % is not saved"}
		for n := range 3 {
			var s draw.Sheet
			Banner(&s, v)
			said := strings.Join(uitest.Texts(s.Elements, "trouble"), " ")
			if !strings.HasPrefix(said, "Churn 3.4 % is not saved") || n > 0 && !strings.Contains(said, fmt.Sprint(n, " more")) {
				t.Errorf("%v, %d findings: it says %q", size, n, said)
			}
			banner, _ := uitest.Part(s.Elements, "banner")
			if f := v.Frame(); banner.At.Y < f.Tiles.Bottom() || banner.Box().Bottom() > f.Footer.Y || !uitest.Has(s.Elements, "warning") {
				t.Errorf("%v: it is at %v, the tiles end at %.0f, the footer begins at %.0f", size, banner.Box(), f.Tiles.Bottom(), f.Footer.Y)
			}
			b.Findings = append(b.Findings, saying(fmt.Sprint("trouble ", n)))
		}
	}
}

func TestEmpty_SaysWhyThereIsNothing(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		b := uitest.Board()
		v := testView(b, size, "midnight")
		if got := strings.Join(uitest.Texts(Empty(v), "message"), " "); got != "There is no page to show." {
			t.Errorf("%v: got %q", size, got)
		}
		for i := range 30 {
			b.Findings = append(b.Findings, saying(fmt.Sprintf("config.toml line %d: a mistake that takes quite some words to say", i)))
		}
		room := v.plainFrame().Tiles
		for _, e := range Empty(v) {
			if e.Box().Bottom() > room.Bottom() || e.Box().Right() > room.Right() || e.Points < v.Frame().Floor {
				t.Errorf("%v: %q stands at %v in %.0f, the room is %v", size, e.Text, e.Box(), e.Points, room)
			}
		}
		if !strings.Contains(strings.Join(uitest.Texts(Empty(v), "reason"), " "), "config.toml line 0") {
			t.Errorf("%v: the first reason is missing", size)
		}
	}
}

func TestNotice_CoversTheFooterWhileThereIsOne(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		v := testView(uitest.Board(uitest.Many(3)...), size, "midnight")
		if got := Notice(v); got != nil {
			t.Errorf("%v: without a notice there is %v", size, got)
		}
		v.Notice = strings.Repeat("Monthly recurring revenue is saved: 42,170 ", 10)
		n := Notice(v)
		ground, f := n[0].Box(), v.Frame()
		if len(n) != 3 || !draw.Shortened(n[2].Text) || !uitest.Within(n[1], ground) || !uitest.Within(n[2], ground) {
			t.Errorf("%v: %v", size, uitest.Texts(n, "notice"))
		}
		if ground.Y > f.Footer.Y || ground.Bottom() < f.Footer.Bottom() || ground.Bottom() > size.Height {
			t.Errorf("%v: it covers %v, the footer is %v", size, ground, f.Footer)
		}
	}
}

// A page that nobody sees come by is not counted.
func TestFooter_CountsThePagesInRotation(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.ThreePages() // the last is private
	b.Config.Pages = append(b.Config.Pages, config.Page{ID: "four", Title: "Fourth", Tiles: []string{"a"}})
	b.Config.Pages[0].Hours = config.Hours{From: 1, To: 2}
	for page, want := range []string{"", "page 1 of 2", "", "page 2 of 2"} {
		v := testView(b, uitest.Sizes[1], "midnight")
		v.Page, v.Paging = page, false
		if got := uitest.Texts(Footer(v), "page"); strings.Join(got, "") != want {
			t.Errorf("page %d: %q, want %q", page, got, want)
		}
	}
}

func TestNotice_SaysWhatAKeyIsAboutToUndoToItsEnd(t *testing.T) {
	test.NewTempApp(t)
	v := testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[3], "midnight") // upright
	v.Notice = "u again takes back the whole import of today 07:18 (309 values)"
	if got := strings.Join(uitest.Texts(Notice(v), "notice"), " "); !strings.HasSuffix(got, "(309 values)") {
		t.Errorf("%q", got)
	}
}

func TestNotice_CoversNothing(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(6)...)
	b.Findings = []finding.Finding{saying("config.toml line 12: there is no key titel")}
	for _, size := range uitest.Sizes {
		v := testView(b, size, "midnight")
		v.Notice = "saved"
		notice := Notice(v)[0]
		banner, _ := uitest.Part(Footer(v), "banner")
		for _, e := range append(Tiles(v)[5], banner) {
			if uitest.Overlap(notice, e) {
				t.Errorf("%v: the notice at %v covers %s at %v", size, notice.Box(), e.Part, e.Box())
			}
		}
	}
}

// How one gets back to the present is never cut off.
func TestBanner_SaysHowToComeBackOnAnUprightScreen(t *testing.T) {
	test.NewTempApp(t)
	for _, code := range []string{"de", "en", "es", "fr", "it", "nl", "pl", "pt-BR"} {
		say := words.In(code)
		v := testView(uitest.Board(uitest.Many(3)...), uitest.Sizes[3], "midnight")
		v.Past = say.Say("wall.past", words.Args{"Day": say.FullDay(kpi.Date{Year: 2026, Month: 9, Day: 24}, uitest.Now)})
		for _, e := range Footer(v) {
			if e.Part.Kind == "trouble" && draw.Shortened(e.Text) {
				t.Errorf("%s: %q is shortened", code, e.Text)
			}
		}
	}
}
