package kpi

import "strconv"

// appendFixed writes d grouped and with the given number of decimals.
func appendFixed(out []byte, l Locale, d decimal, decimals int) []byte {
	out = appendGrouped(out, l, d)
	return appendDecimals(out, l, d, decimals)
}

// appendGrouped writes what stands before the decimal mark.
func appendGrouped(out []byte, l Locale, d decimal) []byte {
	if d.point <= 0 {
		return append(out, '0')
	}
	for i := range d.point {
		if i > 0 && l.marks(d.point-i, d.point) {
			out = append(out, l.Group...)
		}
		out = append(out, d.digit(i))
	}
	return out
}

// appendDecimals writes the decimal mark and so many digits, nothing for none.
func appendDecimals(out []byte, l Locale, d decimal, decimals int) []byte {
	if decimals <= 0 {
		return out
	}
	out = append(out, l.decimal()...)
	for i := range decimals {
		out = append(out, d.digit(d.point+i))
	}
	return out
}

// defaultMagnitudes are those of a [Locale] that has none.
var defaultMagnitudes = [...]string{"k", "M", "B", "T"}

// magnitude is how many times three zeros a compact number leaves to a word.
type magnitude int

func (m magnitude) zeros() int { return 3 * int(m) }

// word returns what stands for the zeros in l.
func (m magnitude) word(l Locale) string {
	switch {
	case m == 0:
		return ""
	case l.Magnitudes[m-1] == "":
		return defaultMagnitudes[m-1]
	}
	return l.Magnitudes[m-1]
}

// magnitudeOf returns the one that leaves one to three digits before the mark.
func magnitudeOf(d decimal) magnitude {
	return magnitude(min(max(d.point-1, 0)/3, len(defaultMagnitudes)))
}

// appendCompact writes d, which is rounded already, in its magnitude: what was
// rounded up to 1000k has its point where 1M has it.
func appendCompact(out []byte, l Locale, d decimal) []byte {
	m := magnitudeOf(d)
	d.point -= m.zeros()
	out = appendFixed(out, l, d, d.count-d.point)
	return append(out, m.word(l)...)
}

// appendDuration writes seconds as minutes or hours.
func appendDuration(out []byte, l Locale, d decimal, decimals int) []byte {
	var seconds int64
	for i := range max(d.point, 0) {
		seconds = seconds*10 + int64(d.digit(i)-'0')
	}
	minutes, hours := seconds/60, seconds/3600
	if hours > 0 {
		out = strconv.AppendInt(out, hours, 10)
		out = appendTwo(append(out, ':'), minutes%60)
	} else {
		out = strconv.AppendInt(out, minutes, 10)
	}
	out = appendTwo(append(out, ':'), seconds%60)
	return appendDecimals(out, l, d, decimals)
}

func appendTwo(out []byte, n int64) []byte {
	return append(out, '0'+byte(n/10), '0'+byte(n%10))
}

// appendPower writes two digits of d and its power of ten: 1.0×10³⁰⁰.
func appendPower(out []byte, l Locale, d decimal) []byte {
	exponent := d.point - 1
	d.point = 1
	out = append(appendFixed(out, l, d, 1), "×10"...)
	for _, digit := range strconv.Itoa(exponent) {
		out = append(out, superscripts[digit-'0']...)
	}
	return out
}

var superscripts = [10]string{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"}
