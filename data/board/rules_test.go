package board

import (
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// judged returns the reading of monthly numbers up to that of November 2026, seen on
// the 27th.
func judged(t *testing.T, k *kpi.KPI, numbers ...float64) *Reading {
	t.Helper()
	cfg := &config.Config{Calendar: kpi.Calendar{Zone: time.UTC}}
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	var rows [][]kpi.Value
	november := cfg.Calendar.Period(kpi.Month, now)
	for i, n := range numbers {
		first := cfg.Calendar.Add(november, i-len(numbers)+1).First
		rows = append(rows, []kpi.Value{{ID: int64(i), At: kpi.At{Day: first}, Number: n, Recorded: now, LastConfirmed: now}})
	}
	return Judge(cfg, k, KPIData{Series: cfg.Calendar.Combine(k, november, rows)}, now)
}

func TestJudge_ComparesWithTheSamePeriodAYearAgo(t *testing.T) {
	k := &kpi.KPI{ID: "a", Every: kpi.Month, CompareYear: true}
	year := judged(t, k, 100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 120)
	if !year.Change.Known || year.Change.Amount != 20 || year.Change.Relative != 0.2 {
		t.Errorf("120 after 100 a year ago changed by %+v", year.Change)
	}
	if r := judged(t, k, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 120); r.Change.Known {
		t.Errorf("with nothing a year ago it changed by %+v", r.Change)
	}
	sum := &kpi.KPI{ID: "a", Every: kpi.Month, CompareYear: true, Combine: kpi.Sum, Running: kpi.Pace, DayEnds: 17 * time.Hour}
	if r := judged(t, sum, 100, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 120); r.Change.Known {
		t.Errorf("a month that runs is compared with a whole one: %+v", r.Change)
	}
}

func TestJudge_AWeek53HasNothingAYearAgo(t *testing.T) {
	k := &kpi.KPI{ID: "a", Every: kpi.Week, CompareYear: true}
	at := kpi.At{Day: kpi.Date{Year: 2020, Month: time.December, Day: 30}}
	p, _ := mondays.PeriodAt(kpi.Week, at)
	rows := [][]kpi.Value{{{ID: 1, At: kpi.At{Day: at.Day.AddDays(-9)}, Number: 9}}, {{ID: 2, At: at, Number: 12}}}
	in := KPIData{Series: mondays.Combine(k, p, rows)}
	if r := Judge(&config.Config{Calendar: mondays}, k, in, timeOf(t, "2021-01-03 12:00")); r.Number != 12 || r.Change.Known {
		t.Errorf("week 53 is %v, changed by %+v", r.Number, r.Change)
	}
}

func TestPeriodsOf_ReachesBackAYear(t *testing.T) {
	c := kpi.Calendar{Workdays: kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)}
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	for every, want := range map[kpi.Cadence]int{kpi.Day: 261, kpi.Week: 53, kpi.Month: 36} {
		if got := periodsOf(c, &kpi.KPI{Every: every, CompareYear: true}, c.Period(every, now)); got != want {
			t.Errorf("every %v: %d, want %d", every, got, want)
		}
	}
}

func TestJudge_SaysThatZeroIsNothingRecorded(t *testing.T) {
	k := &kpi.KPI{ID: "a", Every: kpi.Month, Combine: kpi.Sum, MissingZero: true, Targets: kpi.Plan{{Target: kpi.Target{Max: 2, HasMax: true}}}}
	cfg := &config.Config{Calendar: kpi.Calendar{Zone: time.UTC}}
	now := time.Date(2026, 11, 27, 12, 0, 0, 0, time.UTC)
	september := kpi.At{Day: kpi.Date{Year: 2026, Month: 9, Day: 8}}
	p, _ := cfg.Calendar.PeriodAt(kpi.Month, september)
	in := KPIData{Series: cfg.Calendar.Combine(k, p, [][]kpi.Value{{{ID: 1, At: september, Number: 3}}})}
	r := Judge(cfg, k, in, now)
	if !r.Has || !r.Zero || r.Number != 0 || r.Status != kpi.OnTarget || r.Period.First.Month != time.October || !r.At.IsZero() || r.Change.Amount != -3 {
		t.Errorf("October is %+v", r)
	}
	k.StaleAfter = 30 * 24 * time.Hour
	if r := Judge(cfg, k, in, now); r.Status != kpi.Overdue {
		t.Errorf("a source silent since September is %v", r.Status)
	}
}
