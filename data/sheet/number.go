package sheet

import (
	"errors"
	"math"
	"regexp"
	"strconv"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// ParseTyped reads a value of k as somebody typed it on a board of locale l; of
// a judged KPI that is a word of the vocabulary for good, watch or bad (or 1, 0 or -1,
// as the store has them).
func ParseTyped(k *kpi.KPI, l kpi.Locale, words Vocabulary, s string) (kpi.Typed, error) {
	s = strings.TrimSpace(s)
	if !k.Judged {
		return kpi.ParseValue(k.Format, l, s)
	}
	word := words.means(s)
	if word == "" {
		word = strings.ToLower(s)
	}
	switch word {
	case "good", "1":
		return kpi.Typed{Number: kpi.Good}, nil
	case "watch", "0":
		return kpi.Typed{Number: kpi.Watch}, nil
	case "bad", "-1", "−1":
		return kpi.Typed{Number: kpi.Bad}, nil
	}
	return kpi.Typed{}, finding.New("exchange.verdict", finding.Args{"Given": s, "KPI": k.ID})
}

// spreadsheetError is how spreadsheets write that a formula has no result, in any
// language: #DIV/0!, #BEZUG!
var spreadsheetError = regexp.MustCompile(`^#\p{Lu}+(/0)?[!?]$`)

// isNone reports whether a cell says that there is no value.
func (r *reader) isNone(it item) bool {
	cell := it.value
	if r.table.kind(it.column) == errorCell || cell[0] == '#' && spreadsheetError.MatchString(cell) {
		return true
	}
	return strings.Trim(cell, "-–—−") == "" || r.o.Words.means(strings.TrimPrefix(cell, "#")) == "none"
}

// errRefused is what the cells of a column say that cannot be read one way: that
// was reported already.
var errRefused = errors.New("the column is refused")

func (r *reader) refusedColumn(it item) bool {
	e := r.columns[r.way(it)]
	return e != nil && e.refused
}

// number reads the number of an item in the way of its column. None says that the
// cell stands for no value.
func (r *reader) number(it item) (v float64, none bool, err error) {
	switch {
	case it.kpi.Judged:
		t, err := ParseTyped(it.kpi, r.o.Locale, r.o.Words, it.value)
		return t.Number, err != nil && r.isNone(it), err
	case r.isNone(it):
		return 0, true, nil
	case strings.HasPrefix(it.value, "="):
		return 0, false, finding.New("exchange.number.formula", finding.Args{"Given": it.value})
	case r.table.kind(it.column) == numberCell:
		v, err = r.parse(it.kpi, it.value, point)
		return v, false, err
	case r.refusedColumn(it):
		return 0, false, errRefused
	}
	m := unknown
	if e := r.columns[r.way(it)]; e != nil {
		m = e.decided
	}
	v, err = r.parse(it.kpi, it.value, m)
	return v, false, err
}

// parse reads a number of k whose decimal mark is m, in the size of k.
func (r *reader) parse(k *kpi.KPI, cell string, m mark) (float64, error) {
	r.bare = false
	number, suffix := apart(k, cell)
	text, ok := rewrite(number, m)
	if !ok {
		return 0, r.unreadable(k, cell, m)
	}
	if isPlain(text) && (k.Format.Style != kpi.Duration || r.header.own || digits(text)) {
		v, err := parsePlain(text)
		r.bare = k.Format.Style == kpi.Duration && k.Scale <= 0 && suffix == "" && !r.header.own
		return k.Scaled(kpi.Typed{Number: v, Sized: suffix != "" && !kpi.IsCurrency(suffix)}), err
	}
	l := r.o.Locale // but with the marks that rewrite writes
	l.Decimal, l.Group = ".", ""
	t, err := kpi.ParseValue(k.Format, l, text+suffix) // 12k km is no 12 km
	if err != nil && k.Format.Style != kpi.Duration {
		if other := withoutCurrency(text); other != text {
			if t, err2 := kpi.ParseValue(k.Format, l, other); err2 == nil && !t.Add {
				r.notes.list("exchange.currency", cell)
				return k.Scaled(t), nil
			}
		}
	}
	if err == nil && t.Add {
		err = unlike("exchange.number.add", nil)
	}
	r.bare = t.Bare && k.Scale <= 0 && suffix == ""
	return k.Scaled(t), given(err, cell)
}

// unreadable says why a cell cannot be read by the mark of its column.
func (r *reader) unreadable(k *kpi.KPI, cell string, m mark) error {
	if shows, _ := showing(bare(k, cell)); shows != unknown && m != unknown {
		return finding.New("exchange.number.other_mark", finding.Args{"Given": cell, "Point": m == point})
	}
	_, err := kpi.ParseValue(k.Format, r.o.Locale, cell)
	if err == nil {
		err = finding.New("exchange.number.grouped", finding.Args{"Given": cell})
	}
	return given(err, cell)
}

// bare returns the number of a cell of k as [apart] does.
func bare(k *kpi.KPI, cell string) string {
	number, _ := apart(k, cell)
	return number
}

// apart takes from a cell of k what hides a number: the KPI's own prefix and suffix,
// which may have digits and marks, and the ways of accountants to write what is
// negative, (1,200) and 1,200-. It returns the suffix if it was there.
func apart(k *kpi.KPI, cell string) (number, had string) {
	s := kpi.PlainSigns(cell)
	negative := false
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		s, negative = strings.TrimSpace(strings.TrimSuffix(inner, ")")), true
	}
	if prefix := kpi.PlainSigns(k.Format.Prefix); !digits(prefix) {
		s = strings.TrimSpace(strings.TrimPrefix(s, prefix))
	}
	if suffix := kpi.PlainSigns(k.Format.Suffix); suffix != "" && !digits(suffix) {
		without, found := strings.CutSuffix(s, suffix)
		if s = strings.TrimSpace(without); found {
			had = k.Format.Suffix
		}
	}
	if n := len(s); !negative && n > 1 && s[n-1] == '-' && isDigit(s, n-2) {
		s, negative = s[:n-1], true
	}
	if negative {
		s = "-" + s
	}
	return s, had
}

// isPlain reports whether s is digits with at most one decimal point, a minus
// and an exponent.
func isPlain(s string) bool {
	s = strings.TrimPrefix(s, "-")
	mantissa, exponent, scientific := strings.Cut(strings.ToLower(s), "e")
	whole, fraction, point := strings.Cut(mantissa, ".")
	return digits(whole) && (!point || digits(fraction)) &&
		(!scientific || digits(strings.TrimLeft(exponent, "+-")))
}

func digits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// parsePlain reads what isPlain accepts. More digits than a float64 keeps are
// refused where the number would come out as another one.
func parsePlain(s string) (float64, error) {
	v, err := strconv.ParseFloat(s, 64)
	if err != nil || math.Abs(v) > 1e300 {
		return 0, finding.New("exchange.number.large", finding.Args{"Given": s})
	}
	if len(s) > 15 && significant(s) != significant(FormatNumber(v)) {
		return 0, finding.New("exchange.number.digits", finding.Args{"Given": s})
	}
	return v, nil
}

// significant returns the digits of a plain number without the zeros around them.
func significant(s string) string {
	mantissa, _, _ := strings.Cut(strings.ToLower(s), "e")
	ds := strings.Trim(strings.NewReplacer("-", "", ".", "").Replace(mantissa), "0")
	return ds
}

// FormatNumber writes v with a decimal point and without grouping, in the
// fewest digits that read back as v.
func FormatNumber(v float64) string {
	if a := math.Abs(v); a >= 1e21 || (a < 1e-9 && a > 0) {
		return strconv.FormatFloat(v, 'e', -1, 64)
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}
