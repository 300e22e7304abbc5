package board

import (
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// month returns what was found of a monthly KPI: the values of the months up
// to the given one, nil for a month without any.
func month(first string, months ...[]float64) Found {
	c := kpi.Calendar{Zone: time.UTC}
	d, err := kpi.ParseDate(first)
	if err != nil {
		panic(err)
	}
	p, _ := c.PeriodAt(kpi.Month, kpi.At{Day: d})
	f := Found{Period: p, Values: make([][]kpi.Value, len(months))}
	for i, numbers := range months {
		for j, n := range numbers {
			day := c.Add(p, i-len(months)+1).First.AddDays(j)
			f.Values[i] = append(f.Values[i], kpi.Value{At: kpi.At{Day: day}, Number: n, Heard: c.Start(p)})
		}
	}
	return f
}

func TestEvaluate_JudgesThePeriodShown(t *testing.T) {
	target := kpi.Target{Min: 10, HasMin: true}
	rows := []struct {
		name    string
		kpi     kpi.KPI
		found   Found
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
		{"nothing found", kpi.KPI{}, Found{}, "2026-11-21 12:00", "–", "", kpi.NoValue, kpi.NoValue, true},
		{"withdrawn between two looks", kpi.KPI{}, month("2026-11-01", nil), "2026-11-21 12:00", "–", "", kpi.NoValue, kpi.NoValue, true},
		{"judged good", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Good}), "2026-11-21 12:00", "good", "", kpi.OnTarget, kpi.OnTarget, false},
		{"judged bad", kpi.KPI{Judged: true}, month("2026-11-01", []float64{kpi.Bad}), "2026-11-21 12:00", "bad", "", kpi.Below, kpi.Below, false},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			k := row.kpi
			k.ID, k.Every, k.Targets = "mrr", kpi.Month, kpi.Plan{{Target: target}}
			r := Evaluate(testConfig(t), &k, row.found, timeOf(t, row.now))
			if r.Text != row.text || r.Label != row.label || r.Status != row.status || r.Verdict != row.verdict || r.Fresh.Due != row.due {
				t.Errorf("got %q of %q, %v (%v), due %v; want %q of %q, %v (%v), due %v",
					r.Text, r.Label, r.Status, r.Verdict, r.Fresh.Due, row.text, row.label, row.status, row.verdict, row.due)
			}
		})
	}
}

func TestEvaluate_WithoutATargetIsNoVerdict(t *testing.T) {
	k := kpi.KPI{ID: "mrr", Every: kpi.Month}
	r := Evaluate(testConfig(t), &k, month("2026-11-01", []float64{12}), timeOf(t, "2026-11-21 12:00"))
	if r.Status != kpi.NoTarget || r.TargetText != "" {
		t.Errorf("status %v, target %q; want no target, none", r.Status, r.TargetText)
	}
}

func TestEvaluate_JudgesEachPeriodByItsOwnTarget(t *testing.T) {
	k := kpi.KPI{ID: "otp", Every: kpi.Month, Targets: kpi.Plan{
		{From: kpi.Date{Year: 2026, Month: 9, Day: 1}, Target: kpi.Target{Min: 95, HasMin: true}},
		{From: kpi.Date{Year: 2026, Month: 10, Day: 1}, Target: kpi.Target{Min: 97, HasMin: true}},
	}}
	found := month("2026-11-01", []float64{96}, []float64{96}, nil, []float64{96})
	r := Evaluate(testConfig(t), &k, found, timeOf(t, "2026-11-21 12:00"))
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

func TestEvaluate_ChangeIsAgainstThePeriodDirectlyBefore(t *testing.T) {
	rows := []struct {
		name  string
		found Found
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
			r := Evaluate(testConfig(t), &k, row.found, timeOf(t, "2026-11-21 12:00"))
			if r.Change.Known != row.known || (row.trend != kpi.Steady && r.Change.Trend != row.trend) {
				t.Errorf("change %+v, want known %v, trend %v", r.Change, row.known, row.trend)
			}
			if row.text == "" && r.ChangeText != "" {
				t.Errorf("change %q, want none", r.ChangeText)
			}
		})
	}
}

func TestEvaluate_JudgedChangeSaysWhatItWas(t *testing.T) {
	k := kpi.KPI{ID: "mood", Every: kpi.Month, Judged: true}
	r := Evaluate(testConfig(t), &k, month("2026-11-01", []float64{kpi.Bad}, []float64{kpi.Good}), timeOf(t, "2026-11-21 12:00"))
	if r.ChangeText != "was bad" || r.Change.Trend != kpi.Better || r.TargetText != "" {
		t.Errorf("change %q, trend %v, target %q; want was bad, better, none", r.ChangeText, r.Change.Trend, r.TargetText)
	}
}

func TestEvaluate_NoteIsTheNewestOfThePeriod(t *testing.T) {
	k := kpi.KPI{ID: "visits", Every: kpi.Month, Combine: kpi.Sum}
	found := month("2026-11-01", []float64{1, 2, 3})
	found.Values[0][0].Note = "launch"
	found.Values[0][1].Note, found.Values[0][1].EnteredBy = "strike", "Ada"
	r := Evaluate(testConfig(t), &k, found, timeOf(t, "2026-11-21 12:00"))
	if r.Note != "strike" || r.NoteBy != "Ada" || r.History[0].Note != "strike" {
		t.Errorf("note %q by %q, want the strike by Ada", r.Note, r.NoteBy)
	}
}
