package record_test

import (
	"fmt"
	"testing"

	. "kpiwall/data/record"

	"kpiwall/data/kpi"
)

// daysOf are values of sold for so many days before the office's.
func daysOf(o *office, n int, number func(i int) float64) []Input {
	var all []Input
	first := kpi.Date{Year: 2025, Month: 1, Day: 6}
	for i := range n {
		in := o.input("sold", fmt.Sprintf("%.0f", number(i)), first.AddDays(i).String())
		all = append(all, in)
	}
	return all
}

// A slip is found wherever it stands in a file, once, and also where no history knows
// better.
func TestImport_ComparesAValueWithThoseAroundIt(t *testing.T) {
	for _, n := range []int{6, 24, 25, 26, 120} {
		for _, slip := range []int{0, 1, n / 2, n - 2, n - 1} {
			o := newOffice(t)
			done, err := o.Import(t.Context(), Import{Try: true, Values: file(daysOf(o, n, func(i int) float64 {
				if i == slip {
					return 1000
				}
				return float64(95 + i%7)
			})...)})
			if err != nil || done.Recorded || done.New != n {
				t.Fatalf("%+v, %v", done, err)
			}
			want := kpi.Date{Year: 2025, Month: 1, Day: 6}.AddDays(slip).String()
			if d := done.Doubts; len(d) != 1 || d[0].Args["At"] != want || d[0].Args["Others"] != 0 {
				t.Errorf("%d values, slip at %d: doubts %+v", n, slip, d)
			}
		}
	}
}

func TestImport_DoubtsNoSteadyGrowth(t *testing.T) {
	o := newOffice(t)
	number := 10.0
	done, err := o.Import(t.Context(), Import{Values: file(daysOf(o, 400, func(int) float64 { number *= 1.02; return number })...)})
	if err != nil || !done.Recorded || len(done.Doubts) > 0 {
		t.Errorf("%+v, %v", done, err)
	}
}

func TestImport_RecordsNothingDoubtfulUnlessItMay(t *testing.T) {
	o := newOffice(t)
	values := daysOf(o, 10, func(i int) float64 { return map[bool]float64{true: 1000, false: 100}[i == 4] })
	for _, c := range []struct {
		im       Import
		recorded bool
		doubts   int
	}{
		{Import{}, false, 1},
		{Import{Try: true, Doubted: true}, false, 1},
		{Import{Doubted: true}, true, 1},
		{Import{}, true, 0}, // it stands there now
	} {
		c.im.Values = file(values...)
		done, err := o.Import(t.Context(), c.im)
		if err != nil || done.Recorded != c.recorded || len(done.Doubts) != c.doubts {
			t.Errorf("%+v: %+v, %v", c.im, done, err)
		}
		if rows := len(o.rows("sold")); (rows > 0) != c.recorded {
			t.Errorf("%+v: %d rows", c.im, rows)
		}
	}
}

func TestImport_NamesPeriodsAndCorrections(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("mrr", "41000", "2026-09-30"))
	done, err := o.Import(t.Context(), Import{Values: file(o.input("mrr", "42000", "2026-09-30"), o.input("mrr", "43000", "2026-06-30"), o.input("sold", "5", "2026-11-19"))})
	if err != nil || len(done.Spans) != 2 || len(done.Corrections) != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	s := done.Spans[0]
	if s.KPI.ID != "mrr" || s.Values != 2 || s.First.First.String() != "2026-06-01" || s.Last.First.String() != "2026-09-01" {
		t.Errorf("span %+v", s)
	}
	if c := done.Corrections[0]; c.KPI != "mrr" || c.Old != 41000 || c.New != 42000 || c.At.String() != "2026-09-30" {
		t.Errorf("correction %+v", c)
	}
}
