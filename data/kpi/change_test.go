package kpi

import (
	"math"
	"testing"
)

// compared is the change of a KPI written as f.
func compared(f Format, t Target, before, now float64) Change {
	k := &KPI{Format: f}
	return Compare(k, t, Judge(f, t, Tolerance{}, before), Judge(f, t, Tolerance{}, now))
}

func TestCompare_AgreesWithTheDigits(t *testing.T) {
	whole, one := Format{}, Format{Decimals: 1}
	for _, c := range []struct {
		f                Format
		before, now      float64
		known            bool
		amount, relative float64
		hasRel           bool
	}{
		{whole, 100, 103, true, 3, 0.03, true},
		{whole, -100, -50, true, 50, 0.5, true},
		{whole, 0, 12, true, 12, 0, false},
		{whole, 0.4, 12, true, 12, 0, false}, // 0.4 is shown as 0
		{whole, 100.4, 99.6, true, 0, 0, true},
		{whole, -10, 5, true, 15, 0, false}, // a share across zero says nothing
		{whole, 108_000, -90, true, -108_090, 0, false},
		{whole, -5, 0, true, 5, 1, true},
		{one, 100, 100.1, true, 0.1, 0.001, true},
		{one, -0.04, 0.04, true, 0, 0, false},
		{Format{Style: Percent, Decimals: 1}, 60, 58.5, true, -1.5, 0, false},
		{Format{Suffix: " %"}, 60, 58, true, -2, 0, false},
		{whole, math.NaN(), 1, false, 0, 0, false},
		{whole, 1, math.Inf(1), false, 0, 0, false},
	} {
		got := compared(c.f, Target{}, c.before, c.now)
		if got.Known != c.known || got.Amount != c.amount || got.Relative != c.relative || got.HasRel != c.hasRel {
			t.Errorf("%+v: %v to %v is %+v, want %+v", c.f, c.before, c.now, got, c)
		}
	}
}

func TestCompare_TellsAmountsWhereTheKPIWantsThem(t *testing.T) {
	k := &KPI{Format: Format{Decimals: 1, Suffix: " °C"}, ChangeByAmount: true}
	c := Compare(k, Target{}, Judge(k.Format, Target{}, Tolerance{}, 1), Judge(k.Format, Target{}, Tolerance{}, 21.5))
	if c.HasRel || c.Amount != 20.5 {
		t.Errorf("%+v", c)
	}
}

func TestCompare_SaysBetterByDistanceThenByDirection(t *testing.T) {
	one := Format{Decimals: 1}
	for _, c := range []struct {
		name        string
		t           Target
		before, now float64
		want        Trend
	}{
		{"nearer to min", atLeast(100), 80, 90, Better},
		{"further from min", atLeast(100), 90, 80, Worse},
		{"into the target", atLeast(100), 90, 120, Better},
		{"out of the target", atLeast(100), 120, 90, Worse},
		{"higher, inside", atLeast(60), 63, 65, Better},
		{"lower, inside: on target and yet worse", atLeast(60), 65, 63, Worse},
		{"lower is better, inside", atMost(60), 50, 40, Better},
		{"nearer to max", atMost(60), 80, 70, Better},
		{"inside both", between(18, 22), 19, 21, Steady},
		{"nearer to the range from above", between(18, 22), 30, 25, Better},
		{"as far on the other side", between(18, 22), 17.9, 22.1, Steady},
		{"across the range, further", between(18, 22), 17, 24, Worse},
		{"no target", Target{}, 1, 2, Steady},
		{"shown as the same", atLeast(60), 65.01, 65.04, Steady},
		{"just short of the target", atLeast(60), 59.96, 59.99, Better},
	} {
		if got := compared(one, c.t, c.before, c.now).Trend; got != c.want {
			t.Errorf("%s: trend %d, want %d", c.name, got, c.want)
		}
	}
}
