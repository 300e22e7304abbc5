package kpi

import (
	"testing"
	"time"
)

// march is a goal from 10 to 20 over the 100 days from the 1st of March.
func march() *Goal {
	return &Goal{From: 10, To: 20, Start: Date{2026, time.March, 1}, By: Date{2026, time.June, 9}}
}

func TestGoal_AsksForItsPartOfTheWay(t *testing.T) {
	down := &Goal{From: 7, To: 1, Start: Date{2026, time.October, 1}, By: Date{2026, time.December, 30}}
	path := march()
	path.Path = []Waypoint{{Date{2026, time.March, 11}, 18}, {Date{2026, time.March, 31}, 12}}
	for _, row := range []struct {
		g    *Goal
		day  string
		want float64
	}{
		{march(), "2026-02-01", 10},
		{march(), "2026-03-01", 10},
		{march(), "2026-03-11", 11},
		{march(), "2026-04-20", 15},
		{march(), "2026-06-09", 20},
		{march(), "2027-01-01", 20},
		{down, "2026-10-01", 7},
		{down, "2026-10-16", 6},
		{down, "2026-11-15", 4},
		{down, "2026-12-30", 1},
		{down, "2027-01-01", 1},
		{path, "2026-03-06", 14},
		{path, "2026-03-11", 18},
		{path, "2026-03-21", 15},
		{path, "2026-03-31", 12},
		{path, "2026-05-05", 16},
	} {
		if got := row.g.At(days(t, row.day)[0]); got != row.want {
			t.Errorf("%v on %s: %v, want %v", row.g, row.day, got, row.want)
		}
	}
}

func TestGoal_RoundsInFavourButNotBeyondTheGoal(t *testing.T) {
	up, down := &Goal{From: 0, To: 10, Start: Date{2026, 1, 1}, By: Date{2026, 1, 4}}, &Goal{From: 10, To: 0.5, Start: Date{2026, 1, 1}, By: Date{2026, 1, 4}}
	for _, row := range []struct {
		g        *Goal
		decimals int
		day      int
		want     float64
	}{{up, 0, 2, 3}, {up, 1, 2, 3.3}, {up, 0, 3, 6}, {up, 0, 4, 10}, {down, 0, 2, 7}, {down, 1, 3, 3.7}, {down, 0, 4, 0.5}} {
		got := row.g.Target(Format{Decimals: row.decimals}, Date{2026, 1, row.day})
		if got.Min+got.Max != row.want || got.HasMin != row.g.Rises() || got.HasMax == got.HasMin {
			t.Errorf("%v with %d decimals on %d January: %+v, want %v", row.g, row.decimals, row.day, got, row.want)
		}
	}
}

// told is a series of monthly values from January 2026 on; a negative number is a gap.
func told(t *testing.T, c Calendar, k *KPI, numbers ...float64) Series {
	t.Helper()
	var rows [][]Value
	var newest Period
	for i, n := range numbers {
		newest = on(t, c, k.Every, Date{2026, time.January + time.Month(i), 1}.String())
		if n < 0 {
			rows = append(rows, nil)
			continue
		}
		rows = append(rows, []Value{{ID: int64(i), At: At{Day: Date{2026, time.January + time.Month(i), 15}}, Number: n}})
	}
	return c.Combine(k, newest, rows)
}

func TestProgress_TellsHowAGoalWent(t *testing.T) {
	c := Calendar{}
	// From 10 in January to 20 by the 15th of June.
	g := Goal{From: 10, To: 20, Start: Date{2026, time.January, 1}, By: Date{2026, time.June, 15}}
	k := &KPI{Every: Month, Goal: &g}
	for _, row := range []struct {
		name    string
		now     string
		numbers []float64
		state   GoalState
		settled bool
		entries int
		status  Status
	}{
		{"on its way", "2026-03-20", []float64{12, 14, 15}, UnderWay, false, 3, OnTarget},
		{"behind", "2026-03-20", []float64{12, 14, 13}, UnderWay, false, 3, Below},
		{"reached before its time", "2026-04-20", []float64{12, 14, 18, 20}, ReachedEarly, false, 4, Reached},
		{"fallen back before its time", "2026-05-20", []float64{12, 14, 18, 20, 15}, UnderWay, false, 5, Below},
		{"its last day", "2026-06-15", []float64{12, 14, 15, 16, 17, 19}, UnderWay, false, 6, Below},
		{"reached on its last day", "2026-06-15", []float64{12, 14, 15, 16, 17, 20}, ReachedInTime, false, 6, Reached},
		{"reached and held to its last day", "2026-06-15", []float64{12, 14, 15, 16, 20, 21}, ReachedEarly, false, 6, Reached},
		{"just over", "2026-06-16", []float64{12, 14, 15, 16, 17, 19}, GoalMissed, true, 6, Below},
		{"reached in its period", "2026-06-16", []float64{12, 14, 15, 16, 17, 20}, ReachedInTime, true, 6, Reached},
		{"reached and held", "2026-06-16", []float64{12, 14, 15, 16, 20, 21}, ReachedEarly, true, 6, Reached},
		{"its period is still to be told", "2026-07-20", []float64{12, 14, 15, 16, 17}, UnderWay, false, 5, Below},
		{"late while its period is still to be told", "2026-07-20", []float64{12, 14, 15, 16, 17, -1, 20}, ReachedLate, false, 7, Reached},
		{"nobody told", "2026-08-01", []float64{12, 14, 15, 16, 17}, GoalMissed, true, 5, Below},
		{"nobody told, but it was reached", "2026-08-01", []float64{12, 14, 15, 16, 20}, ReachedEarly, true, 5, Reached},
		{"late", "2026-09-20", []float64{12, 14, 15, 16, 17, 19, 19.5, 22, 25}, ReachedLate, true, 8, Reached},
		{"given up afterwards", "2026-09-20", []float64{12, 14, 15, 16, 17, 20, 12, 12, 12}, ReachedInTime, true, 6, Reached},
		{"never", "2026-09-20", []float64{12, 14, 15, 16, 17, 19, 19, 18, 12}, GoalMissed, true, 9, Below},
		{"gaps", "2026-06-20", []float64{12, -1, -1, 16, -1, 21}, ReachedInTime, true, 6, Reached},
	} {
		s := told(t, c, k, row.numbers...)
		now := utc(row.now + " 12:00")
		p, entries := c.Progress(k, s, now)
		v := c.JudgeEntry(k, s, entries-1, Target{}, now)
		if p.State != row.state || p.Settled != row.settled || entries != row.entries || v.Status != row.status {
			t.Errorf("%s: %v settled %v after %d entries, %v; want %v %v %d %v", row.name,
				p.State, p.Settled, entries, v.Status, row.state, row.settled, row.entries, row.status)
		}
	}
}

func TestProgress_SaysHowFarAndHowLong(t *testing.T) {
	c := Calendar{}
	k := &KPI{Every: Month, Goal: &Goal{From: 7, To: 1, Start: Date{2026, time.January, 31}, By: Date{2026, time.July, 31}}, Format: Format{Decimals: 1}}
	s := told(t, c, k, 7, 6.4, 4)
	p, _ := c.Progress(k, s, utc("2026-03-20 12:00"))
	// On the 15th of March 43 of 181 days are over: 7 − 6 × 43 ÷ 181 = 5.57….
	if p.Share != 0.5 || !p.HasShare || p.DaysLeft != 133 || p.ByNow != 5.6 || p.Day.String() != "2026-03-15" {
		t.Errorf("%+v", p)
	}
	if p, _ := c.Progress(k, s, utc("2026-04-20 12:00")); p.Day.String() != "2026-03-31" || p.ByNow != 5.1 {
		t.Errorf("a month that is over is held against %v by %v", p.ByNow, p.Day)
	}
	if p, _ := c.Progress(k, s, utc("2026-01-15 12:00")); p.State != GoalAhead || !p.AtRest() {
		t.Errorf("before the start: %+v", p)
	}
	if v := c.JudgeEntry(k, told(t, c, k, 7), 0, Target{}, utc("2026-01-20 12:00")); v.Status != NotStarted {
		t.Errorf("a value of before the start is %v", v.Status)
	}
}

func TestJudgeGoal_OfASumIsThePeriodsTarget(t *testing.T) {
	c := Calendar{Workdays: monToFri, WeekStarts: time.Monday}
	k := &KPI{
		Every: Week, Combine: Sum, Running: Pace, DayEnds: 17 * time.Hour,
		Goal: &Goal{From: 20, To: 60, Start: Date{2026, time.October, 4}, By: Date{2026, time.November, 1}},
	}
	// The week that ends on the 18th of October is asked for half of the way, 40.
	week := on(t, c, Week, "2026-10-12")
	value := func(day int, n float64) Value {
		return Value{ID: int64(day), At: At{Day: Date{2026, time.October, day}}, Number: n}
	}
	s := c.Combine(k, week, [][]Value{{value(12, 9), value(13, 8)}})
	v := c.JudgeEntry(k, s, 0, Target{}, utc("2026-10-13 18:00"))
	if v.Status != OnTarget || v.Running.ByNow.Min != 16 || v.Final {
		t.Errorf("17 on Tuesday evening: %+v", v)
	}
	if v := c.JudgeEntry(k, s, 0, Target{}, utc("2026-10-19 00:00")); v.Status != Below || !v.Final || v.Running.On {
		t.Errorf("17 in the whole week: %+v", v)
	}
	fewer := *k
	fewer.Goal = &Goal{From: 60, To: 20, Start: k.Goal.Start, By: k.Goal.By}
	if v := c.JudgeEntry(&fewer, s, 0, Target{}, utc("2026-10-13 18:00")); v.Status == Reached {
		t.Error("a sum that should be small has reached its goal on Tuesday")
	}
	if v := c.JudgeEntry(&fewer, s, 0, Target{}, utc("2026-10-19 00:00")); v.Status != Reached {
		t.Errorf("17 of at most 20 in the whole week: %v", v.Status)
	}
}

func TestGoal_AToleranceIsAShareOfTheWay(t *testing.T) {
	c := Calendar{}
	k := &KPI{Every: Month, Goal: &Goal{From: 100, To: 110, Start: Date{2026, 1, 1}, By: Date{2026, 3, 31}}, Tolerance: Tolerance{Below: Margin{Amount: 0.1, Share: true}}}
	for number, want := range map[float64]Status{109: Near, 108.9: Below, 110: Reached} {
		if v := c.JudgeEntry(k, told(t, c, k, 100, 104, number), 2, Target{}, utc("2026-04-01 12:00")); v.Status != want {
			t.Errorf("%v: %v, want %v", number, v.Status, want)
		}
	}
}

func TestForecast_GoesOnAsTheDaysThatAreOver(t *testing.T) {
	c := Calendar{Workdays: monToFri, WeekStarts: time.Monday}
	k := &KPI{Every: Week, Combine: Sum, Running: Pace, DayEnds: 17 * time.Hour}
	value := func(day int, n float64) Value {
		return Value{ID: int64(day), At: At{Day: Date{2026, time.October, day}}, Number: n}
	}
	s := c.Combine(k, on(t, c, Week, "2026-10-12"), [][]Value{{value(12, 9), value(13, 8), value(14, 1)}})
	for now, want := range map[string]float64{"2026-10-14 10:00": 42.5, "2026-10-14 18:00": 30} {
		if got, ok := c.Forecast(k, s, utc(now)); !ok || got != want {
			t.Errorf("at %s: %v %v, want %v", now, got, ok, want)
		}
	}
	if _, ok := c.Forecast(k, s, utc("2026-10-19 00:00")); ok {
		t.Error("a week that is over has a forecast")
	}
}
