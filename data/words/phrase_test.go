package words

import (
	"strings"
	"testing"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// finished is a KPI of a period that is over.
func finished(number float64, t kpi.Target, s kpi.Status) *board.Reading {
	return &board.Reading{KPI: &kpi.KPI{Name: "Load"}, Today: day(24), Has: true, Number: number, Target: t, Status: s, Verdict: s}
}

// Status and target are not read without each other: what says less than both comes
// after the "/" and only where it is shorter.
func TestReadingPhrase_SaysStatusAndTargetInOne(t *testing.T) {
	both := kpi.Target{Min: 60, Max: 85, HasMin: true, HasMax: true}
	running := func(s kpi.Status, every kpi.Cadence) *board.Reading {
		r := leads()
		r.Status, r.KPI.Every, r.KPI.DayEnds = s, every, 17*time.Hour
		return r
	}
	overdue := finished(3, atLeast(40), kpi.Overdue)
	overdue.Fresh.Since = time.Date(2026, 11, 16, 9, 0, 0, 0, time.UTC)
	zero := finished(0, kpi.Target{Max: 2, HasMax: true}, kpi.OnTarget)
	zero.Zero = true
	for _, row := range []struct {
		name   string
		r      *board.Reading
		en, de string
	}{
		{"on target", finished(42, atLeast(40), kpi.OnTarget), "on target · ≥ 40 | ≥ 40 /", "im Ziel · ≥ 40 | ≥ 40 /"},
		{"on target, long", finished(1.5e9, atLeast(1_450_000_000), kpi.OnTarget), "on target · ≥ 1,450,000,000 | ≥ 1,450,000,000 / on target", "im Ziel · ≥ 1.450.000.000 | ≥ 1.450.000.000 / im Ziel"},
		{"within", finished(70, both, kpi.OnTarget), "on target · 60–85 | 60–85 /", "im Ziel · 60–85 | 60–85 /"},
		{"below", finished(29, atLeast(40), kpi.Below), "below 40 / below", "unter 40 /"},
		{"above", finished(93, both, kpi.Above), "above 85 / above", "über 85 /"},
		{"below both", finished(50, both, kpi.Below), "below 60 / below", "unter 60 /"},
		{"near the least", finished(39, atLeast(40), kpi.Near), "near 40 / near", "knapp unter 40 / knapp"},
		{"near the most", finished(86, both, kpi.Near), "near 85 / near", "knapp über 85 / knapp"},
		{"near the least of both", finished(59, both, kpi.Near), "near 60 / near", "knapp unter 60 / knapp"},
		{"no target", finished(1, kpi.Target{}, kpi.NoTarget), "no target /", "kein Ziel /"},
		{"a zero that nobody recorded", zero, "on target · ≤ 2 · none recorded | ≤ 2 · none recorded | none recorded /", "im Ziel · ≤ 2 · nichts erfasst | ≤ 2 · nichts erfasst | nichts erfasst /"},
		{"overdue", overdue, "overdue since 16 Nov | since 16 Nov / overdue", "überfällig seit 16. Nov. | seit 16. Nov. / überfällig"},
		{"running", running(kpi.OnTarget, kpi.Week), "≥ 16 by Tuesday · ≥ 40 by Sunday | ≥ 16 by Tue / so far", "≥ 16 bis Dienstag · ≥ 40 bis Sonntag | ≥ 16 bis Di / läuft"},
		{"running, below", running(kpi.Below, kpi.Week), "below 16 by Tuesday · ≥ 40 by Sunday | below 16 by Tue / so far", "unter 16 bis Dienstag · ≥ 40 bis Sonntag | unter 16 bis Di / läuft"},
		{"a day that runs", running(kpi.InProgress, kpi.Day), "so far · ≥ 40 by 17:00 | so far · ≥ 40 / so far", "läuft · ≥ 40 bis 17:00 | läuft · ≥ 40 / läuft"},
		{"a day reached early", running(kpi.OnTarget, kpi.Day), "on target so far · ≥ 40 by 17:00 | on target so far · ≥ 40 / on target so far | so far", "bisher im Ziel · ≥ 40 bis 17:00 | bisher im Ziel · ≥ 40 / bisher im Ziel | läuft"},
	} {
		for lang, want := range map[string]string{"en en-US": row.en, "de de-DE": row.de} {
			tag, locale, _ := strings.Cut(lang, " ")
			p := speechOf(t, tag, locale).ReadingPhrase(row.r)
			got := strings.TrimSpace(strings.Join(p.Texts[:p.Whole+1], " | ") + " / " + strings.Join(p.Texts[p.Whole+1:], " | "))
			if got != want {
				t.Errorf("%s: %q, want %q", row.name, got, want)
			}
		}
	}
}
