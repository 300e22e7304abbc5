package board

import (
	"math/big"
	"strconv"
	"strings"

	"kpiwall/data/kpi"
)

// exact returns v as people write it: its shortest decimal, without any noise.
func exact(v float64) *big.Rat {
	r, ok := new(big.Rat).SetString(strconv.FormatFloat(v, 'f', -1, 64))
	if !ok {
		panic(v)
	}
	return r
}

func whole(n int) *big.Rat { return big.NewRat(int64(n), 1) }

func plus(a, b *big.Rat) *big.Rat  { return new(big.Rat).Add(a, b) }
func less(a, b *big.Rat) *big.Rat  { return new(big.Rat).Sub(a, b) }
func times(a, b *big.Rat) *big.Rat { return new(big.Rat).Mul(a, b) }
func size(a *big.Rat) *big.Rat     { return new(big.Rat).Abs(a) }

// unit returns 10 to the power of −decimals.
func unit(decimals int) *big.Rat {
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(decimals, -decimals))), nil)
	if decimals < 0 {
		return new(big.Rat).SetInt(ten)
	}
	return new(big.Rat).SetFrac(big.NewInt(1), ten)
}

// down rounds r down to the given number of decimals, also below zero.
func down(r *big.Rat, decimals int) *big.Rat {
	q := new(big.Rat).Quo(r, unit(decimals))
	n := new(big.Int).Div(q.Num(), q.Denom()) // Euclidean: down for a positive denominator
	return times(new(big.Rat).SetInt(n), unit(decimals))
}

func up(r *big.Rat, decimals int) *big.Rat {
	return new(big.Rat).Neg(down(new(big.Rat).Neg(r), decimals))
}

// nearest rounds half away from zero.
func nearest(r *big.Rat, decimals int) *big.Rat {
	half := times(big.NewRat(1, 2), unit(decimals))
	if r.Sign() < 0 {
		return up(less(r, half), decimals)
	}
	return down(plus(r, half), decimals)
}

// decimalsIn returns with how many decimals a bound is written.
func decimalsIn(v float64) int {
	_, decimals, _ := strings.Cut(strconv.FormatFloat(v, 'f', -1, 64), ".")
	return len(decimals)
}

// shown returns how many decimals f displays of r, counted in units of 1: in
// compact fewer by those that the letter stands for, so negative for 12k.
func shown(f kpi.Format, r *big.Rat) int {
	if f.Style != kpi.Compact {
		return f.Decimals
	}
	zeros, digits := 0, 0
	for size(r).Cmp(unit(-zeros-3)) >= 0 && zeros < 12 {
		zeros += 3
	}
	for size(r).Cmp(unit(-zeros-digits)) >= 0 {
		digits++
	}
	return max(f.Decimals, min(f.Significant-digits, 6)*min(f.Significant, 1)) - zeros
}

// judgedAt returns with how many decimals r is compared: two more than it is
// displayed or its bounds are written with.
func judgedAt(f kpi.Format, r *big.Rat, t kpi.Target) int {
	decimals := max(shown(f, r), 0)
	if t.HasMin {
		decimals = max(decimals, decimalsIn(t.Min))
	}
	if t.HasMax {
		decimals = max(decimals, decimalsIn(t.Max))
	}
	return decimals + 2
}

// typed reads the text of a tile back, and with how many decimals in units of 1
// it is written.
func typed(l kpi.Locale, f kpi.Format, text string) (r *big.Rat, decimals int, ok bool) {
	text = strings.Replace(strings.TrimSuffix(text, f.Suffix), f.Prefix, "", 1)
	text = strings.NewReplacer("−", "-", l.Group, "", "%", "", "\u00a0", "").Replace(text)
	if l.Decimal != "." {
		text = strings.ReplaceAll(text, l.Decimal, ".")
	}
	zeros := 0
	for i, letter := range []string{"k", "M", "B", "T"} {
		if strings.HasSuffix(text, letter) {
			text, zeros = strings.TrimSuffix(text, letter), 3*i+3
		}
	}
	_, behind, _ := strings.Cut(text, ".")
	negative := strings.HasPrefix(text, "-")
	sum := new(big.Rat)
	for part := range strings.SplitSeq(strings.TrimPrefix(text, "-"), ":") {
		n, ok := new(big.Rat).SetString(part)
		if !ok {
			return nil, 0, false
		}
		sum = plus(times(sum, whole(60)), n)
	}
	sum = times(sum, unit(-zeros))
	if negative {
		sum.Neg(sum)
	}
	return sum, len(behind) - zeros, true
}
