package words

import (
	"fmt"
	"math"
	"strings"

	"kpiwall/data/kpi"
)

// numbers returns a locale with the language's own words for thousands and millions.
func (l *language) numbers(locale kpi.Locale) kpi.Locale {
	locale.Magnitudes = l.magnitudes
	return locale
}

// Number writes v in the parts that a tile sets apart.
func (s *Speech) Number(f kpi.Format, v float64) kpi.Number { return f.Parts(s.locale, v) }

// Figure writes a number, or the verdict that it is.
func (s *Speech) Figure(f kpi.Figure) string {
	if f.Judged {
		return s.Verdict(f.Number)
	}
	return f.Format.Text(s.locale, f.Number)
}

// Verdict names the verdict of a judged KPI: good, watch or bad, or the number
// itself where it is none of them.
func (s *Speech) Verdict(v float64) string {
	switch kpi.JudgeVerdict(v) {
	case kpi.OnTarget:
		return s.must("verdict.good", nil)
	case kpi.Near:
		return s.must("verdict.watch", nil)
	case kpi.Below:
		return s.must("verdict.bad", nil)
	}
	return fmt.Sprint(v) // another program's number, which is no verdict
}

// Status names a status.
func (s *Speech) Status(status kpi.Status) string {
	return s.must("status."+strings.ReplaceAll(status.String(), " ", "_"), nil)
}

// Target writes a target: "≥ 95 %", "≤ 4:00", "18–22 °C", "= 5", or "". A bound has
// all its digits, in compact up to three decimals, else it is written in full. A
// range with a negative end is written out: "−5 to 5".
func (s *Speech) Target(t kpi.Target, f kpi.Format) string {
	switch {
	case t.HasMin && t.HasMax:
		return s.targetRange(t, f)
	case t.HasMin:
		return "≥ " + f.Exact(t.Min).Text(s.locale, t.Min)
	case t.HasMax:
		return "≤ " + f.Exact(t.Max).Text(s.locale, t.Max)
	}
	return ""
}

// targetRange writes the prefix and the suffix once, the prefix twice after a
// minus: "−$5 to $5".
func (s *Speech) targetRange(t kpi.Target, f kpi.Format) string {
	low, high := f.Exact(t.Min).Parts(s.locale, t.Min), f.Exact(t.Max).Parts(s.locale, t.Max)
	switch {
	case low == high:
		return "= " + low.String()
	case strings.Contains(low.Prefix+low.Digits, kpi.Minus):
		return s.must("target.range", Args{"Low": low.Prefix + low.Digits, "High": high.String()})
	}
	return low.Prefix + low.Digits + "–" + high.Digits + high.Suffix
}

// Change writes a change: "+3.2 %", "−1.5 pp" for a percentage, "+12" where no share
// exists or it is too small to show, "no change", and "" where it is not known. The
// minus is U+2212. From 100 % on, percents have no decimals.
func (s *Speech) Change(c kpi.Change) string {
	switch {
	case !c.Known:
		return ""
	case c.Amount == 0:
		return s.must("change.none", nil)
	case c.Format.Percentage():
		points := kpi.Format{Decimals: c.Format.Decimals, Suffix: s.must("change.points", nil)}
		return s.signed(points, c.Amount)
	case c.HasRel:
		if text := s.share(c.Relative); text != "" {
			return text
		}
	}
	return s.signed(c.Format, c.Amount)
}

// share writes a share in percent, "" where it is too small to show. What is not
// the whole is never written as −100 %.
func (s *Speech) share(relative float64) string {
	percent := kpi.Format{Style: kpi.Percent, Decimals: 1}
	whole := kpi.Clean(relative * 100)
	share := percent.Round(whole)
	switch {
	case share == 0:
		return ""
	case share == -100 && whole > -100:
		if percent.Decimals = 2; percent.Round(whole) == -100 {
			return "> " + s.signed(kpi.Format{Style: kpi.Percent}, -100)
		}
	case math.Abs(share) >= 100:
		percent.Decimals = 0
	}
	return s.signed(percent, whole)
}

// signed writes v with its sign also where it is positive.
func (s *Speech) signed(f kpi.Format, v float64) string {
	if f.Round(v) > 0 {
		return "+" + f.Text(s.locale, v)
	}
	return f.Text(s.locale, v)
}
