package board

import (
	"math"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// mondays is the calendar of the tests.
var mondays = kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday}

// months are the values of a monthly KPI.
type months struct {
	newest kpi.Period
	rows   [][]kpi.Value
}

// data combines the values as k does.
func (m months) found(k *kpi.KPI) KPIData {
	if m.rows == nil {
		return KPIData{}
	}
	return KPIData{Series: mondays.Combine(k, m.newest, m.rows)}
}

// month returns the values of the months up to the given one, nil for a month
// without any.
func month(first string, rows ...[]float64) months {
	c := kpi.Calendar{Zone: time.UTC}
	d, err := kpi.ParseDate(first)
	if err != nil {
		panic(err)
	}
	p, _ := c.PeriodAt(kpi.Month, kpi.At{Day: d})
	m := months{p, make([][]kpi.Value, len(rows))}
	for i, numbers := range rows {
		for j, n := range numbers {
			day := c.Add(p, i-len(rows)+1).First.AddDays(j)
			m.rows[i] = append(m.rows[i], kpi.Value{At: kpi.At{Day: day}, Number: n, LastConfirmed: c.Start(p)})
		}
	}
	return m
}

// namedPeriod returns the ID of the period that a tile must name: "" of the current one.
func namedPeriod(r *Reading) string {
	if !r.Has || r.Current {
		return ""
	}
	return mondays.ID(r.Period)
}

func TestJudge_JudgesThePeriodShown(t *testing.T) {
	target := kpi.Target{Min: 10, HasMin: true}
	rows := []struct {
		name    string
		kpi     kpi.KPI
		found   months
		now     string
		number  float64 // NaN: none
		period  string  // "": the current one
		status  kpi.Status
		verdict kpi.Status
		due     bool
	}{
		{"on target this month", kpi.KPI{}, month("2026-11-01", []float64{12}), "2026-11-21 12:00", 12, "", kpi.OnTarget, kpi.OnTarget, false},
		{"the end belongs to the target", kpi.KPI{}, month("2026-11-01", []float64{10}), "2026-11-21 12:00", 10, "", kpi.OnTarget, kpi.OnTarget, false},
		{"below", kpi.KPI{}, month("2026-11-01", []float64{9}), "2026-11-21 12:00", 9, "", kpi.Below, kpi.Below, false},
		{"last month is named and due", kpi.KPI{}, month("2026-10-01", []float64{12}), "2026-11-21 12:00", 12, "2026-10", kpi.OnTarget, kpi.OnTarget, true},
		{"two months ago is overdue, and the verdict stays known", kpi.KPI{}, month("2026-09-01", []float64{9}), "2026-11-21 12:00", 9, "2026-09", kpi.Overdue, kpi.Below, true},
		{"the last value of the period counts", kpi.KPI{}, month("2026-11-01", []float64{9, 12}), "2026-11-21 12:00", 12, "", kpi.OnTarget, kpi.OnTarget, false},
		{"or their sum", kpi.KPI{Combine: kpi.Sum}, month("2026-11-01", []float64{4, 5}), "2026-11-21 12:00", 9, "", kpi.Below, kpi.Below, false},
		{"or their mean", kpi.KPI{Combine: kpi.Mean}, month("2026-11-01", []float64{10, 20}), "2026-11-21 12:00", 15, "", kpi.OnTarget, kpi.OnTarget, false},
		{"nothing found", kpi.KPI{}, months{}, "2026-11-21 12:00", math.NaN(), "", kpi.NoValue, kpi.NoValue, true},
		{"withdrawn between two looks", kpi.KPI{}, month("2026-11-01", nil), "2026-11-21 12:00", math.NaN(), "", kpi.NoValue, kpi.NoValue, true},
		{"judged good", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Good}), "2026-11-21 12:00", kpi.Good, "", kpi.OnTarget, kpi.OnTarget, false},
		{"judged bad", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Bad}), "2026-11-21 12:00", kpi.Bad, "", kpi.Below, kpi.Below, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			k := row.kpi
			k.ID, k.Every, k.Targets = "mrr", kpi.Month, kpi.Plan{{Target: target}}
			r := Judge(testConfig(t), &k, row.found.found(&k), timeOf(t, row.now))
			if r.Has == math.IsNaN(row.number) || r.Has && r.Number != row.number || namedPeriod(r) != row.period ||
				r.Status != row.status || r.Verdict != row.verdict || r.Fresh.Due != row.due {
				t.Errorf("got %v of %q, %v (%v), due %v; want %v of %q, %v (%v), due %v",
					r.Number, namedPeriod(r), r.Status, r.Verdict, r.Fresh.Due, row.number, row.period, row.status, row.verdict, row.due)
			}
		})
	}
}

func TestJudge_WithoutATargetIsNoVerdict(t *testing.T) {
	k := kpi.KPI{ID: "mrr", Every: kpi.Month}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{12}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.Status != kpi.NoTarget || r.Target != (kpi.Target{}) {
		t.Errorf("status %v, target %v; want no target, none", r.Status, r.Target)
	}
}

func TestJudge_JudgesEachPeriodByItsOwnTarget(t *testing.T) {
	k := kpi.KPI{ID: "otp", Every: kpi.Month, Targets: kpi.Plan{
		{From: kpi.Date{Year: 2026, Month: 9, Day: 1}, Target: kpi.Target{Min: 95, HasMin: true}},
		{From: kpi.Date{Year: 2026, Month: 10, Day: 1}, Target: kpi.Target{Min: 97, HasMin: true}},
	}}
	found := month("2026-11-01", []float64{96}, []float64{96}, nil, []float64{96})
	r := Judge(testConfig(t), &k, found.found(&k), timeOf(t, "2026-11-21 12:00"))
	want := []kpi.Status{kpi.NoTarget, kpi.OnTarget, kpi.NoValue, kpi.Below}
	for i, p := range r.History {
		if p.Status != want[i] {
			t.Errorf("month %d is %v, want %v", i, p.Status, want[i])
		}
	}
	if r.Target.Min != 97 {
		t.Errorf("target %v, want the one in force now", r.Target)
	}
}

func TestJudge_ChangeIsAgainstThePeriodDirectlyBefore(t *testing.T) {
	rows := []struct {
		name  string
		found months
		known bool
		share float64
		trend kpi.Trend
	}{
		{"the month before", month("2026-11-01", []float64{10}, []float64{12}), true, 0.2, kpi.Steady},
		{"not the one before that", month("2026-11-01", []float64{10}, nil, []float64{12}), false, 0, kpi.Steady},
		{"the first value ever", month("2026-11-01", []float64{12}), false, 0, kpi.Steady},
		{"towards the target", month("2026-11-01", []float64{5}, []float64{9}), true, 0.8, kpi.Better},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			k := kpi.KPI{ID: "mrr", Every: kpi.Month, Targets: atLeast(10)}
			r := Judge(testConfig(t), &k, row.found.found(&k), timeOf(t, "2026-11-21 12:00"))
			if r.Change.Known != row.known || (row.trend != kpi.Steady && r.Change.Trend != row.trend) {
				t.Errorf("change %+v, want known %v, trend %v", r.Change, row.known, row.trend)
			}
			if r.Change.Relative != row.share {
				t.Errorf("change by %v, want %v", r.Change.Relative, row.share)
			}
		})
	}
}

func TestJudge_AJudgedKPIChangesToo(t *testing.T) {
	k := kpi.KPI{ID: "mood", Every: kpi.Month, Judged: true}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{kpi.Bad}, []float64{kpi.Good}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if !r.Change.Known || r.Change.Trend != kpi.Better {
		t.Errorf("change %+v, want a better one", r.Change)
	}
}

func TestJudge_NoteIsTheNewestOfThePeriod(t *testing.T) {
	k := kpi.KPI{ID: "visits", Every: kpi.Month, Combine: kpi.Sum}
	found := month("2026-11-01", []float64{1, 2, 3})
	found.rows[0][0].Note = "launch"
	found.rows[0][1].Note, found.rows[0][1].EnteredBy = "strike", "Ada"
	r := Judge(testConfig(t), &k, found.found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.Note != "strike" || r.NoteBy != "Ada" || r.History[0].Note != "strike" {
		t.Errorf("note %q by %q, want the strike by Ada", r.Note, r.NoteBy)
	}
}

// week returns the values of two weeks of workdays, from Monday the 16th.
func week(numbers ...float64) months {
	c := mondays
	p, _ := c.PeriodAt(kpi.Week, kpi.At{Day: kpi.Date{Year: 2026, Month: 11, Day: 16}})
	weeks := (len(numbers) + 4) / 5
	m := months{c.Add(p, weeks-1), make([][]kpi.Value, weeks)}
	for i, n := range numbers {
		day := p.First.AddDays(i/5*7 + i%5)
		m.rows[i/5] = append(m.rows[i/5], kpi.Value{At: kpi.At{Day: day}, Number: n, LastConfirmed: c.Start(p)})
	}
	return m
}

func TestJudge_SaysOfARunningSumWhatShouldBeThere(t *testing.T) {
	cfg := testConfig(t)
	cfg.Calendar.Workdays = kpi.NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	k := kpi.KPI{ID: "leads", Every: kpi.Week, Combine: kpi.Sum, Running: kpi.Pace, DayEnds: 17 * time.Hour, Targets: atLeast(40)}
	for _, row := range []struct {
		name   string
		values months
		now    string
		status kpi.Status
		byNow  float64 // 0: nothing
		until  int     // day of November
		change float64
		final  bool
	}{
		{"Monday at noon", week(9, 9, 9, 9, 9, 10), "2026-11-23 12:00", kpi.InProgress, 0, 0, 1.0 / 9, false},
		{"Monday evening", week(9, 9, 9, 9, 9, 10), "2026-11-23 18:00", kpi.OnTarget, 8, 23, 1.0 / 9, false},
		{"Tuesday", week(9, 9, 9, 9, 9, 9, 9), "2026-11-24 18:00", kpi.OnTarget, 16, 24, 0, false},
		{"Friday evening", week(9, 9, 9, 9, 9, 6, 6, 6, 6, 6), "2026-11-27 18:00", kpi.Below, 0, 0, -15.0 / 45, true},
		{"a week without days before", week(9), "2026-11-16 18:00", kpi.OnTarget, 8, 16, 0, false},
	} {
		r := Judge(cfg, &k, row.values.found(&k), timeOf(t, row.now))
		if r.Status != row.status || r.Target.Min != 40 || r.Running.ByNow.Min != row.byNow || r.Running.Until.Day != row.until || r.Change.Relative != row.change || r.Final != row.final {
			t.Errorf("%s: %v, %+v, change %+v, final %v; want %+v", row.name, r.Status, r.Running, r.Change, r.Final, row)
		}
	}
}

func TestJudge_DrawsTheNumberThatWasJudged(t *testing.T) {
	k := kpi.KPI{ID: "sla", Every: kpi.Month, Format: kpi.Format{Decimals: 1}, Targets: atLeast(100)}
	found := month("2026-11-01", []float64{99.99999}, []float64{99.95}).found(&k)
	r := Judge(testConfig(t), &k, found, timeOf(t, "2026-11-21 12:00"))
	if r.Format.Decimals != 2 || r.Status != kpi.Below || r.Raw != 99.95 || r.History[1].Number != 99.95 {
		t.Errorf("%+v %v, drawn at %v", r.Format, r.Status, r.History[1].Number)
	}
	if before := r.History[0]; before.Number != 100 || before.Status != kpi.OnTarget {
		t.Errorf("what nobody calls a difference is drawn at %v, %v", before.Number, before.Status)
	}
}

func TestJudge_ANumberThatIsNoVerdictIsNoValue(t *testing.T) {
	k := kpi.KPI{ID: "mood", Every: kpi.Month, Judged: true}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{kpi.Good}, []float64{7}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.Has || r.Status != kpi.NoValue || !r.History[0].Has {
		t.Errorf("%+v", r)
	}
}
