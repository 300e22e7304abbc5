package sheet

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"kpiwall/data/kpi"
)

// mark is a decimal mark, '.' or ','; 0 is an unknown one.
type mark byte

const (
	unknown mark = 0
	point   mark = '.'
	comma   mark = ','
)

// markOf returns the decimal mark of a locale.
func markOf(l kpi.Locale) mark {
	if l.Decimal == "," {
		return comma
	}
	return point
}

const marks = "., '"

// numerals cuts s into what is no part of a number and what is: digits with marks
// among them, or a mark before them that no letter stands before. It calls do for
// each number and puts in its place what that returns.
func numerals(s string, do func(numeral string) string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		start := i
		before, _ := utf8.DecodeLastRuneInString(s[:i])
		leads := (s[i] == '.' || s[i] == ',') && isDigit(s, i+1) && !unicode.IsLetter(before)
		if !isDigit(s, i) && !leads {
			b.WriteByte(s[i])
			i++
			continue
		}
		for i++; isDigit(s, i) || i < len(s) && strings.IndexByte(marks, s[i]) >= 0 && isDigit(s, i+1); i++ {
		}
		b.WriteString(do(s[start:i]))
	}
	return b.String()
}

func isDigit(s string, i int) bool { return i < len(s) && '0' <= s[i] && s[i] <= '9' }

// readAs returns a numeral as a program writes it, taking m for its decimal mark;
// false where that cannot be.
func readAs(numeral string, m mark) (plain string, ok bool) {
	whole, fraction, has := strings.Cut(numeral, string(m))
	if has && (!digits(fraction)) {
		return "", false
	}
	if i := strings.IndexAny(whole, marks); i >= 0 {
		groups := strings.Split(whole, whole[i:i+1])
		whole = strings.Join(groups, "")
		if !digits(whole) || groups[0] == "" || groups[0][0] == '0' || !grouped(groups) {
			return "", false
		}
	}
	if has {
		return orZero(whole) + "." + fraction, true
	}
	return whole, true
}

func orZero(whole string) string {
	if whole == "" {
		return "0"
	}
	return whole
}

// grouped reports whether groups are thousands, or the lakhs and crores of India.
func grouped(groups []string) bool {
	last := len(groups) - 1
	if len(groups[last]) != 3 {
		return false
	}
	threes, twos := len(groups[0]) <= 3, len(groups[0]) <= 2
	for _, g := range groups[1:last] {
		threes, twos = threes && len(g) == 3, twos && len(g) == 2
	}
	return threes || twos
}

// showing returns the decimal mark that a cell shows, if any. Either says that a
// mark in it may separate decimals as well as thousands.
func showing(cell string) (shows mark, either bool) {
	if isScientific(cell) {
		return decimalOf(cell), false
	}
	numerals(cell, func(n string) string {
		p, asPoint := readAs(n, point)
		c, asComma := readAs(n, comma)
		switch {
		case asPoint && asComma:
			either = either || p != c
		case asPoint:
			shows = point
		case asComma:
			shows = comma
		}
		return n
	})
	return shows, either && shows == unknown
}

// isScientific reports whether a cell has an exponent. Nobody groups such digits.
func isScientific(cell string) bool {
	mantissa, exponent, has := strings.Cut(strings.ToLower(strings.TrimPrefix(cell, "-")), "e")
	return has && digits(strings.TrimLeft(exponent, "+-")) && mantissa != "" && strings.Trim(mantissa, "0123456789.,") == ""
}

func decimalOf(cell string) mark {
	if i := strings.IndexAny(cell, ".,"); i >= 0 {
		return mark(cell[i])
	}
	return unknown
}

// rewrite writes the numbers in a cell with a decimal point and without groups; ok
// is false where one of them has other marks than m, or with m unknown may have.
func rewrite(cell string, m mark) (plain string, ok bool) {
	ok = true
	if isScientific(cell) {
		shows := decimalOf(cell)
		return strings.Replace(cell, ",", ".", 1), shows == unknown || shows == m || m == unknown
	}
	plain = numerals(cell, func(n string) string {
		as := m
		if as == unknown { // nothing in the column shows one: no numeral may need it
			as = point
			p, _ := readAs(n, point)
			c, _ := readAs(n, comma)
			ok = ok && p == c
		}
		p, reads := readAs(n, as)
		ok = ok && reads
		return p
	})
	return plain, ok
}
