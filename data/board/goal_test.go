package board

import (
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// A goal that ends within a month is decided by what was there on its day.
func TestBuild_WhatComesAfterAGoalsDayDoesNotDecideIt(t *testing.T) {
	goal := &kpi.Goal{From: 10, To: 20, Start: kpi.Date{Year: 2026, Month: time.June, Day: 1}, By: kpi.Date{Year: 2026, Month: time.November, Day: 15}}
	for _, row := range []struct {
		name    string
		combine kpi.Combine
		values  map[string]float64
		now     string
		number  float64
		state   kpi.GoalState
	}{
		{"too late", kpi.Last, map[string]float64{"2026-11-10": 18, "2026-11-25": 20}, "2026-11-27 12:00", 20, kpi.ReachedLate},
		{"too late, in December", kpi.Last, map[string]float64{"2026-11-10": 18, "2026-11-25": 20, "2026-12-05": 12}, "2026-12-06 12:00", 20, kpi.ReachedLate},
		{"still short", kpi.Last, map[string]float64{"2026-11-10": 18, "2026-11-25": 19}, "2026-11-27 12:00", 19, kpi.GoalMissed},
		{"given up afterwards", kpi.Last, map[string]float64{"2026-11-10": 20, "2026-11-25": 15}, "2026-11-27 12:00", 20, kpi.ReachedInTime},
		{"on the very day", kpi.Last, map[string]float64{"2026-11-15T22:00:00Z": 20, "2026-11-16T02:00:00Z": 15}, "2026-11-27 12:00", 20, kpi.ReachedInTime},
		{"the month's only value", kpi.Last, map[string]float64{"2026-11-30": 20}, "2026-12-01 12:00", 20, kpi.ReachedInTime},
		{"the mean by then", kpi.Mean, map[string]float64{"2026-11-10": 20, "2026-11-25": 2}, "2026-11-27 12:00", 20, kpi.ReachedInTime},
		{"a sum is that of its month", kpi.Sum, map[string]float64{"2026-11-10": 12, "2026-11-25": 8}, "2026-12-01 12:00", 20, kpi.ReachedInTime},
	} {
		s := openStore(t)
		put(t, s, "g", "2026-10-31", 17)
		for at, number := range row.values {
			put(t, s, "g", at, number)
		}
		cfg := testConfig(t, kpi.KPI{ID: "g", Every: kpi.Month, Goal: goal, Combine: row.combine})
		b, err := Build(t.Context(), cfg, FromStore(s), timeOf(t, row.now))
		if err != nil {
			t.Fatal(err)
		}
		if r := b.Readings["g"]; r.Number != row.number || r.Goal.State != row.state {
			t.Errorf("%s: %v, %v; want %v, %v", row.name, r.Number, r.Goal.State, row.number, row.state)
		}
	}
}

func TestJudge_WhatIsMissedIsWrittenWithTheDigitsThatTell(t *testing.T) {
	k := &kpi.KPI{ID: "g", Every: kpi.Month, Goal: &kpi.Goal{
		To: 100, Start: kpi.Date{Year: 2026, Month: time.January, Day: 1}, By: kpi.Date{Year: 2026, Month: time.June, Day: 30},
	}}
	r := Judge(testConfig(t), k, month("2026-05-01", []float64{99.6}).found(k), timeOf(t, "2026-11-27 12:00"))
	if r.Status != kpi.Missed || r.Format.Round(r.Number) != 99.6 {
		t.Errorf("99.6 of 100 is %v, written with %d decimals", r.Status, r.Format.Decimals)
	}
}

// What is put in later of a month before the start says nothing of the way, and is not
// missing either.
func TestJudgePeriod_OfATimeBeforeTheGoalIsBeforeItsStart(t *testing.T) {
	k := &kpi.KPI{ID: "g", Every: kpi.Month, Goal: &kpi.Goal{
		From: 20, To: 40, Start: kpi.Date{Year: 2026, Month: time.October, Day: 1}, By: kpi.Date{Year: 2027, Month: time.March, Day: 31},
	}}
	for first, want := range map[string]kpi.GoalState{"2026-08-01": kpi.GoalAhead, "2026-09-01": kpi.GoalAhead, "2026-10-01": kpi.UnderWay} {
		r := JudgePeriod(testConfig(t), k, month(first, []float64{22}).found(k), timeOf(t, "2026-11-27 12:00"))
		if r.Goal.State != want {
			t.Errorf("%s is %v, want %v", first, r.Goal.State, want)
		}
	}
}
