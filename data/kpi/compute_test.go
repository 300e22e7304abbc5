package kpi

import (
	"fmt"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"kpiwall/data/formula"
)

// ledger has inputs by their ids for formulas of a cadence.
type ledger struct {
	c     Calendar
	every Cadence
	now   time.Time
	in    map[string]Source
}

// newLedger reads lines such as "a 2026-11 sum: 1 2 . 4": the values of consecutive
// periods up to that one, a point for none, each dated with the period's last day,
// or where it runs with today.
func newLedger(t testing.TB, c Calendar, every Cadence, now time.Time, lines string) ledger {
	l := ledger{c, every, now, map[string]Source{}}
	for line := range strings.SplitSeq(lines, ";") {
		head, values, _ := strings.Cut(line, ":")
		words := strings.Fields(head)
		k := &KPI{ID: words[0], Name: words[0], Every: every, DayEnds: 17 * time.Hour}
		if len(words) > 2 {
			k.Combine = Sum
		}
		last, err := c.ParsePeriod(every, words[1])
		if err != nil {
			t.Fatal(err)
		}
		var rows [][]Value
		fields := strings.Fields(values)
		for i, field := range fields {
			p := c.Add(last, i-len(fields)+1)
			var row []Value
			if v, err := strconv.ParseFloat(field, 64); err == nil {
				row = []Value{{At: c.AtFor(k, p, now), Number: v}}
			}
			rows = append(rows, row)
		}
		l.in[k.ID] = Source{KPI: k, Series: c.Combine(k, last, rows)}
	}
	return l
}

// compute computes a formula, which may be an input of the next.
func (l ledger) compute(t testing.TB, id, text string) Computation {
	t.Helper()
	f, err := formula.Parse(text)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	k := &KPI{ID: id, Name: id, Every: l.every, Formula: f}
	made := l.c.Compute(k, func(id string) Source { return l.in[id] }, 36, l.now)
	l.in[id] = Source{KPI: k, Series: made.Series, Computed: &made}
	return made
}

// told writes the newest number with its period and what a newer one waits for:
// "3 in 2026-10, 2026-11 lacks a".
func (l ledger) told(made Computation) string {
	text := "nothing"
	if e, ok := made.Series.Newest(); ok {
		text = fmt.Sprint(e.Number, " in ", l.c.ID(e.Period))
	}
	reasons := [...]string{Runs: "runs", Lacks: "lacks", ByZero: "divides by zero", Beyond: "is beyond"}
	for _, w := range made.Waits {
		text += ", " + l.c.ID(w.Period) + " " + reasons[w.Reason]
		if w.KPI != nil {
			text += " " + w.KPI.ID
		}
	}
	return text
}

func TestCompute_ByHand(t *testing.T) {
	const nov, oct = " in 2026-11", " in 2026-10"
	for _, c := range []struct{ inputs, formula, want string }{
		// Arithmetic.
		{"a 2026-11: 48000; b 2026-11: 16", "a / b", "3000" + nov},
		{"a 2026-11: 18; b 2026-11: 900 905", "a / prev(b) * 100", "2" + nov},
		{"a 2026-11: 7", "a", "7" + nov},
		{"a 2026-11: 7", "-a", "-7" + nov},
		{"a 2026-11: 7", "3 - -a", "10" + nov},
		{"a 2026-11: 7; b 2026-11: 2", "a - b - 1", "4" + nov},
		{"a 2026-11: 7; b 2026-11: 2", "a - (b - 1)", "6" + nov},
		{"a 2026-11: 8; b 2026-11: 2", "a / b / 2", "2" + nov},
		{"a 2026-11: 8; b 2026-11: 2", "a / (b / 2)", "8" + nov},
		{"a 2026-11: 8; b 2026-11: 2", "a + b * 3", "14" + nov},
		{"a 2026-11: 8; b 2026-11: 2", "(a + b) * 3", "30" + nov},
		{"a 2026-11: 1; b 2026-11: 3", "a / b * 3", "1" + nov},
		{"a 2026-11: 1; b 2026-11: 3", "a / b", "0.333333333333333" + nov},
		{"a 2026-11: 0.1; b 2026-11: 0.2", "a + b", "0.3" + nov},
		{"a 2026-11: 100.1", "a - 100", "0.1" + nov},
		{"a 2026-11: 1.005", "a * 1000", "1005" + nov},
		{"a 2026-11: -7; b 2026-11: 2", "a * b", "-14" + nov},
		{"a 2026-11: 0; b 2026-11: 5", "a / b", "0" + nov},
		{"a 2026-11: 0", "-a", "0" + nov},
		{"a 2026-11: 50; b 2026-11: 4; c 2026-11: 3", "a * b * c", "600" + nov}, // lifetime value
		{"a 2026-11: 30; b 2026-11: 1200", "a / b * 100", "2.5" + nov},          // conversion rate
		{"a 2026-11: 9000; b 2026-11: 3000", "a / b", "3" + nov},                // LTV:CAC

		// Functions.
		{"a 2026-11: 7; b 2026-11: 2", "min(a, b)", "2" + nov},
		{"a 2026-11: 7; b 2026-11: 2", "max(a, b, 9)", "9" + nov},
		{"a 2026-11: -7", "abs(a)", "7" + nov},
		{"a 2026-11: -7", "max(a, 0)", "0" + nov},
		{"a 2026-11: 7; b 2026-11: 2", "if(a > b, a, b)", "7" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a > b, 1, 2)", "2" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a >= b, 1, 2)", "1" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a < b, 1, 2)", "2" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a <= b, 1, 2)", "1" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a == b, 1, 2)", "1" + nov},
		{"a 2026-11: 7; b 2026-11: 7", "if(a != b, 1, 2)", "2" + nov},
		{"a 2026-11: 0.1; b 2026-11: 0.2", "if(a + b == 0.3, 1, 2)", "1" + nov},
		{"a 2026-11: 7; b 2026-11: 0", "if(b == 0, 0, a / b)", "0" + nov},

		// Periods before.
		{"a 2026-11: 3 5", "prev(a)", "5 in 2026-12"}, // December has its November
		{"a 2026-11: 3 5 7", "prev(prev(a))", "5 in 2026-12"},
		{"a 2026-11: 3 5", "a - prev(a)", "2" + nov},
		{"a 2026-11: 3 5 8", "prev(a - prev(a))", "3 in 2026-12"},
		{"a 2026-11: 1 2 3 4", "sum(a, 3)", "9" + nov},
		{"a 2026-11: 1 2 3 4", "mean(a, 4)", "2.5" + nov},
		{"a 2026-11: 1 2 3 4", "sum(a, 1)", "4" + nov},
		{"a 2026-11: 0.1 0.2 0.3", "sum(a, 3)", "0.6" + nov},
		{"a 2026-11: 1 2 3; b 2026-11: 10 20 30", "sum(a + b, 2)", "55" + nov},
		{"a 2026-11: 1 2 3; b 2026-11: 10 20 30", "sum(a * b, 2)", "130" + nov},
		{"a 2026-11: 1 2 3 4 5", "mean(sum(a, 2), 2)", "8" + nov},
		{"a 2026-11: 9 1 1 1 1 1 1 1 1 1 1 1", "ytd(a)", "11" + nov},
		{"a 2026-01: 5 7", "ytd(a)", "7 in 2026-01"},

		// Gaps: the last whole period stands, with what the newest lacks.
		{"a 2026-11: 10 20; b 2026-10: 5", "a / b", "2" + oct + ", 2026-11 lacks b"},
		{"a 2026-10: 10; b 2026-10: 5", "a / b", "2" + oct},
		{"a 2026-11: 10 20 30; b 2026-09: 5", "a / b", "2 in 2026-09, 2026-11 lacks b"},
		{"a 2026-11: 10 . 30", "a - prev(a)", "nothing, 2026-10 lacks a"},
		{"a 2026-11: 10 . 30", "sum(a, 3)", "nothing, 2026-10 lacks a"},
		{"a 2026-11: 10 20 . 30", "sum(a, 2)", "30 in 2026-09, 2026-10 lacks a"},
		{"a 2026-11: 10 20 . 30", "mean(a, 2)", "15 in 2026-09, 2026-10 lacks a"},
		{"a 2026-11: 1 1 1 1 1 1 1 1 1 . 1", "ytd(a)", "9 in 2026-09, 2026-10 lacks a"},
		{"a 2026-11: 30", "prev(a) + a", "nothing, 2026-10 lacks a"},
		{"a 2026-11: 1; b 2026-06: 1; c 2026-06: 1", "a + b + c", "nothing, 2026-11 lacks b, 2026-11 lacks c"},
		{"a 2026-11: 1; b 2026-06: 1", "b + a + b", "nothing, 2026-11 lacks b"}, // once
		{"a 2026-11: 1; b 2026-06: 1", "if(a > 0, a, b)", "1" + nov},            // which is not needed
		{"a 2026-11: 1; b 2026-06: 1", "if(b > 0, a, b)", "nothing, 2026-11 lacks b"},
		{"a 2026-06: 1; b 2026-06: 2", "a + b", "3 in 2026-06"},

		// Zero divides nothing, whatever else is there.
		{"a 2026-11: 10 20; b 2026-11: 5 0", "a / b", "2" + oct + ", 2026-11 divides by zero b"},
		{"a 2026-11: 20; b 2026-11: 0", "a / b", "nothing, 2026-11 divides by zero b"},
		{"a 2026-11: 0; b 2026-11: 0", "a / b", "nothing, 2026-11 divides by zero b"},
		{"a 2026-11: 20; b 2026-11: 0 3", "a / prev(b)", "nothing, 2026-10 divides by zero b"},
		{"a 2026-11: 20; b 2026-11: 4", "a / (b - 4)", "nothing, 2026-11 divides by zero"},
		{"a 2026-11: 100.1; b 2026-11: 0.1", "1 / (a - 100 - b)", "nothing, 2026-11 divides by zero"},
		{"a 2026-11: 20; b 2026-11: 0; c 2026-06: 1", "a / b + c", "nothing, 2026-11 lacks c"},
		{"a 2026-11: 1e300", "a * a", "nothing, 2026-11 is beyond"},

		// A sum that runs: December is not over on the 5th.
		{"a 2026-12 sum: 8 10 1; b 2026-12: 4 5 5", "a / b", "2" + nov + ", 2026-12 runs a"},
		{"a 2026-12 sum: 1", "a * 2", "nothing, 2026-12 runs a"},
		{"a 2026-12 sum: 8 1; b 2026-11: 4", "a / b", "2" + nov + ", 2026-12 runs a, 2026-12 lacks b"},
		{"a 2026-12 sum: 8 1; b 2026-12: 4", "prev(a) / b", "2 in 2026-12"},
		{"a 2026-12: 8 1", "a * 2", "2 in 2026-12"}, // no sum
		{"a 2026-12 sum: 8 1", "if(a > 0, a, 0)", "8" + nov + ", 2026-12 runs a"},
	} {
		l := newLedger(t, Calendar{}, Month, time.Date(2026, 12, 5, 12, 0, 0, 0, time.UTC), c.inputs)
		if got := l.told(l.compute(t, "k", c.formula)); got != c.want {
			t.Errorf("%q of %q is %s, want %s", c.formula, c.inputs, got, c.want)
		}
	}
}

func TestCompute_AFiscalYearHasTheWeeksWhoseMiddleLiesInIt(t *testing.T) {
	c := Calendar{WeekStarts: time.Monday, YearStarts: time.April}
	for _, k := range []struct {
		every           Cadence
		now, last, want string
		values          int
	}{
		{Month, "2026-12-05", "2026-04", "1 in 2026-04", 12},
		{Month, "2026-12-05", "2026-11", "8 in 2026-11", 12},
		{Quarter, "2027-02-05", "2026/27-Q3", "3 in 2026/27-Q3", 9},
		{Year, "2027-06-05", "2026/27", "1 in 2026/27", 3},
		{Week, "2027-06-05", "2026-W14", "1 in 2026-W14", 99}, // 30 March to 5 April, and its middle is the 2nd
		{Week, "2027-06-05", "2026-W15", "2 in 2026-W15", 99},
		{Day, "2026-12-05", "2026-04-03", "3 in 2026-04-03", 400},
	} {
		now, _ := time.Parse("2006-01-02", k.now)
		l := newLedger(t, c, k.every, now, "a "+k.last+":"+strings.Repeat(" 1", k.values))
		if got := l.told(l.compute(t, "k", "ytd(a)")); got != k.want {
			t.Errorf("%v %s: %s, want %s", k.every, k.last, got, k.want)
		}
	}
	c.Workdays = NewWeekdays(time.Monday, time.Tuesday, time.Wednesday, time.Thursday, time.Friday)
	c.YearStarts = time.August // the 1st of August 2026 is a Saturday, and so of Friday's period
	l := newLedger(t, c, Day, time.Date(2026, 9, 1, 0, 0, 0, 0, time.UTC), "a 2026-08-05: 1 1 1 1 1 1 1 1")
	if got := l.told(l.compute(t, "k", "ytd(a)")); got != "3 in 2026-08-05" {
		t.Error(got)
	}
}

func TestCompute_IsAsFreshAsItsOldestInput(t *testing.T) {
	day := func(d int) time.Time { return time.Date(2026, 11, d, 9, 0, 0, 0, time.UTC) }
	l := newLedger(t, Calendar{}, Month, day(30), "a 2026-11: 1 2; b 2026-11: 3 4; c 2026-11: 5 6")
	for id, d := range map[string]int{"a": 20, "b": 10, "c": 2} {
		for i := range l.in[id].Series.Entries {
			e := &l.in[id].Series.Entries[i]
			e.LastConfirmed, e.Moment, e.Note, e.By = day(d+i), day(d+i), id, "who wrote "+id
		}
	}
	made := l.compute(t, "k", "a / b + prev(c)")
	e, _ := made.Series.Newest()
	if !e.LastConfirmed.Equal(day(11)) {
		t.Errorf("it was confirmed %v, but b was on the 11th, and c is of another period", e.LastConfirmed)
	}
	if e.Note != "a" || e.By != "who wrote a" {
		t.Errorf("its note is %q (%s), want the newest", e.Note, e.By)
	}
}

func TestCompute_KeepsTheGapsOfItsHistory(t *testing.T) {
	l := newLedger(t, Calendar{}, Month, time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC), "a 2026-11: 1 . 3 4; b 2026-11: 1 1 0 2")
	made, got := l.compute(t, "k", "a / b"), ""
	for _, e := range made.Series.Entries[len(made.Series.Entries)-4:] {
		got += fmt.Sprint(e.Has, " ", e.Number, "; ")
	}
	if got != "true 1; false 0; false 0; true 2; " || len(made.Series.Entries) != 36 {
		t.Errorf("%d entries, the last %s", len(made.Series.Entries), got)
	}
}

func TestCompute_TakesOtherFormulas(t *testing.T) {
	l := newLedger(t, Calendar{}, Month, time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC), "a 2026-11: 6 8; b 2026-10: 2")
	l.compute(t, "ratio", "a / b")
	if got := l.told(l.compute(t, "twice", "ratio * 2")); got != "6 in 2026-10, 2026-11 lacks b" {
		t.Error(got)
	}
	if got := l.told(l.compute(t, "with_a", "ratio + a")); got != "9 in 2026-10, 2026-11 lacks b" {
		t.Error(got)
	}
}

// TestCompute_OfConstantsIsArithmetic has fractions of whole numbers computed in
// another way: numerator and denominator apart, in whole numbers.
func TestCompute_OfConstantsIsArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	type ratio struct{ n, d int64 }
	var build func(depth int) (string, ratio, bool)
	build = func(depth int) (string, ratio, bool) {
		if depth == 0 || r.IntN(4) == 0 {
			n := r.Int64N(9)
			return fmt.Sprint(n), ratio{n, 1}, true
		}
		x, a, okA := build(depth - 1)
		y, b, okB := build(depth - 1)
		ok := okA && okB
		switch r.IntN(4) {
		case 0:
			return "(" + x + " + " + y + ")", ratio{a.n*b.d + b.n*a.d, a.d * b.d}, ok
		case 1:
			return "(" + x + " - " + y + ")", ratio{a.n*b.d - b.n*a.d, a.d * b.d}, ok
		case 2:
			return x + " * " + y, ratio{a.n * b.n, a.d * b.d}, ok
		}
		return "(" + x + ") / (" + y + ")", ratio{a.n * b.d, a.d * b.n}, ok && b.n != 0
	}
	l := newLedger(t, Calendar{}, Month, time.Date(2026, 12, 5, 0, 0, 0, 0, time.UTC), "a 2026-11: 1")
	for range 2000 {
		text, want, ok := build(3)
		e, has := l.compute(t, "k", "("+text+") * a").Series.Newest()
		if has != ok || ok && math.Abs(e.Number-float64(want.n)/float64(want.d)) > 1e-12*math.Abs(e.Number) {
			t.Fatalf("%s is %v (%v), want %d/%d (%v)", text, e.Number, has, want.n, want.d, ok)
		}
	}
}
