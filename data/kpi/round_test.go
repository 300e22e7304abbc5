package kpi

import (
	"math"
	"math/big"
	"math/rand/v2"
	"strconv"
	"testing"
)

func TestRound_IsHalfUpOnWhatWasTyped(t *testing.T) {
	for _, c := range []struct {
		v        float64
		decimals int
		want     float64
	}{
		{2.675, 2, 2.68},
		{1.005, 2, 1.01},
		{-1.005, 2, -1.01},
		{0.5, 0, 1},
		{1.5, 0, 2},
		{2.5, 0, 3},
		{-2.5, 0, -3},
		{0.49999, 0, 0},
		{0.05, 1, 0.1},
		{0.049, 1, 0},
		{9.995, 2, 10},
		{99.5, 0, 100},
		{94.96, 1, 95},
		{94.94, 1, 94.9},
		{1e-7, 6, 0},
		{5e-7, 6, 1e-6},
		{0, 2, 0},
		{123456789012345, 0, 123456789012345},
		{4503599627370497.5, 0, 4.5e15},
		{999999999999999.9, 0, 1e15},
		{5e-324, 2, 0},
		{1e300, 2, 1e300},
		{1.26e300, 0, 1.3e300},
		{math.MaxFloat64, 0, math.MaxFloat64},
	} {
		if got := (Format{Decimals: c.decimals}).Round(c.v); got != c.want {
			t.Errorf("Round(%v) to %d decimals = %v, want %v", c.v, c.decimals, got, c.want)
		}
	}
}

func TestRound_NeverGivesMinusZero(t *testing.T) {
	for _, v := range []float64{math.Copysign(0, -1), -0.004, -1e-300} {
		for style := Plain; style <= Compact; style++ {
			f := Format{Style: style, Decimals: 2}
			if got := f.Round(v); got != 0 || math.Signbit(got) {
				t.Errorf("style %d: Round(%v) = %v", style, v, got)
			}
		}
	}
}

func TestRound_LeavesAloneWhatIsNoNumber(t *testing.T) {
	if f := (Format{}); !math.IsNaN(f.Round(math.NaN())) || !math.IsInf(f.Round(math.Inf(-1)), -1) {
		t.Error("NaN or an infinity became a number")
	}
}

// exactly rounds in rational numbers: half up, away from zero.
func exactly(v float64, decimals int) float64 {
	r, _ := new(big.Rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
	scale := new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	r.Mul(r, scale)
	half := big.NewRat(int64(1-2*btoi(v < 0)), 2)
	r.Add(r, half)
	whole := new(big.Int).Quo(r.Num(), r.Denom()) // toward zero
	out, _ := new(big.Rat).Quo(new(big.Rat).SetInt(whole), scale).Float64()
	return out
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}

func TestRound_AgreesWithExactArithmetic(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	for range 50000 {
		v, decimals := anyValue(r), r.IntN(7)
		if math.Abs(v) >= 9e14 {
			continue
		}
		if got, want := (Format{Decimals: decimals}).Round(v), exactly(v, decimals); got != want {
			t.Fatalf("Round(%v) to %d decimals = %v, want %v", v, decimals, got, want)
		}
	}
}

// anyValue draws numbers as people have them, many of them on a tie.
func anyValue(r *rand.Rand) float64 {
	switch r.IntN(4) {
	case 0:
		return float64(r.IntN(2_000_001)-1_000_000) / 1000
	case 1:
		return float64(r.IntN(20_001)-10_000)*5/math.Pow10(r.IntN(8)) + 0
	case 2:
		return (r.Float64() - 0.5) * math.Pow10(r.IntN(20))
	}
	v, _ := strconv.ParseFloat(strconv.FormatFloat((r.Float64()-0.5)*math.Pow10(r.IntN(12)), 'g', 1+r.IntN(8), 64), 64)
	return v
}

func anyFormat(r *rand.Rand) Format {
	return Format{Style: Style(r.IntN(4)), Decimals: r.IntN(5)}
}

func TestRound_IsMonotoneAndRepeatable(t *testing.T) {
	r := rand.New(rand.NewPCG(7, 8))
	for range 50000 {
		f, a := anyFormat(r), anyValue(r)
		b := a + r.Float64()*math.Abs(a)/100
		ra, rb := f.Round(a), f.Round(b)
		if ra > rb {
			t.Fatalf("%+v: %v rounds to %v, the larger %v to %v", f, a, ra, b, rb)
		}
		if again := f.Round(ra); again != ra {
			t.Fatalf("%+v: %v rounds to %v, and that to %v", f, a, ra, again)
		}
	}
}

func TestRound_AndTextNeverDisagree(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	l := Locale{Decimal: ",", Group: ".", Primary: 3, Secondary: 3, MinGrouping: 1}
	for range 50000 {
		f, a := anyFormat(r), anyValue(r)
		b := a * (1 + (r.Float64()-0.5)/float64(int(1)<<r.IntN(30)))
		if same := f.Text(l, a) == f.Text(l, b); same != (f.Round(a) == f.Round(b)) {
			t.Fatalf("%+v: %v and %v show %q and %q, but round to %v and %v",
				f, a, b, f.Text(l, a), f.Text(l, b), f.Round(a), f.Round(b))
		}
	}
}

func TestMinusExactly_IsThatOfPencilAndPaper(t *testing.T) {
	for _, c := range []struct{ a, b, want float64 }{
		{0.3, 0.1, 0.2}, {100.1, 100, 0.1}, {0.1, 0.3, -0.2}, {1e6, 999_999.9, 0.1}, {1.1, -2.2, 3.3}, {5, 5, 0}, {1e300, 1, 1e300},
	} {
		if got := subDecimal(c.a, c.b); got != c.want {
			t.Errorf("%v − %v = %v, want %v", c.a, c.b, got, c.want)
		}
	}
	if tenth := 0.1; Clean(tenth*3) != 0.3 {
		t.Errorf("0.1×3 = %v", Clean(tenth*3))
	}
}
