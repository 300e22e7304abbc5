package words

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

func day(d int) kpi.Date { return kpi.Date{Year: 2026, Month: time.November, Day: d} }

// leads is a weekly sum with a target of 40, of which 16 should be there by Tuesday.
func leads() *board.Reading {
	return &board.Reading{
		KPI:   &kpi.KPI{ID: "leads", Name: "Leads", Every: kpi.Week, Combine: kpi.Sum},
		Today: day(24), Current: true, Has: true, Number: 17, Target: atLeast(40), Status: kpi.OnTarget, Verdict: kpi.OnTarget,
		Running: kpi.Running{On: true, ByNow: atLeast(16), Until: day(24), Ends: day(29)},
	}
}

func TestReadingTarget_SaysOfARunningSumWhatShouldBeThere(t *testing.T) {
	early := leads()
	early.Running.ByNow = kpi.Target{}
	today := leads()
	today.KPI.Every, today.KPI.DayEnds = kpi.Day, 17*time.Hour
	month := leads()
	month.KPI.Every = kpi.Month
	over := leads()
	over.Running = kpi.Running{}
	none := leads()
	none.Target = kpi.Target{}
	for _, row := range []struct {
		name   string
		r      *board.Reading
		en, de []string
	}{
		{"by now", leads(), []string{"≥ 16 by Tuesday · ≥ 40 by Sunday", "≥ 16 by Tue"}, []string{"≥ 16 bis Dienstag · ≥ 40 bis Sonntag", "≥ 16 bis Di"}},
		{"too early", early, []string{"≥ 40 by Sunday", "≥ 40"}, []string{"≥ 40 bis Sonntag", "≥ 40"}},
		{"a day", today, []string{"≥ 40 by 17:00", "≥ 40"}, []string{"≥ 40 bis 17:00", "≥ 40"}},
		{"a month", month, []string{"≥ 16 by 24 Nov · ≥ 40 by 29 Nov", "≥ 16 by 24 Nov"}, []string{"≥ 16 bis 24. Nov. · ≥ 40 bis 29. Nov.", "≥ 16 bis 24. Nov."}},
		{"over", over, []string{"target ≥ 40", "≥ 40"}, []string{"Ziel ≥ 40", "≥ 40"}},
		{"none", none, nil, nil},
	} {
		en, de := speechOf(t, "en", "en-US").ReadingTarget(row.r), speechOf(t, "de", "de-DE").ReadingTarget(row.r)
		if !slices.Equal(en, row.en) || !slices.Equal(de, row.de) {
			t.Errorf("%s: %q and %q, want %q and %q", row.name, en, de, row.en, row.de)
		}
	}
}

func TestReadingStatus_SaysAsMuchAsThereIsRoomFor(t *testing.T) {
	judged := &board.Reading{
		KPI: &kpi.KPI{Judged: true}, Today: day(24), Has: true, Number: kpi.Watch, Status: kpi.Near, NoteBy: "Ada",
		LastConfirmed: time.Date(2026, 11, 19, 23, 30, 0, 0, time.UTC), // in Berlin the next day
	}
	anonymous := *judged
	anonymous.NoteBy = ""
	overdue := &board.Reading{
		KPI: &kpi.KPI{}, Today: day(24), Has: true, Status: kpi.Overdue, Fresh: kpi.Freshness{Since: time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)},
	}
	lastYear := *overdue
	lastYear.Fresh.Since = time.Date(2025, 3, 1, 9, 0, 0, 0, time.UTC)
	near := leads()
	near.Status = kpi.Near
	young := leads()
	young.Status = kpi.InProgress
	for _, row := range []struct {
		name string
		r    *board.Reading
		en   string
		de   string
	}{
		{"judged", judged, "watch · Ada, 20 Nov | watch · 20 Nov | watch", "beobachten · Ada, 20. Nov. | beobachten · 20. Nov. | beobachten"},
		{"judged by nobody", &anonymous, "watch · 20 Nov | watch", "beobachten · 20. Nov. | beobachten"},
		{"overdue", overdue, "overdue since 1 Nov | overdue", "überfällig seit 1. Nov. | überfällig"},
		{"overdue for long", &lastYear, "overdue since Mar 2025 | overdue", "überfällig seit März 2025 | überfällig"},
		{"running", leads(), "on target so far | so far", "bisher im Ziel | läuft"},
		{"running, near", near, "near so far | so far", "bisher knapp daneben | bisher knapp | läuft"},
		{"young", young, "so far", "läuft"},
	} {
		en := strings.Join(speechOf(t, "en", "en-US").ReadingStatus(row.r), " | ")
		de := strings.Join(speechOf(t, "de", "de-DE").ReadingStatus(row.r), " | ")
		if en != row.en || de != row.de {
			t.Errorf("%s: %q and %q, want %q and %q", row.name, en, de, row.en, row.de)
		}
	}
}

// A verdict that a person gave is no distance to a target.
func TestStatusText_OfAJudgedKPIIsItsVerdict(t *testing.T) {
	r := &board.Reading{KPI: &kpi.KPI{Judged: true}, Has: true, Number: kpi.Watch, Status: kpi.Near}
	if got := speechOf(t, "de", "de-DE").StatusText(r.Status, r); got != "beobachten" {
		t.Errorf("%q", got)
	}
	r.Status = kpi.Overdue
	if got := speechOf(t, "de", "de-DE").StatusText(r.Status, r); got != "überfällig" {
		t.Errorf("%q", got)
	}
}

func TestReadingChange_OfAJudgedKPIIsTheVerdictOfBefore(t *testing.T) {
	r := &board.Reading{
		KPI: &kpi.KPI{Judged: true}, Has: true, Number: kpi.Good, Change: kpi.Change{Known: true, Amount: 2},
		History: []board.Point{{Has: true, Number: kpi.Bad}, {Has: true, Number: kpi.Good}},
	}
	if got := speechOf(t, "en", "en-US").ReadingChange(r); got != "was bad" {
		t.Errorf("%q", got)
	}
	r.Number = kpi.Bad
	if got := speechOf(t, "de", "de-DE").ReadingChange(r); got != "unverändert" {
		t.Errorf("%q", got)
	}
}

func TestReadingPeriod_IsNamedWhereItIsNotTheCurrentOne(t *testing.T) {
	en := speechOf(t, "en", "en-US")
	r := &board.Reading{KPI: &kpi.KPI{}, Today: day(24), Has: true, Period: on(t, en.calendar, kpi.Month, "2025-10-01")}
	if got := en.ReadingPeriod(r) + " | " + en.ShortReadingPeriod(r); got != "October 2025 | Oct 2025" {
		t.Errorf("%q", got)
	}
	r.Current = true
	if got := en.ReadingPeriod(r); got != "" {
		t.Errorf("the current one is %q", got)
	}
}

// What is left of a number is never called all of it.
func TestChange_IsTheWholeOnlyWhereNothingIsLeft(t *testing.T) {
	rnd, en := rand.New(rand.NewPCG(1, 2)), speechOf(t, "en", "en-US")
	for range 5000 {
		before := math.Pow(10, rnd.Float64()*9)
		left := before * math.Pow(10, -rnd.Float64()*12)
		f := kpi.Format{Decimals: rnd.IntN(4)}
		c := changed(f, kpi.Target{}, before, left)
		if text := en.Change(c); strings.HasPrefix(text, "−100%") && f.Round(left) != 0 {
			t.Fatalf("from %v to %v is %s", before, left, text)
		}
	}
}
