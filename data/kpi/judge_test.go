package kpi

import (
	"math"
	"math/rand/v2"
	"testing"
)

func amount(v float64) Tolerance { return Tolerance{Margin{Amount: v}, Margin{Amount: v}} }
func share(v float64) Tolerance {
	return Tolerance{Margin{Amount: v, Share: true}, Margin{Amount: v, Share: true}}
}

func TestTarget_ContainsItsEnds(t *testing.T) {
	whole, one := Format{}, Format{Decimals: 1}
	for _, c := range []struct {
		name string
		f    Format
		t    Target
		tol  Tolerance
		v    float64
		want Status
	}{
		{"no target", whole, Target{}, share(0.5), 5, NoTarget},
		{"on min", one, atLeast(95), Tolerance{}, 95, OnTarget},
		{"would be shown as min", one, atLeast(95), Tolerance{}, 94.96, Below},
		{"nobody calls that a difference", one, atLeast(95), Tolerance{}, 94.9996, OnTarget},
		{"shown below min", one, atLeast(95), Tolerance{}, 94.94, Below},
		{"on max", one, atMost(4), Tolerance{}, 4, OnTarget},
		{"would be shown as max", one, atMost(4), Tolerance{}, 4.04, Above},
		{"nobody calls that a difference either", one, atMost(4), Tolerance{}, 4.0004, OnTarget},
		{"a tie rounds up, out of the target", one, atMost(4), Tolerance{}, 4.0005, Above},
		{"a bound finer than the display", whole, atLeast(94.6), Tolerance{}, 94.7, OnTarget},
		{"between", whole, between(18, 22), Tolerance{}, 20, OnTarget},
		{"below both", whole, between(18, 22), Tolerance{}, 17, Below},
		{"above both", whole, between(18, 22), Tolerance{}, 23, Above},
		{"higher is better has no above", whole, atLeast(18), Tolerance{}, 1e9, OnTarget},
		{"lower is better has no below", whole, atMost(18), Tolerance{}, -1e9, OnTarget},
		{"share of min, its end", one, atLeast(95), share(0.05), 90.25, Near},
		{"share of min, past its end", one, atLeast(95), share(0.05), 90.24, Below},
		{"share of a negative bound", whole, atLeast(-100), share(0.1), -110, Near},
		{"past a negative bound's share", whole, atLeast(-100), share(0.1), -111, Below},
		{"share of zero is nothing", whole, atMost(0), share(0.1), 1, Above},
		{"amount above max", whole, atMost(10), amount(2), 12, Near},
		{"past the amount", whole, atMost(10), amount(2), 13, Above},
		{"margins differ, below", whole, between(10, 20), Tolerance{Below: Margin{Amount: 5}}, 5, Near},
		{"margins differ, above", whole, between(10, 20), Tolerance{Below: Margin{Amount: 5}}, 21, Above},
		{"binary noise in the limit", one, atLeast(0.3), amount(0.1), 0.2, Near},
		{"a margin that the display swallows", whole, atLeast(10), amount(0.4), 9, Below},
		{"compact shows as min", Format{Style: Compact, Decimals: 1}, atLeast(1e6), Tolerance{}, 950_000, Below},
		{"compact would round up to min", Format{Style: Compact}, atLeast(1e6), Tolerance{}, 999_600, Below},
		{"compact, a bound finer than the display", Format{Style: Compact, Decimals: 2}, atLeast(1_234_600), Tolerance{}, 1_234_567, Below},
		{"a bound of four decimals", Format{Decimals: 2}, atLeast(0.0125), Tolerance{}, 0.01246, Below},
		{"huge", whole, atLeast(1e300), share(1), -1e300, Below},
		{"not a number", whole, atLeast(1), Tolerance{}, math.NaN(), NoValue},
		{"infinite", whole, atLeast(1), Tolerance{}, math.Inf(1), NoValue},
	} {
		if got := Judge(c.f, c.t, c.tol, c.v).Status; got != c.want {
			t.Errorf("%s: %v against %+v is %v, want %v", c.name, c.v, c.t, got, c.want)
		}
	}
}

// What a reader concludes from the digits alone must be what the colour says.
func TestJudge_NeverContradictsTheDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	for range 50000 {
		f := anyFormat(r)
		bound := anyValue(r)
		if math.Abs(bound) >= 1e15 { // no config may have it
			continue
		}
		v := bound * (1 + (r.Float64()-0.5)/float64(int(1)<<r.IntN(24)))
		if r.IntN(4) == 0 {
			v = anyValue(r)
		}
		for _, target := range []Target{atLeast(bound), atMost(bound), between(bound, bound+min(math.Abs(v), 1e15-math.Abs(bound)))} {
			j := Judge(f, target, Tolerance{}, v)
			shown := j.Format.Round(j.Number)
			if seen := target.status(Tolerance{}, shown); seen != j.Status {
				t.Fatalf("%+v: %v against %+v is %v, and its digits %v say %v", f, v, target, j.Status, shown, seen)
			}
			if again := Judge(f, target, Tolerance{}, j.Number); again != j {
				t.Fatalf("%+v: %v is judged %+v, and that %+v", f, v, j, again)
			}
		}
	}
}

// The truth decides: no more than the least that a person could mean separates it
// from the verdict, whatever the display.
func TestJudge_FollowsTheTruthAndNotTheDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	for range 50000 {
		f := Format{Style: Style(r.IntN(3)), Decimals: r.IntN(5)}
		bound := float64(r.IntN(2_000_000)-1_000_000) / []float64{1, 10, 100, 1000}[r.IntN(4)]
		off := float64(r.IntN(2000)-1000) / 1000
		v := Clean(bound + off)
		got := Judge(f, atLeast(bound), Tolerance{}, v).Status
		want := OnTarget
		if off < 0 && (f.Decimals > 0 || off < -0.005 || decimalsIn(bound) > 0) {
			want = Below
		}
		if math.Abs(off) <= 0.005 && f.Decimals == 0 && decimalsIn(bound) == 0 {
			continue // less than the two decimals that are judged
		}
		if got != want {
			t.Fatalf("%+v: %v is %v against %v, want %v", f, v, got, bound, want)
		}
	}
}

// Every row is a situation in which the display alone would mislead.
func TestJudge_AddsDigitsWhereTheyWouldContradict(t *testing.T) {
	l := locale(t, "en-US")
	percent, compact := Format{Style: Percent}, Format{Style: Compact}
	for _, c := range []struct {
		name     string
		f        Format
		t        Target
		v        float64
		want     Status
		text, of string
	}{
		{"compact, no decimals set", Format{Style: Compact, Prefix: "$"}.WithDecimalsFor(Plan{{Target: atLeast(1_450_000)}}, 0), atLeast(1_450_000), 1_000_000, Below, "$1M", "≥ $1.45M"},
		{"plain, a mean", Format{}.WithDecimalsFor(Plan{{Target: atLeast(4.4)}}, 0), atLeast(4.4), 3.5, Below, "3.5", "≥ 4.4"},
		{"percent, max", percent.WithDecimalsFor(Plan{{Target: atMost(1.5)}}, 0), atMost(1.5), 2.4, Above, "2.4%", "≤ 1.5%"},
		{"percent, min", percent.WithDecimalsFor(Plan{{Target: atLeast(99.95)}}, 0), atLeast(99.95), 99.6, Below, "99.60%", "≥ 99.95%"},
		{"no decimals by hand, min", Format{}, atLeast(40), 39.7, Below, "39.7", "≥ 40"},
		{"no decimals by hand, max", Format{}, atMost(0), 0.4, Above, "0.4", "≤ 0"},
		{"one decimal", Format{Decimals: 1}, atLeast(100), 99.95, Below, "99.95", "≥ 100.0"},
		{"on target, and not to look below", Format{}, atLeast(4.4), 4.44, OnTarget, "4.4", "≥ 4.4"},
		{"compact with two decimals", Format{Style: Compact, Decimals: 2}, atLeast(1_234_600), 1_234_567, Below, "1.23M", "≥ 1,234,600"},
		{"the same, nearer", Format{Style: Compact, Decimals: 2}, atLeast(1_234_000), 1_233_999, Below, "1.23M", "≥ 1.234M"},
		{"four decimals", Format{}.WithDecimalsFor(Plan{{Target: atLeast(0.0125)}}, 0), atLeast(0.0125), 0.01246, Below, "0.01", "≥ 0.0125"},
		{"compact, short of a million", compact, atLeast(1e6), 999_600, Below, "999.6k", "≥ 1M"},
		{"compact, a little short", compact, atLeast(1e6), 999_999, Below, "999.999k", "≥ 1M"},
		{"compact, a hair short", compact, atLeast(1e9), 999_999_999, Below, "999,999,999", "≥ 1B"},
		{"below a thousand", compact.WithDecimalsFor(Plan{{Target: atLeast(0.25)}}, 0), atLeast(0.25), 0.2499, Below, "0.2499", "≥ 0.25"},
		{"below a thousand, set by hand", Format{Style: Compact, Decimals: 3}, atLeast(0.5), 0.49996, Below, "0.49996", "≥ 0.5"},
		{"compact, near twelve", Format{Style: Compact, Decimals: 3}, atLeast(12.5), 12.49996, Below, "12.49996", "≥ 12.5"},
		{"both ends", Format{}, between(5, 6), 4.6, Below, "4.6", "5–6"},
		{"a bound of three digits", compact.WithDecimalsFor(Plan{{Target: atLeast(1499)}}, 0), atLeast(1499), 1000, Below, "1k", "≥ 1.499k"},
		{"on the bound", percent.WithDecimalsFor(Plan{{Target: atLeast(0.5)}}, 0), atLeast(0.5), 0.5, OnTarget, "0.5%", "≥ 0.5%"},
		{"nothing to contradict", Format{}, Target{}, 39.7, NoTarget, "40", ""},
	} {
		j := Judge(c.f, c.t, Tolerance{}, c.v)
		if got := j.Format.Text(l, j.Number); j.Status != c.want || got != c.text {
			t.Errorf("%s: %v reads %q, %v; want %q, %v", c.name, c.v, got, j.Status, c.text, c.want)
		}
		if got := written(c.t, c.f, l); got != c.of {
			t.Errorf("%s: the target reads %q, want %q", c.name, got, c.of)
		}
	}
}

func BenchmarkJudge(b *testing.B) {
	f, target, tol := Format{Decimals: 2}, between(90, 110), share(0.05)
	b.ReportAllocs()
	for b.Loop() {
		Judge(f, target, tol, 87.654321)
	}
}

// Two values that read the same must not have two verdicts, at the edge of the
// tolerance either.
func TestJudge_AddsDigitsAtTheEdgeOfTheTolerance(t *testing.T) {
	l := locale(t, "en-US")
	for _, c := range []struct {
		f    Format
		t    Target
		tol  Tolerance
		v    float64
		want Status
		text string
	}{
		{Format{}, atLeast(-10), share(0.05), -10.5, Near, "−10.5"},
		{Format{}, atLeast(-10), share(0.05), -10.51, Below, "−11"},
		{Format{Style: Duration}, atMost(240), amount(30), 270.4, Above, "4:30.4"},
		{Format{Style: Duration}, atMost(240), amount(30), 270, Near, "4:30"},
	} {
		j := Judge(c.f, c.t, c.tol, c.v)
		if got := j.Format.Text(l, j.Number); j.Status != c.want || got != c.text {
			t.Errorf("%v against %+v reads %q, %v; want %q, %v", c.v, c.t, got, j.Status, c.text, c.want)
		}
	}
}
