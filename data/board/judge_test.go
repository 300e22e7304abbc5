package board

import (
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

func TestJudge_JudgesThePeriodShown(t *testing.T) {
	target := kpi.Target{Min: 10, HasMin: true}
	rows := []struct {
		name    string
		kpi     kpi.KPI
		found   months
		now     string
		text    string
		label   string
		status  kpi.Status
		verdict kpi.Status
		due     bool
	}{
		{"on target this month", kpi.KPI{}, month("2026-11-01", []float64{12}), "2026-11-21 12:00", "12", "", kpi.OnTarget, kpi.OnTarget, false},
		{"the end belongs to the target", kpi.KPI{}, month("2026-11-01", []float64{10}), "2026-11-21 12:00", "10", "", kpi.OnTarget, kpi.OnTarget, false},
		{"below", kpi.KPI{}, month("2026-11-01", []float64{9}), "2026-11-21 12:00", "9", "", kpi.Below, kpi.Below, false},
		{"last month is named and due", kpi.KPI{}, month("2026-10-01", []float64{12}), "2026-11-21 12:00", "12", "October", kpi.OnTarget, kpi.OnTarget, true},
		{"two months ago is overdue, and the verdict stays known", kpi.KPI{}, month("2026-09-01", []float64{9}), "2026-11-21 12:00", "9", "September", kpi.Overdue, kpi.Below, true},
		{"the last value of the period counts", kpi.KPI{}, month("2026-11-01", []float64{9, 12}), "2026-11-21 12:00", "12", "", kpi.OnTarget, kpi.OnTarget, false},
		{"or their sum", kpi.KPI{Combine: kpi.Sum}, month("2026-11-01", []float64{4, 5}), "2026-11-21 12:00", "9", "", kpi.Below, kpi.Below, false},
		{"or their mean", kpi.KPI{Combine: kpi.Mean}, month("2026-11-01", []float64{10, 20}), "2026-11-21 12:00", "15", "", kpi.OnTarget, kpi.OnTarget, false},
		{"nothing found", kpi.KPI{}, months{}, "2026-11-21 12:00", "–", "", kpi.NoValue, kpi.NoValue, true},
		{"withdrawn between two looks", kpi.KPI{}, month("2026-11-01", nil), "2026-11-21 12:00", "–", "", kpi.NoValue, kpi.NoValue, true},
		{"judged good", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Good}), "2026-11-21 12:00", "good", "", kpi.OnTarget, kpi.OnTarget, false},
		{"judged bad", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Bad}), "2026-11-21 12:00", "bad", "", kpi.Below, kpi.Below, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			k := row.kpi
			k.ID, k.Every, k.Targets = "mrr", kpi.Month, kpi.Plan{{Target: target}}
			r := Judge(testConfig(t), &k, row.found.found(&k), timeOf(t, row.now))
			if r.Text != row.text || r.Label != row.label || r.Status != row.status || r.Verdict != row.verdict || r.Fresh.Due != row.due {
				t.Errorf("got %q of %q, %v (%v), due %v; want %q of %q, %v (%v), due %v",
					r.Text, r.Label, r.Status, r.Verdict, r.Fresh.Due, row.text, row.label, row.status, row.verdict, row.due)
			}
		})
	}
}

func TestJudge_WithoutATargetIsNoVerdict(t *testing.T) {
	k := kpi.KPI{ID: "mrr", Every: kpi.Month}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{12}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.Status != kpi.NoTarget || r.TargetText != "" {
		t.Errorf("status %v, target %q; want no target, none", r.Status, r.TargetText)
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
	if r.TargetText != "≥ 97" {
		t.Errorf("target %q, want the one in force now", r.TargetText)
	}
}

func TestJudge_ChangeIsAgainstThePeriodDirectlyBefore(t *testing.T) {
	rows := []struct {
		name  string
		found months
		known bool
		text  string
		trend kpi.Trend
	}{
		{"the month before", month("2026-11-01", []float64{10}, []float64{12}), true, "+20%", kpi.Steady},
		{"not the one before that", month("2026-11-01", []float64{10}, nil, []float64{12}), false, "", kpi.Steady},
		{"the first value ever", month("2026-11-01", []float64{12}), false, "", kpi.Steady},
		{"towards the target", month("2026-11-01", []float64{5}, []float64{9}), true, "+80%", kpi.Better},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			k := kpi.KPI{ID: "mrr", Every: kpi.Month, Targets: atLeast(10)}
			r := Judge(testConfig(t), &k, row.found.found(&k), timeOf(t, "2026-11-21 12:00"))
			if r.Change.Known != row.known || (row.trend != kpi.Steady && r.Change.Trend != row.trend) {
				t.Errorf("change %+v, want known %v, trend %v", r.Change, row.known, row.trend)
			}
			if row.text == "" && r.ChangeText != "" {
				t.Errorf("change %q, want none", r.ChangeText)
			}
		})
	}
}

func TestJudge_JudgedChangeSaysWhatItWas(t *testing.T) {
	k := kpi.KPI{ID: "mood", Every: kpi.Month, Judged: true}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{kpi.Bad}, []float64{kpi.Good}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.ChangeText != "was bad" || r.Change.Trend != kpi.Better || r.TargetText != "" {
		t.Errorf("change %q, trend %v, target %q; want was bad, better, none", r.ChangeText, r.Change.Trend, r.TargetText)
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
		name        string
		values      months
		now         string
		status      kpi.Status
		text, short string
		change      string
		final       bool
	}{
		{"Monday at noon", week(9, 9, 9, 9, 9, 10), "2026-11-23 12:00", kpi.InProgress, "≥ 40 by Sunday", "≥ 40", "+11.1%", false},
		{"Monday evening", week(9, 9, 9, 9, 9, 10), "2026-11-23 18:00", kpi.OnTarget, "≥ 8 by Monday · ≥ 40 by Sunday", "≥ 8 by Mon", "+11.1%", false},
		{"Tuesday", week(9, 9, 9, 9, 9, 9, 9), "2026-11-24 18:00", kpi.OnTarget, "≥ 16 by Tuesday · ≥ 40 by Sunday", "≥ 16 by Tue", "no change", false},
		{"Friday evening", week(9, 9, 9, 9, 9, 6, 6, 6, 6, 6), "2026-11-27 18:00", kpi.Below, "≥ 40", "", "−33.3%", true},
		{"a week without days before", week(9), "2026-11-16 18:00", kpi.OnTarget, "≥ 8 by Monday · ≥ 40 by Sunday", "≥ 8 by Mon", "", false},
	} {
		r := Judge(cfg, &k, row.values.found(&k), timeOf(t, row.now))
		if r.Status != row.status || r.TargetText != row.text || r.TargetShort != row.short || r.ChangeText != row.change || r.Final != row.final {
			t.Errorf("%s: %v, %q (%q), change %q, final %v; want %+v", row.name, r.Status, r.TargetText, r.TargetShort, r.ChangeText, r.Final, row)
		}
	}
}

func TestJudge_DrawsTheNumberThatWasJudged(t *testing.T) {
	k := kpi.KPI{ID: "sla", Every: kpi.Month, Format: kpi.Format{Decimals: 1}, Targets: atLeast(100)}
	found := month("2026-11-01", []float64{99.99999}, []float64{99.95}).found(&k)
	r := Judge(testConfig(t), &k, found, timeOf(t, "2026-11-21 12:00"))
	if r.Text != "99.95" || r.Status != kpi.Below || r.Raw != 99.95 || r.History[1].Number != 99.95 {
		t.Errorf("%q %v, drawn at %v", r.Text, r.Status, r.History[1].Number)
	}
	if before := r.History[0]; before.Number != 100 || before.Status != kpi.OnTarget {
		t.Errorf("what nobody calls a difference is drawn at %v, %v", before.Number, before.Status)
	}
}

func TestJudge_ANumberThatIsNoVerdictIsNoValue(t *testing.T) {
	k := kpi.KPI{ID: "mood", Every: kpi.Month, Judged: true}
	r := Judge(testConfig(t), &k, month("2026-11-01", []float64{kpi.Good}, []float64{7}).found(&k), timeOf(t, "2026-11-21 12:00"))
	if r.Has || r.Status != kpi.NoValue || r.Text != "–" || !r.History[0].Has {
		t.Errorf("%+v", r)
	}
}
