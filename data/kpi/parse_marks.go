package kpi

import "strings"

// number reads digits with group marks and a decimal mark. Which is which is
// decided by what stands there first, and by the locale where that leaves two
// readings.
func (r *reader) number(s string) (plainNumber, error) {
	if !wellFormed(s) {
		return plainNumber{}, r.notANumber()
	}
	whole, fraction := s, ""
	at, err := r.decimalMark(s)
	if err != nil {
		return plainNumber{}, err
	}
	if at >= 0 {
		whole, fraction = s[:at], s[at+1:]
	}
	whole, ok := r.ungroup(whole)
	if !ok {
		return plainNumber{}, r.refuse("number.grouped", nil)
	}
	n := plainNumber{whole, fraction}
	if n.significant() > mostDigits {
		return plainNumber{}, r.refuse("number.digits", Args{"Limit": mostDigits})
	}
	return n, nil
}

const numberMarks = "., '"

// wellFormed reports whether s is digits and marks and ends in a digit, and so
// says something with every mark: "5." may be a number that lost its end.
func wellFormed(s string) bool {
	for _, b := range s {
		if !isDigit(b) && !strings.ContainsRune(numberMarks, b) {
			return false
		}
	}
	return s != "" && isDigit(rune(s[len(s)-1])) && s[0] != ' ' && s[0] != '\''
}

// decimalMark returns where the decimal mark of s stands, -1 for nowhere.
func (r *reader) decimalMark(s string) (int, error) {
	last := strings.LastIndexAny(s, numberMarks)
	if last < 0 {
		return -1, nil
	}
	mark := s[last : last+1]
	switch once := strings.Count(s, mark) == 1; {
	case mark == " " || mark == "'" || !once:
		return -1, nil // only groups; a second kind of mark among them is found by ungroup
	case strings.IndexAny(s, numberMarks) < last:
		return last, nil // other marks before it group
	case mark == r.l.decimal() || !shapedAsGroups(s, last):
		return last, nil
	// Nobody types three decimals into a KPI that shows fewer; before a
	// magnitude they are common.
	case mark == r.l.Group && r.f.Decimals < 3 && r.zeros == 0:
		return -1, nil
	}
	return 0, r.ambiguous(s[:last], s[last+1:])
}

// shapedAsGroups reports whether the only mark of s, at i, may group: 1.234 and
// 12.345, but not 0.123, 1.5 or 1234.567.
func shapedAsGroups(s string, i int) bool {
	return 1 <= i && i <= 3 && s[0] != '0' && len(s)-i-1 == 3
}

func (r *reader) ambiguous(whole, fraction string) error {
	return r.refuse("number.ambiguous", Args{
		"A": whole + fraction + r.letter, "B": whole + r.l.decimal() + fraction + r.letter,
	})
}

// ungroup takes the group marks out of a whole number; ok is false where they
// are mixed or do not stand where marks of this locale, or of thousands, stand.
func (r *reader) ungroup(s string) (digits string, ok bool) {
	i := strings.IndexAny(s, numberMarks)
	if i < 0 {
		return s, true
	}
	groups := strings.Split(s, s[i:i+1])
	digits = strings.Join(groups, "")
	if strings.ContainsAny(digits, numberMarks) || groups[0] == "" || groups[0][0] == '0' {
		return "", false
	}
	return digits, sized(groups, 3) || r.l.Secondary > 0 && sized(groups, r.l.Secondary)
}

// sized reports whether the last of groups has three digits, those between size
// and the first at most size.
func sized(groups []string, size int) bool {
	last := len(groups) - 1
	for _, g := range groups[1:last] {
		if len(g) != size {
			return false
		}
	}
	return len(groups[0]) <= size && len(groups[last]) == 3
}
