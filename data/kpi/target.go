package kpi

import "strings"

// Target is the closed range in which a KPI is healthy. Without Min lower is
// better, without Max higher is better; without both there is no target.
type Target struct {
	Min, Max       float64
	HasMin, HasMax bool
}

// DatedTarget is a target in force from a day on.
type DatedTarget struct {
	From Date // zero: since ever
	Target
}

// Plan is a KPI's targets, ordered by From. Each period is judged by the
// target in force on its first day.
type Plan []DatedTarget

// In returns the target in force on day d; none before the first.
func (p Plan) In(d Date) Target {
	for i := len(p) - 1; i >= 0; i-- {
		if !p[i].From.After(d) {
			return p[i].Target
		}
	}
	return Target{}
}

// Text writes the target as a tile does: "≥ 95 %", "≤ 4:00", "18–22 °C", "= 5",
// or "". A range with a negative end is written out: "−5 to 5".
func (t Target) Text(f Format, l Locale) string {
	switch {
	case t.HasMin && t.HasMax:
		return t.rangeText(f, l)
	case t.HasMin:
		return "≥ " + f.Text(l, t.Min)
	case t.HasMax:
		return "≤ " + f.Text(l, t.Max)
	}
	return ""
}

// rangeText writes the prefix and the suffix once, the prefix twice after a
// minus: "−$5 to $5".
func (t Target) rangeText(f Format, l Locale) string {
	low, high := f.Parts(l, t.Min), f.Parts(l, t.Max)
	switch {
	case low == high:
		return "= " + low.String()
	case strings.Contains(low.Prefix+low.Digits, minus):
		return low.Prefix + low.Digits + " to " + high.String()
	}
	return low.Prefix + low.Digits + "–" + high.Digits + high.Suffix
}
