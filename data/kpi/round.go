package kpi

import (
	"math"
	"strconv"
)

// decimal is a number as the digits that a person sees: the first count of
// digits, without leading or trailing zeros, with the decimal mark behind the
// first point of them (before all of them where point is 0 or negative). No
// digits is zero. A float64 needs no more than 17.
type decimal struct {
	negative bool
	digits   [17]byte
	count    int
	point    int
}

// shortest returns the shortest decimal that stands for v, which is finite: the
// one that somebody typed.
func shortest(v float64) decimal {
	var buf [24]byte
	d := decimal{negative: v < 0}
	text := strconv.AppendFloat(buf[:0], math.Abs(v), 'e', -1, 64)
	for i, b := range text {
		switch {
		case '0' <= b && b <= '9':
			d.digits[d.count] = b
			d.count++
		case b == 'e':
			exponent, _ := strconv.Atoi(string(text[i+1:]))
			d.point = exponent + 1
			d.trim()
			return d
		}
	}
	return d
}

// trim drops trailing zeros, and everything that says nothing of a zero.
func (d *decimal) trim() {
	for d.count > 0 && d.digits[d.count-1] == '0' {
		d.count--
	}
	if d.count == 0 {
		d.point, d.negative = 0, false
	}
}

// round keeps the given number of decimals, tens and hundreds for negative ones.
// Half goes up, away from zero: on the digits, because 2.675 as a float64 is a
// little less.
func (d *decimal) round(decimals int) {
	if next, cut := d.cut(decimals); cut && next >= '5' {
		d.increment(decimals)
	}
	d.trim()
}

// floor and ceil round down and up to the given number of decimals.
func (d *decimal) floor(decimals int) { d.away(decimals, d.negative) }
func (d *decimal) ceil(decimals int)  { d.away(decimals, !d.negative) }

// away drops what is beyond the decimals, and where anything was there goes away
// from zero if it should.
func (d *decimal) away(decimals int, should bool) {
	if _, cut := d.cut(decimals); cut && should {
		d.increment(decimals)
	}
	d.trim()
}

// cut drops the digits beyond the decimals. It returns the first of them, and
// whether there were any.
func (d *decimal) cut(decimals int) (next byte, any bool) {
	keep := d.point + decimals
	if keep >= d.count {
		return '0', false
	}
	if keep >= 0 {
		next = d.digits[keep]
	}
	d.count = max(keep, 0)
	return next, true
}

// increment adds one to the last of the decimals, to which d was cut.
func (d *decimal) increment(decimals int) {
	for i := d.count - 1; i >= 0; i-- {
		if d.digits[i] < '9' {
			d.digits[i]++
			return
		}
		d.digits[i] = '0'
	}
	// All were nines, or there were none: a one and as many zeros.
	d.point = max(d.point, -decimals) + 1
	d.digits[0], d.count = '1', 1
}

// float returns the nearest float64.
func (d decimal) float() float64 {
	var buf [32]byte
	text := append(append(buf[:0], "0."...), d.digits[:d.count]...)
	text = append(text, 'e')
	text = strconv.AppendInt(text, int64(d.point), 10)
	v, err := strconv.ParseFloat(string(text), 64)
	if err != nil { // rounding the very largest floats up leaves their range
		v = math.MaxFloat64
	}
	if d.negative {
		return -v
	}
	return v
}

// digit returns the i-th digit, 0 outside those that are kept.
func (d decimal) digit(i int) byte {
	if i < 0 || i >= d.count {
		return '0'
	}
	return d.digits[i]
}

// Clean drops what calculating in binary adds beyond the 15 digits that a number
// may have: 1.1×3600 is 3960 again, 0.1+0.2 is 0.3.
func Clean(v float64) float64 { return roundAtPrecision(v, v) }

// subDecimal returns a−b as with pencil and paper: 100.1−100 is 0.1. Decimals
// are right to 15 digits of the larger one.
func subDecimal(a, b float64) float64 {
	return roundAtPrecision(a-b, max(math.Abs(a), math.Abs(b)))
}

// roundAtPrecision rounds v where the 15 digits end of the number it was made from.
func roundAtPrecision(v, largest float64) float64 {
	if !finite(v) || !finite(largest) {
		return v
	}
	d := shortest(v)
	d.round(fullPoint - shortest(largest).point)
	return d.float()
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }
