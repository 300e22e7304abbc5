package words

import (
	"slices"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

var (
	october  = kpi.Period{Every: kpi.Month, First: kpi.Date{Year: 2026, Month: 10, Day: 1}}
	november = kpi.Period{Every: kpi.Month, First: day(1)}

	spend     = &kpi.KPI{ID: "spend", Name: "Spend", Format: kpi.Format{Prefix: "$"}}
	customers = &kpi.KPI{ID: "customers", Name: "Customers"}
)

func TestReadingWaits_SaysWhatLacks(t *testing.T) {
	lacks := kpi.Wait{Reason: kpi.Lacks, KPI: spend, Period: november}
	for _, row := range []struct {
		name   string
		waits  []kpi.Wait
		en, de []string
	}{
		{"nothing", nil, nil, nil},
		{"a value", []kpi.Wait{lacks}, []string{"waits for Spend, November", "waits for Spend"}, []string{"wartet auf Spend, November", "wartet auf Spend"}},
		{
			"two",
			[]kpi.Wait{lacks, {Reason: kpi.Lacks, KPI: customers, Period: october}},
			[]string{"waits for Spend, November (and 1 more)", "waits for Spend (and 1 more)"},
			[]string{"wartet auf Spend, November (und 1 weitere)", "wartet auf Spend (und 1 weitere)"},
		},
		{
			"the end of a period, before which no value is late",
			[]kpi.Wait{lacks, {Reason: kpi.Runs, KPI: customers, Period: november}},
			[]string{"November still runs"},
			[]string{"November läuft noch"},
		},
		{
			"zero",
			[]kpi.Wait{{Reason: kpi.ByZero, KPI: customers, Period: november}},
			[]string{"November: division by zero, Customers", "November: division by zero"},
			[]string{"November: Division durch null, Customers", "November: Division durch null"},
		},
		{"zero of several", []kpi.Wait{{Reason: kpi.ByZero, Period: november}}, []string{"November: division by zero"}, []string{"November: Division durch null"}},
		{"too large", []kpi.Wait{{Reason: kpi.Beyond, Period: november}}, []string{"November: too large a number"}, []string{"November: zu große Zahl"}},
	} {
		r := &board.Reading{KPI: customers, Today: day(24), Computed: &kpi.Computation{Waits: row.waits}}
		en, de := speechOf(t, "en", "en-US").ReadingWaits(r), speechOf(t, "de", "de-DE").ReadingWaits(r)
		if !slices.Equal(en, row.en) || !slices.Equal(de, row.de) {
			t.Errorf("%s: %q and %q, want %q and %q", row.name, en, de, row.en, row.de)
		}
	}
}

func TestInputs_AreNamedWithTheirValues(t *testing.T) {
	r := &board.Reading{
		KPI: customers, Today: day(24), Has: true, Period: october,
		Computed: &kpi.Computation{Newest: november, Inputs: []kpi.Operand{
			{KPI: spend, Period: october, Has: true, Number: 48000}, {KPI: customers, Period: kpi.Period{Every: kpi.Month, First: kpi.Date{Year: 2026, Month: 9, Day: 1}}, Has: true, Number: 16.25},
		}},
	}
	if got, want := speechOf(t, "en", "en-US").Inputs(r), "Spend $48,000 · Customers 16.25 (September)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Has, r.Computed.Inputs = false, []kpi.Operand{{KPI: spend, Period: november}}
	if got, want := speechOf(t, "de", "de-DE").Inputs(r), "Spend –"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Computed.Inputs = slices.Repeat(r.Computed.Inputs, 12)
	if got, want := speechOf(t, "en", "en-US").Inputs(r), "Spend – · Spend – · Spend – · Spend – · Spend – · Spend – · Spend – · Spend – (and 4 more)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestArithmetic_IsReckonedAsItIsWritten(t *testing.T) {
	n := func(v float64) kpi.Term { return kpi.Term{Number: v} }
	of := func(k *kpi.KPI, v float64) kpi.Term { return kpi.Term{Number: v, KPI: k} }
	op := func(sign string, args ...kpi.Term) kpi.Term { return kpi.Term{Sign: sign, Terms: args} }
	for _, row := range []struct {
		term   kpi.Term
		number float64
		want   string
	}{
		{op("/", of(spend, 48000), of(customers, 16)), 3000, "$48,000 / 16 = 3,000"},
		{op("*", op("/", of(customers, 18), of(customers, 900)), n(100)), 2, "18 / 900 × 100 = 2"},
		{op("/", of(spend, 100), of(customers, 3)), 100.0 / 3, "$100 / 3 ≈ 33"},
		{op("*", n(2), of(customers, 1.0/3)), 2, "2 × 0.3333 ≈ 2"},
		{op("*", op("+", n(1), n(2)), n(3)), 9, "(1 + 2) × 3 = 9"},
		{op("+", n(1), op("*", n(2), n(3))), 7, "1 + 2 × 3 = 7"},
		{op("-", n(9), op("-", n(5), n(3))), 7, "9 − (5 − 3) = 7"},
		{op("-", op("-", n(9), n(5)), n(3)), 1, "9 − 5 − 3 = 1"},
		{op("/", n(8), op("*", n(2), n(2))), 2, "8 / (2 × 2) = 2"},
		{op("-", n(1), n(-2)), 3, "1 − (−2) = 3"},
		{op("-", op("-", n(2))), 2, "−(−2) = 2"},
		{op("max", n(1), op("-", n(2), n(3))), 1, "max(1; 2 − 3) = 1"},
		{op("abs", n(-4)), 4, "abs(−4) = 4"},
		{of(spend, 5), 5, ""},
	} {
		r := &board.Reading{KPI: customers, Has: true, Raw: row.number, Number: row.number, Computed: &kpi.Computation{Term: row.term}}
		if got := speechOf(t, "en", "en-US").Arithmetic(r); got != row.want {
			t.Errorf("%q, want %q", got, row.want)
		}
	}
}
