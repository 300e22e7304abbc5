package uitest

import (
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// Monthly returns a reading of the months up to October 2026, oldest first;
// what is not a number is a month without a value.
func Monthly(k *kpi.KPI, values ...float64) *board.Reading {
	var c kpi.Calendar
	october := c.Add(c.Period(kpi.Month, Now), -1)
	k.Every = kpi.Month
	r := &board.Reading{KPI: k, Today: c.Today(Now), Format: k.Format, Status: kpi.NoValue, Fresh: kpi.Freshness{Due: true}}
	for i, v := range values {
		p := c.Add(october, i-len(values)+1)
		pt := board.Point{Period: p, Has: v == v, Target: c.TargetIn(k.Targets, p), Status: kpi.NoValue}
		if pt.Has {
			pt.Number, pt.Status = v, kpi.Judge(k.Format, pt.Target, k.Tolerance, v).Status
			r.Final = true
			r.Has, r.Number, r.Period = true, v, p
			r.Target, r.Status, r.Verdict = pt.Target, pt.Status, pt.Status
			r.At, r.LastConfirmed = kpi.At{Day: p.First}, Now.Add(-time.Hour)
			r.Fresh.Since = c.Start(c.Add(p, 1))
		}
		r.History = append(r.History, pt)
	}
	return r
}

// Defined is a KPI whose definition leaves nothing out.
func Defined(id string) *kpi.KPI {
	return &kpi.KPI{
		ID: id, Name: "Recurring revenue", Definition: "Monthly fees of all paying customers on the last day of the month. " +
			"Set-up fees and training do not count, nor do customers on trial.",
		Source: "Billing, report 'Active subscriptions'", Owner: "Head of sales", Objective: "Live from subscriptions",
		Leads: kpi.Lagging, Drives: "Follows qualified leads by a quarter", Why: "it pays for the team of today",
		Targets: kpi.Plan{{Target: kpi.Target{Min: 40, HasMin: true}}, {From: kpi.Date{Year: 2026, Month: 1, Day: 1}, Target: kpi.Target{Min: 60, HasMin: true}}},
	}
}

// Sloping returns n numbers around a slope.
func Sloping(n int) (values []float64) {
	for i := range n {
		values = append(values, 40+float64(i)+float64(i*7%5))
	}
	return values
}
