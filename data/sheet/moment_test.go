package sheet

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// parseAt reads a date on a board of a country where day and month come in both orders.
func parseAt(c kpi.Calendar, k *kpi.KPI, text string) (kpi.At, error) {
	l, err := kpi.ParseLocale("en-CA")
	if err != nil {
		return kpi.At{}, err
	}
	w, err := NewDates(c, l, vocabulary).When(k, text, now)
	return w.At, err
}

func TestDates_ReadsWhatCanOnlyMeanOneDay(t *testing.T) {
	rows := []struct {
		every kpi.Cadence
		text  string
		want  string // empty: an error
	}{
		{kpi.Month, "2026-10-31", "2026-10-31"},
		{kpi.Month, " 2026-10-31 ", "2026-10-31"},
		{kpi.Month, "31.10.2026", "2026-10-31"},
		{kpi.Month, "1.2.2026", "2026-02-01"}, // who writes dots writes the day first
		{kpi.Month, "10/31/2026", "2026-10-31"},
		{kpi.Month, "31/10/2026", "2026-10-31"},
		{kpi.Month, "05/05/2026", "2026-05-05"},
		{kpi.Month, "03/04/2026", ""},
		{kpi.Month, "10.31.2026", ""},
		{kpi.Month, "31.10.26", "2026-10-31"},
		{kpi.Month, "31/02/2026", ""},
		{kpi.Month, "1.2.3.2026", ""},
		{kpi.Month, "/10/2026", ""},
		{kpi.Month, "2026-10-31T23:30:00-02:00", "2026-11-01T01:30:00Z"},
		{kpi.Month, "2026-10-31T23:30:00.750Z", "2026-10-31T23:30:00Z"},
		{kpi.Month, "2026-10", "2026-10-31"},
		{kpi.Month, "2026-13", ""},
		{kpi.Month, "", ""},
		{kpi.Quarter, "2026-q3", "2026-09-30"},
		{kpi.Week, "2026-W46", "2026-11-15"},
		{kpi.Year, "2025", "2025-12-31"},
		{kpi.Hour, "2026-11-20T14", "2026-11-20T14:59:59Z"},
		{kpi.Hour, "2026-11-20", ""},
		{kpi.Day, "2026-11-22", "2026-11-22"}, // tomorrow
		{kpi.Day, "2026-11-23", ""},
		{kpi.Month, "2026-12-31", "2026-12-31"},
		{kpi.Month, "2027-01-01", ""},
	}
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January}
	for _, row := range rows {
		at, err := parseAt(c, &kpi.KPI{ID: "x", Every: row.every}, row.text)
		if (err != nil) != (row.want == "") || (err == nil && at.String() != row.want) {
			t.Errorf("%q of cadence %d is %v (%v), want %q", row.text, row.every, at, err, row.want)
		}
	}
}

// A file is often exported again while its period runs. Where values add up,
// reading it on two days must not count them twice; where the last one counts,
// a value typed today must not be hidden behind the end of the month.
func TestDates_NameOfTheRunningPeriod(t *testing.T) {
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January}
	for _, row := range []struct {
		combine kpi.Combine
		want    string
	}{{kpi.Last, "2026-11-21"}, {kpi.Sum, "2026-11-30"}, {kpi.Mean, "2026-11-30"}} {
		at, err := parseAt(c, &kpi.KPI{Every: kpi.Month, Combine: row.combine}, "2026-11")
		if err != nil || at.String() != row.want {
			t.Errorf("combine %d: %v (%v), want %s", row.combine, at, err, row.want)
		}
	}
}

func TestDates_RefusesWhatNoStoreHolds(t *testing.T) {
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January}
	for _, given := range []string{"0000-10-01T00:00:00Z", "0001-01-01T00:00:00Z", "0001-01-01T00:00:00+01:00", "9999-12-31T23:30:00-01:00", "31.12.0000", "0000-10-01"} {
		if at, err := parseAt(c, &kpi.KPI{ID: "x", Every: kpi.Day}, given); err == nil {
			t.Errorf("%q is taken as %v", given, at)
		}
	}
}

func FuzzDates(f *testing.F) {
	for _, s := range []string{"2026-10-31", "31.12.2026", "12/31/2026", "2026-W47", "2026-Q3", "2026-10-31T14:00:00Z", "2026-11-20T14", "0000-10-01T00:00:00Z"} {
		f.Add(s, uint8(4))
	}
	c := kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January}
	f.Fuzz(func(t *testing.T, s string, every uint8) {
		k := &kpi.KPI{ID: "x", Every: kpi.Hour + kpi.Cadence(every%6)}
		at, err := parseAt(c, k, s)
		if err != nil {
			if strings.Contains(words.English().Error(err), "\n") {
				t.Errorf("error of several lines: %q", err)
			}
			return
		}
		if back, err := kpi.ParseAt(at.String()); err != nil || back != at {
			t.Errorf("%q is %v, which the store reads as %v (%v)", s, at, back, err)
		}
	})
}
