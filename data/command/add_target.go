package command

import (
	"strconv"
	"strings"
	"unicode"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// typedUnit is how the numbers of a new KPI are written.
type typedUnit struct {
	style          kpi.Style
	prefix, suffix string
}

// unitTyped reads a unit: %, a currency, minutes, which are written as on a clock, or any
// other word behind the number. What begins as a target or a number does is none: it
// would stand beside every number as if it were part of it.
func unitTyped(typed string, l kpi.Locale) (typedUnit, error) {
	switch typed = strings.TrimSpace(typed); {
	case typed == "":
		return typedUnit{}, nil
	case strings.ContainsAny(typed[:1], "<>=0123456789") || strings.HasPrefix(typed, "≤") || strings.HasPrefix(typed, "≥"):
		return typedUnit{}, finding.New("add.unit", finding.Args{"Given": typed})
	case typed == "%":
		return typedUnit{style: kpi.Percent}, nil
	case typed == "min":
		return typedUnit{style: kpi.Duration, suffix: " min"}, nil
	case kpi.IsCurrency(typed) && strings.HasPrefix(l.Tag, "en") && !strings.ContainsFunc(typed, unicode.IsLower):
		if strings.ContainsFunc(typed, unicode.IsLetter) {
			typed += " "
		}
		return typedUnit{prefix: typed}, nil
	}
	return typedUnit{suffix: " " + typed}, nil
}

// pairs are the keys of u and what they hold.
func (u typedUnit) pairs() (list [][2]string) {
	switch u.style {
	case kpi.Percent:
		list = append(list, [2]string{"format", "percent"})
	case kpi.Duration:
		list = append(list, [2]string{"format", "duration"})
	}
	if u.prefix != "" {
		list = append(list, [2]string{"prefix", u.prefix})
	}
	if u.suffix != "" {
		list = append(list, [2]string{"suffix", u.suffix})
	}
	return list
}

// The spellings of a target's ends.
var (
	atMost  = []string{"<=", "=<", "≤", "<"}
	atLeast = []string{">=", "=>", "≥", ">"}
	between = []string{"..", "…", " - ", "–"}
)

// target reads a target as it is typed, in numbers of the board, and returns it as the
// config has it; "" for none. A number alone says neither what is good nor what is bad.
func (u typedUnit) target(typed string, l kpi.Locale) (string, error) {
	typed = strings.TrimSpace(typed)
	if typed == "" {
		return "", nil
	}
	for key, signs := range map[string][]string{"max": atMost, "min": atLeast} {
		for _, sign := range signs {
			if rest, ok := strings.CutPrefix(typed, sign); ok {
				bound, err := u.bound(rest, l)
				return "{ " + key + " = " + bound + " }", err
			}
		}
	}
	for _, sign := range between {
		low, high, ok := strings.Cut(typed, sign)
		if !ok || strings.TrimSpace(low) == "" {
			continue
		}
		least, err := u.bound(low, l)
		if err != nil {
			return "", err
		}
		most, err := u.bound(high, l)
		return "{ min = " + least + ", max = " + most + " }", err
	}
	return "", finding.New("add.target", finding.Args{"Given": typed})
}

// bound reads one end of a target. A bare number of minutes is minutes: that is the
// unit that was just named.
func (u typedUnit) bound(typed string, l kpi.Locale) (string, error) {
	t, err := kpi.ParseValue(kpi.Format{Style: u.style, Prefix: u.prefix, Suffix: u.suffix}, l, typed)
	if err != nil {
		return "", err
	}
	if t.Add {
		return "", finding.New("add.target", finding.Args{"Given": strings.TrimSpace(typed)})
	}
	if u.style != kpi.Duration {
		return strconv.FormatFloat(t.Number, 'f', -1, 64), nil
	}
	seconds := t.Number
	if t.Bare {
		seconds = kpi.Clean(seconds * 60)
	}
	if seconds == float64(int64(seconds)) {
		return strconv.Quote(kpi.Format{Style: kpi.Duration}.Text(l, seconds)), nil
	}
	return strconv.FormatFloat(seconds, 'f', -1, 64), nil
}
