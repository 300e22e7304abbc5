package uitest

import (
	"kpiwall/data/board"
	"kpiwall/data/formula"
	"kpiwall/data/kpi"
)

// Computed returns a reading that a formula made for October, while November still
// lacks an input.
func Computed(id, name string) *board.Reading {
	r := Waiting(id, name)
	r.Has, r.Number, r.Raw = true, 3000, 3000
	r.Status, r.Verdict, r.Final = kpi.OnTarget, kpi.OnTarget, true
	r.Period, r.Current = month(10), false
	spend, customers := r.Computed.Inputs[0].KPI, r.Computed.Inputs[1].KPI
	r.Computed.Inputs = []kpi.Operand{
		{KPI: spend, Period: month(10), Has: true, Number: 48_000}, {KPI: customers, Period: month(10), Has: true, Number: 16},
	}
	r.Computed.Term = kpi.Term{Sign: "/", Terms: []kpi.Term{{KPI: spend, Number: 48_000}, {KPI: customers, Number: 16}}}
	return r
}

// Waiting returns a reading whose formula never had all that it needs.
func Waiting(id, name string) *board.Reading {
	f, err := formula.Parse("marketing_spend / new_customers")
	if err != nil {
		panic(err) // it is a formula
	}
	k := testKPI(id, name)
	k.Formula, k.Format = f, kpi.Format{Prefix: "$"}
	spend := &kpi.KPI{ID: "marketing_spend", Name: "Marketing spend", Every: kpi.Month, Combine: kpi.Sum, Measure: true, Format: k.Format}
	customers := &kpi.KPI{ID: "new_customers", Name: "New customers", Every: kpi.Month, Combine: kpi.Sum, Measure: true}
	return &board.Reading{
		KPI: k, Today: calendar.Today(Now), Format: k.Format, Status: kpi.Waiting, Verdict: kpi.Waiting,
		Target: kpi.Target{Max: 3000, HasMax: true},
		Computed: &kpi.Computation{
			Newest: month(11), Waits: []kpi.Wait{{Reason: kpi.Lacks, KPI: customers, Period: month(11)}},
			Inputs: []kpi.Operand{{KPI: spend, Period: month(11), Has: true, Number: 50_000}, {KPI: customers, Period: month(11)}},
		},
	}
}

// month returns a month of the year of Now.
func month(m int) kpi.Period {
	p, _ := calendar.PeriodAt(kpi.Month, kpi.At{Day: kpi.Date{Year: Now.Year(), Month: Now.Month(), Day: 1}})
	return calendar.Add(p, m-int(Now.Month()))
}
