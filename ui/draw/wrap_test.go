package draw

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

func TestWrap_BreaksBetweenWordsAndCutsTheRest(t *testing.T) {
	test.NewTempApp(t)
	const size = 20
	em := Medium.Width("mm", size, false) / 2
	for _, row := range []struct {
		name, text string
		ems        float32
		lines      int
		want       []string
	}{
		{"nothing", "", 10, 2, nil},
		{"nothing but space", " \n\t ", 10, 2, nil},
		{"what fits stays in one line", "On-time delivery", 40, 3, []string{"On-time delivery"}},
		{"space is one space", "  On-time \n delivery ", 40, 1, []string{"On-time delivery"}},
		{"between words", "mmmm mmmm mmmm", 5, 3, []string{"mmmm", "mmmm", "mmmm"}},
		{"as many words as fit", "mm mm mm mm", 5.6, 2, []string{"mm mm", "mm mm"}},
		{"the last line is cut", "mmmm mmmm mmmm", 5, 2, []string{"mmmm", "mmmm…"}},
		{"a word longer than a line is broken", "mmmmmmmm", 5.2, 2, []string{"mmmm-", "mmmm"}},
		{"and leaves no letter or two alone", "mmmmmm", 5.8, 2, []string{"mmm-", "mmm"}},
		{"an id is broken as it is", "mmmm_mmm", 5.2, 2, []string{"mmmm_", "mmm"}},
		{"a word keeps what may not part from it", "mmmm € mmmm", 4.4, 3, []string{"mmmm", "€", "mmmm"}},
		{"a number keeps its percent sign", "mm mm 78 %", 7, 2, []string{"mm mm", "78 %"}},
		{"and the sign of its currency", "mm mm 3 Tsd. €", 8.4, 2, []string{"mm mm", "3 Tsd. €"}},
		{"and its unit in words", "mm mm 41 days", 7, 2, []string{"mm mm", "41 days"}},
		{"unless there is no other space", "41 mmmm 42 days", 5, 3, []string{"41", "mmmm", "42 days"}},
		{"a target keeps its sign", "mm mm ≤ 4:00", 6, 2, []string{"mm mm", "≤ 4:00"}},
		{"no comma before the ellipsis", "mmm, mmmm", 5, 1, []string{"mmm…"}},
		{"no full stop before the ellipsis", "mmm. mmmm", 5, 1, []string{"mmm…"}},
	} {
		if got := Medium.Wrap(row.text, size, row.ems*em, row.lines); !slices.Equal(got, row.want) {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
	just := Medium.Width("mm mm", size, false)
	if got := Medium.Wrap("mm mm mm", size, just, 2); !slices.Equal(got, []string{"mm mm", "mm"}) {
		t.Errorf("a line that is just full: got %q", got)
	}
}

// Whatever the width: no line is wider, there are not more than there may be, and
// nothing is lost without an ellipsis that says so.
func TestWrap_KeepsToItsWidthAndLosesNothingInSilence(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{
		"Monthly recurring revenue of all customers", "Donaudampfschifffahrtsgesellschaftskapitän",
		"הכנסה חודשית (MRR) של כל הלקוחות", "月次経常収益と顧客獲得コスト", "Team 🚀 happiness 🎉 and more",
	} {
		for _, f := range []Face{Medium, Semibold} {
			for width := float32(60); width < 900; width += 37 {
				for lines := 1; lines <= 3; lines++ {
					got := f.Wrap(text, 30, width, lines)
					if len(got) == 0 || len(got) > lines {
						t.Errorf("%q in %.0f: %d lines, want at most %d", text, width, len(got), lines)
					}
					for _, line := range got {
						if w := f.Width(line, 30, false); w > width+0.5 {
							t.Errorf("%q is %.1f wide, the room is %.1f", line, w, width)
						}
					}
					said := squeezed(strings.ReplaceAll(strings.Join(got, ""), hyphen, ""))
					if !Shortened(got...) && said != squeezed(text) {
						t.Errorf("%q became %q without an ellipsis", text, got)
					}
					if cut, ok := strings.CutSuffix(said, ellipsis); ok && !strings.HasPrefix(squeezed(text), cut) {
						t.Errorf("%q became %q", text, got)
					}
				}
			}
		}
	}
}

// squeezed is text without its spaces, which lines leave out where they break.
func squeezed(text string) string { return strings.ReplaceAll(text, " ", "") }

func TestShorten_ShowsAsMuchAsFits(t *testing.T) {
	test.NewTempApp(t)
	const text = "Customers lost, by month: all of them"
	whole := Medium.Width(text, 24, false)
	if got := Medium.Shorten(text, 24, whole); got != text {
		t.Errorf("in its own width it is %q", got)
	}
	last := 0
	for width := float32(10); width < whole; width += 3 {
		got := Medium.Shorten(text, 24, width)
		head, cut := strings.CutSuffix(got, ellipsis)
		if !cut || !strings.HasPrefix(text, head) || strings.HasSuffix(head, ",") || strings.HasSuffix(head, " ") {
			t.Errorf("in %.0f it is %q", width, got)
		}
		if w := Medium.Width(got, 24, false); head != "" && w > width {
			t.Errorf("%q is %.1f wide, the room is %.1f", got, w, width)
		}
		if len(head) < last {
			t.Errorf("with more room less is shown: %q", got)
		}
		last = len(head)
	}
	if last < len(text)-5 {
		t.Errorf("just too narrow, only %d of %d characters are shown", last, len(text))
	}
}

func TestShortened_TellsFromTheLastLine(t *testing.T) {
	for want, lines := range map[bool][]string{true: {"a", "b…"}, false: {"a…", "b"}} {
		if Shortened(lines...) != want {
			t.Errorf("%q: got %v", lines, !want)
		}
	}
	if Shortened() {
		t.Error("no line at all is shortened")
	}
}

// A number that changes must not push its unit to and fro.
func TestWidth_OfTabularFiguresDoesNotDependOnThem(t *testing.T) {
	test.NewTempApp(t)
	for _, f := range []Face{Medium, Semibold} {
		want := f.Width("0,000.0", 37.3, true)
		for _, number := range []string{"1,111.1", "4,747.7", "8,888.8"} {
			if got := f.Width(number, 37.3, true); got < want-0.01 || got > want+0.01 {
				t.Errorf("face %d: %s is %.2f wide, 0,000.0 is %.2f", f, number, got, want)
			}
		}
		if ratio := f.Width("97.3", 37.3, true) / f.Width("97.3", 100, true); ratio < 0.3725 || ratio > 0.3735 {
			t.Errorf("face %d: in 0.373 of the size it is %.4f as wide", f, ratio)
		}
	}
}

func TestWidth_IsThatOfTheRunsInAnyOrder(t *testing.T) {
	test.NewTempApp(t)
	for _, text := range []string{"MRR הכנסה (חודש) net", "العملاء (CRM) 2026", "Team 🚀 happiness", "収益 per Kunde"} {
		var sum float32
		for _, run := range Medium.runs(text, false) {
			sum += Medium.Width(run, 25, false)
		}
		if got := Medium.Width(text, 25, false); got < sum-0.5 || got > sum+0.5 {
			t.Errorf("%q is %.1f wide, its runs are %.1f", text, got, sum)
		}
	}
}
