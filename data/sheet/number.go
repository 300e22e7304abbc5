package sheet

import (
	"math"
	"strconv"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// ParseTyped reads a value of k as somebody typed it on a board of locale l; of
// a judged KPI that is good, watch or bad (or 1, 0 or -1, as the store has them).
func ParseTyped(k *kpi.KPI, l kpi.Locale, s string) (kpi.Typed, error) {
	s = strings.TrimSpace(s)
	if !k.Judged {
		return kpi.ParseValue(k.Format, l, s)
	}
	switch strings.ToLower(s) {
	case "good", "1":
		return kpi.Typed{Number: kpi.Good}, nil
	case "watch", "0":
		return kpi.Typed{Number: kpi.Watch}, nil
	case "bad", "-1", "−1":
		return kpi.Typed{Number: kpi.Bad}, nil
	}
	return kpi.Typed{}, finding.New("exchange.verdict", finding.Args{"Given": s, "KPI": k.ID})
}

// parseNumber reads a number in a file. With plain, what looks like a number
// of a program (96.90) is one, whatever the board's locale makes of the point.
func parseNumber(k *kpi.KPI, l kpi.Locale, s string, plain bool) (float64, error) {
	if plain && !k.Judged && isPlain(s) {
		return parsePlain(s)
	}
	t, err := ParseTyped(k, l, s)
	if err == nil && t.Add {
		err = finding.New("exchange.number.add", finding.Args{"Given": s})
	}
	return t.Number, err
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
