package kpi

import (
	"math"
	"testing"
)

func TestCompare_AgreesWithTheDigits(t *testing.T) {
	whole, one := Format{}, Format{Decimals: 1}
	for _, c := range []struct {
		f           Format
		before, now float64
		want        Change
	}{
		{whole, 100, 103, Change{true, 3, 0.03, true, Steady}},
		{whole, -100, -50, Change{true, 50, 0.5, true, Steady}},
		{whole, 0, 12, Change{true, 12, 0, false, Steady}},
		{whole, 0.4, 12, Change{true, 12, 0, false, Steady}}, // 0.4 is shown as 0
		{whole, 100.4, 99.6, Change{true, 0, 0, true, Steady}},
		{one, 100, 100.1, Change{true, 0.1, 0.001, true, Steady}},
		{Format{Style: Percent, Decimals: 1}, 60, 58.5, Change{true, -1.5, 0, false, Steady}},
		{Format{Suffix: " %"}, 60, 58, Change{true, -2, 0, false, Steady}},
		{whole, math.NaN(), 1, Change{}},
		{whole, 1, math.Inf(1), Change{}},
	} {
		if got := Compare(c.f, Target{}, c.before, c.now); got != c.want {
			t.Errorf("%+v: %v to %v is %+v, want %+v", c.f, c.before, c.now, got, c.want)
		}
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
		{"shown as inside", atLeast(60), 59.96, 59.99, Steady},
	} {
		if got := Compare(one, c.t, c.before, c.now).Trend; got != c.want {
			t.Errorf("%s: trend %d, want %d", c.name, got, c.want)
		}
	}
}

func TestChangeText_IsWhatATileSays(t *testing.T) {
	en, de := locale(t, "en-US"), locale(t, "de-DE")
	euro := Format{Prefix: "€"}
	for _, c := range []struct {
		f           Format
		l           Locale
		before, now float64
		want        string
	}{
		{euro, en, 1000, 1032, "+3.2%"},
		{euro, de, 1000, 1032, "+3,2" + nbsp + "%"},
		{euro, en, 1000, 968, "−3.2%"},
		{euro, en, 1000, 1000.4, "no change"},
		{euro, en, 0, 12, "+€12"},
		{euro, en, 0, -12, "−€12"},
		{Format{}, en, 0, 12, "+12"},
		{Format{}, en, 100_000, 100_012, "+12"}, // +0.0% would say nothing
		{Format{}, en, 100, 250, "+150%"},
		{Format{}, en, 10_000, 19_996, "+100%"}, // 99.96 rounds to three digits first
		{Format{}, en, 10_000, 19_994, "+99.9%"},
		{Format{}, en, -10, 5, "+150%"},
		{Format{Style: Percent, Decimals: 1}, en, 60, 58.5, "−1.5 pp"},
		{Format{Style: Percent, Decimals: 1}, de, 60, 61.5, "+1,5 pp"},
		{Format{Suffix: " %"}, en, 0, 3, "+3 pp"},
		{Format{Style: Duration}, en, 0, 270, "+4:30"},
		{Format{Style: Duration}, en, 240, 270, "+12.5%"},
		{Format{}, locale(t, "tr"), 100, 110, "+%10,0"},
	} {
		if got := Compare(c.f, Target{}, c.before, c.now).Text(c.f, c.l); got != c.want {
			t.Errorf("%+v: %v to %v reads %q, want %q", c.f, c.before, c.now, got, c.want)
		}
	}
	if got := (Change{}).Text(euro, en); got != "" {
		t.Errorf("nothing to compare with reads %q", got)
	}
}
