package sheet

import (
	"fmt"
	"regexp"
	"strings"

	"golang.org/x/text/currency"

	"kpiwall/data/kpi"
)

// unitBehind is a name with a unit: Revenue ($), Umsatz [EUR], Quote in %.
var unitBehind = regexp.MustCompile(`^(.*\S)\s*(?:\(([^()]+)\)|\[([^\[\]]+)\]| in (\S+))$`)

// kpi finds the KPI that a name in a file means, which may have the KPI's unit behind
// it. Any other unit may well be thousands, and is none of its.
func (hs headers) kpi(name string) (*kpi.KPI, error) {
	k, err := hs.lookup.Find(strings.TrimSpace(name))
	if k != nil {
		return k, nil
	}
	m := unitBehind.FindStringSubmatch(strings.TrimSpace(name))
	if m == nil {
		return nil, err
	}
	k, _ = hs.lookup.Find(m[1])
	if k == nil || !isUnitOf(k.Format, strings.TrimSpace(m[2]+m[3]+m[4])) {
		return nil, err
	}
	return k, nil
}

// recorded is [headers.kpi] for a value that is to be recorded, which none is of a
// KPI that is computed.
func (hs headers) recorded(name string) (*kpi.KPI, error) {
	k, err := hs.kpi(name)
	if err == nil && k.Formula != nil {
		return nil, computed(k)
	}
	return k, err
}

// isUnitOf reports whether numbers written as f are of that unit.
func isUnitOf(f kpi.Format, unit string) bool {
	prefix, suffix := strings.TrimSpace(f.Prefix), strings.TrimSpace(f.Suffix)
	switch {
	case unit == "%":
		return f.Percentage()
	case strings.EqualFold(unit, prefix) || strings.EqualFold(unit, suffix):
		return true
	}
	c, err := currency.ParseISO(unit)
	sign := fmt.Sprint(currency.NarrowSymbol(c))
	return err == nil && (sign == prefix || sign == suffix)
}
