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
		{"shown as min", one, atLeast(95), Tolerance{}, 94.96, OnTarget},
		{"shown below min", one, atLeast(95), Tolerance{}, 94.94, Below},
		{"on max", one, atMost(4), Tolerance{}, 4, OnTarget},
		{"shown as max", one, atMost(4), Tolerance{}, 4.04, OnTarget},
		{"a tie rounds up, out of the target", one, atMost(4), Tolerance{}, 4.05, Above},
		{"a bound finer than the display", whole, atLeast(94.6), Tolerance{}, 94.7, OnTarget},
		{"between", whole, between(18, 22), Tolerance{}, 20, OnTarget},
		{"below both", whole, between(18, 22), Tolerance{}, 17, Below},
		{"above both", whole, between(18, 22), Tolerance{}, 23, Above},
		{"higher is better has no above", whole, atLeast(18), Tolerance{}, 1e9, OnTarget},
		{"lower is better has no below", whole, atMost(18), Tolerance{}, -1e9, OnTarget},
		{"share of min, its end", one, atLeast(95), share(0.05), 90.3, Near}, // 90.25 is shown as 90.3
		{"share of min, past its end", one, atLeast(95), share(0.05), 90.2, Below},
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
		{"compact rounds up to min", Format{Style: Compact}, atLeast(1e6), Tolerance{}, 999_600, OnTarget},
		{"huge", whole, atLeast(1e300), share(1), -1e300, Below},
		{"not a number", whole, atLeast(1), Tolerance{}, math.NaN(), NoValue},
		{"infinite", whole, atLeast(1), Tolerance{}, math.Inf(1), NoValue},
	} {
		if got := Judge(c.f, c.t, c.tol, c.v); got != c.want {
			t.Errorf("%s: %v against %+v is %v, want %v", c.name, c.v, c.t, got, c.want)
		}
	}
}

// What a reader concludes from the digits alone must be what the colour says.
func TestJudge_NeverContradictsTheDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(11, 12))
	l := locale(t, "de-DE")
	for range 50000 {
		f := anyFormat(r)
		bound := anyValue(r)
		v := bound * (1 + (r.Float64()-0.5)/float64(int(1)<<r.IntN(24)))
		if r.IntN(4) == 0 {
			v = anyValue(r)
		}
		tol := amount(math.Abs(anyValue(r)) * float64(r.IntN(2)))
		low, high := Judge(f, atLeast(bound), tol, v), Judge(f, atMost(bound), tol, v)
		same := f.Text(l, v) == f.Text(l, bound)
		switch {
		case same && (low != OnTarget || high != OnTarget):
			t.Fatalf("%+v: %v looks like the bound %v, but is %v and %v", f, v, bound, low, high)
		case !same && low == OnTarget && v < bound, !same && high == OnTarget && v > bound:
			t.Fatalf("%+v: %v is seen to miss %v, but is %v and %v", f, v, bound, low, high)
		case !same && (low == OnTarget) == (high == OnTarget):
			t.Fatalf("%+v: %v is on both sides of %v: %v and %v", f, v, bound, low, high)
		}
	}
}

func TestJudge_ReadsTheToleranceLimitAsDisplayed(t *testing.T) {
	r := rand.New(rand.NewPCG(13, 14))
	l := locale(t, "en-US")
	for range 50000 {
		f := Format{Style: Style(r.IntN(3)), Decimals: r.IntN(5)}
		bound, margin := f.Round(anyValue(r)), f.Round(math.Abs(anyValue(r)))
		if math.Abs(bound) > 1e8 || margin > 1e8 || margin == 0 {
			continue
		}
		limit := f.Round(bound - margin)
		if got := Judge(f, atLeast(bound), amount(margin), limit); got != Near {
			t.Fatalf("%+v: %s is %s below %s, but %v", f, f.Text(l, limit), f.Text(l, margin), f.Text(l, bound), got)
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
