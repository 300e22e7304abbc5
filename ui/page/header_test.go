package page

import (
	"image/color"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestHeader_SaysThatABoardIsNotTheRealOneOfToday(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		b := uitest.Board(uitest.Many(3)...)
		if badges := uitest.Texts(Header(testView(b, size, "midnight")), "badge"); len(badges) > 0 {
			t.Errorf("%v: the real board says %q", size, badges)
		}
		b.Now = time.Date(2026, 6, 30, 12, 0, 0, 0, time.UTC)
		for _, row := range []struct {
			demo, asOf bool
			want       string
		}{
			{true, false, "DEMO VALUES"},
			{false, true, "AS OF 30 Jun 2026"},
			{true, true, "DEMO VALUES AS OF 30 Jun 2026"},
		} {
			b.Demo, b.AsOf = row.demo, row.asOf
			badges := uitest.Texts(Header(testView(b, size, "midnight")), "badge")
			if got := strings.TrimSpace(strings.Join(badges, " ")); strings.Join(strings.Fields(got), " ") != row.want {
				t.Errorf("%v: the badges say %q, want %q", size, badges, row.want)
			}
		}
	}
}

// What the header has no room for goes in the order of what it is worth: the board's
// title, then the end of the page's. The clock always stands.
func TestHeader_CutsTheTitleBeforeTheClock(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for words := 1; words < 30; words++ {
			b := uitest.Board(uitest.Many(3)...)
			b.Demo = words%2 == 0
			b.Config.Pages[0].Title = strings.TrimSpace(strings.Repeat("revenue ", words))
			v := testView(b, size, "midnight")
			header := Header(v)
			title, _ := uitest.Part(header, kindPageTitle)
			var s draw.Sheet
			left, _ := Corner(&s, v)
			if title.Box().Right() > left {
				t.Errorf("%v: a title of %d words ends at %.0f, the corner begins at %.0f", size, words, title.Box().Right(), left)
			}
			if strings.Join(uitest.Texts(header, "clock"), "") != "3214" {
				t.Errorf("%v, %d words: the clock says %q", size, words, uitest.Texts(header, "clock"))
			}
			if draw.Shortened(title.Text) && uitest.Has(header, "title of the board") {
				t.Errorf("%v: %q is cut, and the board's title is there", size, title.Text)
			}
			if words == 1 && size.Width > size.Height && !uitest.Has(header, "title of the board") {
				t.Errorf("%v: there is room, but no title of the board", size)
			}
		}
	}
}

func TestCorner_BeginsWhereItsFirstElementDoes(t *testing.T) {
	test.NewTempApp(t)
	for _, demo := range []bool{false, true} {
		b := uitest.Board(uitest.Many(3)...)
		b.Demo = demo
		var s draw.Sheet
		left, air := Corner(&s, testView(b, uitest.Sizes[1], "midnight"))
		first := s.Elements[0].At.X
		for _, e := range s.Elements {
			first = min(first, e.At.X)
		}
		if left < first-0.1 || left > first+0.1 || air <= 0 {
			t.Errorf("demo %v: it begins at %.1f with %.1f before it, its first element at %.1f", demo, left, air, first)
		}
	}
}

// A frozen wall has a clock that does not tick; one that counts on a weak computer
// ticks slowly.
func TestClock_Ticks(t *testing.T) {
	test.NewTempApp(t)
	colon := func(after time.Duration, calm bool) color.NRGBA {
		v := testView(uitest.Board(uitest.Many(1)...), uitest.Sizes[1], "midnight")
		v.Now, v.Calm = uitest.Now.Truncate(time.Minute).Add(after), calm
		e, _ := uitest.Part(Header(v), "colon of the clock")
		return e.Color
	}
	if colon(0, false) == colon(time.Second, false) || colon(0, false) != colon(2*time.Second, false) {
		t.Error("the colon does not change every second")
	}
	if colon(0, true) != colon(9*time.Second, true) || colon(0, true) == colon(CalmBeat*time.Second, true) {
		t.Error("the calm colon does not change every ten seconds")
	}
}

// The first keys stand where there is room on every screen, over nothing else.
func TestView_FirstKeysLieOverNothing(t *testing.T) {
	test.NewTempApp(t)
	for _, keys := range []string{"Enter or e: enter values · ?: keys", "Enter oder e: Werte eingeben · ?: Tasten"} {
		for _, size := range uitest.Sizes {
			v := testView(uitest.Board(uitest.Many(12)...), size, "midnight")
			v.Keys = []string{keys}
			all := slices.Concat(Header(v), Strip(v), Footer(v))
			count := 0
			for i, e := range all {
				if e.Text != keys {
					continue
				}
				count++
				for j, other := range all {
					if i != j && uitest.Overlap(e, other) {
						t.Errorf("%v: the keys lie over %s %q", size, other.Part.Kind, other.Text)
					}
				}
			}
			if count > 1 || count == 0 && size.Width > size.Height {
				t.Errorf("%v: %q is said %d times", size, keys, count)
			}
		}
	}
}
