package words

import (
	"slices"
	"strings"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

func TestReadingGoal_SaysHowFarAndHowLong(t *testing.T) {
	g := &kpi.Goal{From: 20, To: 50, Start: kpi.Date{Year: 2026, Month: 9, Day: 1}, By: kpi.Date{Year: 2026, Month: 12, Day: 31}}
	base := board.Reading{
		KPI: &kpi.KPI{Every: kpi.Week, Goal: g}, Has: true, Today: kpi.Date{Year: 2026, Month: 11, Day: 27},
		Target: kpi.Target{Min: 40, HasMin: true}, Status: kpi.Below, Verdict: kpi.Below,
		Goal: kpi.Progress{State: kpi.UnderWay, HasShare: true, Share: 0.4, DaysLeft: 34, Day: kpi.Date{Year: 2026, Month: 11, Day: 22}},
	}
	for _, row := range []struct {
		name                       string
		change                     func(*board.Reading)
		en, de, target, status, st string
	}{
		{
			"under way", func(*board.Reading) {}, "40% of the way · 34 days left|40% · 34 days|40%", "40 % des Weges · noch 34 Tage|40 % · 34 Tage|40 %",
			"≥ 40 by 22 Nov · ≥ 50 by 31 Dec|≥ 40 by 22 Nov", "below", "unter Ziel",
		},
		{
			"in percent, of which a share alone reads as another value", func(r *board.Reading) {
				k := *r.KPI
				k.Format = kpi.Format{Style: kpi.Percent}
				r.KPI = &k
			}, "40% of the way · 34 days left|40% · 34 days", "40 % des Weges · noch 34 Tage|40 % · 34 Tage",
			"≥ 40% by 22 Nov · ≥ 50% by 31 Dec|≥ 40% by 22 Nov", "below", "unter Ziel",
		},
		{
			"not quite there, on the last day but one", func(r *board.Reading) { r.Goal.Share, r.Goal.DaysLeft = 0.9999, 1 },
			"99% of the way · 1 day left|99% · 1 day|99%", "99 % des Weges · noch 1 Tag|99 % · 1 Tag|99 %", "≥ 40 by 22 Nov · ≥ 50 by 31 Dec|≥ 40 by 22 Nov", "below", "unter Ziel",
		},
		{
			"backwards", func(r *board.Reading) { r.Goal.Share = -0.051 }, "−6% of the way · 34 days left|−6% · 34 days|−6%",
			"−6 % des Weges · noch 34 Tage|−6 % · 34 Tage|−6 %", "≥ 40 by 22 Nov · ≥ 50 by 31 Dec|≥ 40 by 22 Nov", "below", "unter Ziel",
		},
		{
			"early", func(r *board.Reading) { r.Status, r.Verdict, r.Goal.State = kpi.Reached, kpi.Reached, kpi.ReachedEarly }, "", "",
			"goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "reached early|reached", "vorzeitig erreicht|erreicht",
		},
		{
			"in time", func(r *board.Reading) {
				r.Status, r.Verdict, r.Goal.State = kpi.Reached, kpi.Reached, kpi.ReachedInTime
			}, "", "",
			"goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "reached", "erreicht",
		},
		{
			"late", func(r *board.Reading) { r.Status, r.Verdict, r.Goal.State = kpi.Reached, kpi.Reached, kpi.ReachedLate }, "", "",
			"goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "reached late|reached", "verspätet erreicht|erreicht",
		},
		{
			"missed", func(r *board.Reading) {
				r.Status, r.Verdict, r.Goal.State, r.Goal.Settled = kpi.Missed, kpi.Missed, kpi.GoalMissed, true
			}, "40% of the way|40%", "40 % des Weges|40 %", "goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "missed", "verfehlt",
		},
		{
			"not started", func(r *board.Reading) {
				r.Status, r.Verdict, r.Goal.State = kpi.NotStarted, kpi.NotStarted, kpi.GoalAhead
			}, "", "",
			"goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "starts 1 Sep|from 1 Sep", "beginnt am 1. Sept.|ab 1. Sept.",
		},
		{
			"started, with an older value", func(r *board.Reading) { r.Status, r.Verdict = kpi.NotStarted, kpi.NotStarted }, "", "",
			"goal ≥ 50 by 31 Dec|≥ 50 by 31 Dec", "no value since 1 Sep|waiting", "kein Wert seit 1. Sept.|wartet",
		},
	} {
		r := base
		row.change(&r)
		en, de := In("en-US"), In("de-DE")
		for _, said := range []struct {
			got  []string
			want string
		}{
			{en.ReadingGoal(&r), row.en},
			{de.ReadingGoal(&r), row.de},
			{en.ReadingTarget(&r), row.target},
			{en.ReadingStatus(&r), row.status},
			{de.ReadingStatus(&r), row.st},
		} {
			if got := strings.ReplaceAll(strings.Join(said.got, "|"), "\u00a0", " "); got != said.want {
				t.Errorf("%s: %q, want %q", row.name, got, said.want)
			}
		}
	}
}

func TestReadingForecast_SaysWhereASumIsGoing(t *testing.T) {
	r := &board.Reading{
		KPI: &kpi.KPI{Every: kpi.Week}, HasForecast: true, Forecast: 42.6,
		Running: kpi.Running{On: true, Ends: kpi.Date{Year: 2026, Month: 11, Day: 29}},
	}
	if got := In("en").ReadingForecast(r); got != "on this pace 43 by Sunday" {
		t.Errorf("it says %q", got)
	}
	if got := In("de").ReadingForecast(r); got != "bei diesem Tempo 43 bis Sonntag" {
		t.Errorf("it says %q", got)
	}
	if got := In("en").ReadingForecast(&board.Reading{}); got != "" {
		t.Errorf("without one it says %q", got)
	}
	if !slices.Equal(In("en").ReadingGoal(&board.Reading{KPI: &kpi.KPI{}, Has: true}), nil) {
		t.Error("what is no key result has a way")
	}
}
