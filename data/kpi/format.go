package kpi

import "strings"

// Style is how a KPI's number is written.
type Style uint8

// The styles.
const (
	Plain    Style = iota
	Percent        // 45 is written 45 % (45% in English); changes are percentage points
	Duration       // seconds, written 4:30 or 1:04:30; more than a day keeps its hours
	Compact        // 12.3k, 1.28M; in other languages 12,3 Tsd., 1,28 Mio.
)

// Format says how a KPI's numbers are written.
type Format struct {
	Style Style
	// Decimals is 0 to 6 and fixed. For Compact it counts those of what stands
	// before the letter and is the most there are: with 2, 1.28M but 1.2M and 1M.
	Decimals int
	// Significant is for Compact and counts digits instead of decimals, where it is
	// above what Decimals gives: with 3, 1.23M, 12.3M and 123M. 0 leaves it to
	// Decimals.
	Significant int
	Prefix      string
	Suffix      string
}

// Number is a formatted number in the parts that a tile sets apart. Prefix and
// Suffix are the KPI's own, with the percent sign of the locale next to the
// digits. The magnitude of a compact number (k, M, Mio.) stands in Digits: a
// reader who misses it is wrong by a thousand. The minus stands in Digits too,
// and in Prefix before anything else where there is a prefix: −3, but −$3.
type Number struct{ Prefix, Digits, Suffix string }

// Figure is a number with how it is written: as a fact, before it is text.
type Figure struct {
	Format Format
	Number float64
	Judged bool // a verdict: see [Good], [Watch] and [Bad]
}

// Figure returns a number of k as a fact to be written.
func (k *KPI) Figure(number float64) Figure {
	return Figure{Format: k.Format, Number: number, Judged: k.Judged}
}

// ExactFigure is [KPI.Figure] with all digits of the number but binary noise.
func (k *KPI) ExactFigure(number float64) Figure {
	number = Clean(number)
	return Figure{Format: k.Format.Exact(number), Number: number, Judged: k.Judged}
}

// Minus is the sign of a negative number, U+2212.
const Minus = "−"

const (
	notHere = "–" // in place of what is no number

	// fullPoint is how many digits before the decimal mark are written in full;
	// float64 holds no more than 15.
	fullPoint = 15
)

// Round returns v as f displays it, half up on the shortest decimal (away from
// zero for negative numbers); never −0. For Compact the step depends on the
// size, and beyond 15 digits two are kept. What is not finite stays as it is.
func (f Format) Round(v float64) float64 {
	if !finite(v) {
		return v
	}
	return f.rounded(v).float()
}

// floor and ceil return v rounded down and up to what f displays.
func (f Format) floor(v float64) float64 {
	d := shortest(v)
	d.floor(f.decimalsOf(d))
	return d.float()
}

func (f Format) ceil(v float64) float64 {
	d := shortest(v)
	d.ceil(f.decimalsOf(d))
	return d.float()
}

// rounded returns the digits that are displayed of v, which is finite.
func (f Format) rounded(v float64) decimal {
	d := shortest(v)
	d.round(f.decimalsOf(d))
	return d
}

// decimalsOf returns how many decimals are displayed of d; tens and hundreds for
// negative ones.
func (f Format) decimalsOf(d decimal) int {
	if d.point > fullPoint {
		return 2 - d.point
	}
	if f.Style != Compact {
		return f.Decimals
	}
	zeros, decimals := magnitudeOf(d).zeros(), f.Decimals
	if f.Significant > 0 {
		decimals = max(decimals, min(f.Significant-(d.point-zeros), maxSignificant))
	}
	return decimals - zeros
}

// maxSignificant is how many decimals [Format.Significant] gives at most.
const maxSignificant = 6

// Parts writes v. The minus is U+2212. A number too large to write in full
// (beyond 15 digits) is written in powers of ten. NaN and infinities are never
// stored and are written as "–".
func (f Format) Parts(l Locale, v float64) Number {
	if !finite(v) {
		return Number{Digits: notHere}
	}
	d := f.rounded(v)
	n := Number{f.Prefix, f.digits(l, d), f.Suffix}
	if f.Style == Percent {
		n.Prefix, n.Suffix = n.Prefix+l.percentBefore(), l.percentAfter()+n.Suffix
	}
	switch {
	case d.negative && n.Prefix != "":
		n.Prefix = Minus + n.Prefix
	case d.negative:
		n.Digits = Minus + n.Digits
	}
	return n
}

// digits writes d without sign and signs around it.
func (f Format) digits(l Locale, d decimal) string {
	var buf [48]byte
	out := buf[:0]
	switch {
	case d.point > fullPoint:
		out = appendPower(out, l, d)
	case f.Style == Duration:
		out = appendDuration(out, l, d, f.Decimals)
	case f.Style == Compact:
		out = appendCompact(out, l, d)
	default:
		out = appendFixed(out, l, d, f.Decimals)
	}
	return string(out)
}

// Text writes v in one piece.
func (f Format) Text(l Locale, v float64) string { return f.Parts(l, v).String() }

// String returns the number in one piece.
func (n Number) String() string { return n.Prefix + n.Digits + n.Suffix }

// Percentage reports whether changes are to be written in percentage points:
// the style is Percent or the suffix is a percent sign.
func (f Format) Percentage() bool {
	return f.Style == Percent || strings.TrimSpace(f.Suffix) == "%"
}
