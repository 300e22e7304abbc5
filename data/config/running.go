package config

import (
	"strings"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

var rules = []option[kpi.Rule]{
	{"pace", kpi.Pace},
	{"open", kpi.Open},
	{"whole", kpi.Whole},
}

var changes = []option[bool]{{"share", false}, {"amount", true}}

var compares = []option[bool]{{"previous", false}, {"year", true}}

var weekNamings = []option[kpi.WeekNaming]{{"iso", kpi.ISOWeeks}, {"us", kpi.USWeeks}, {"mmwr", kpi.MMWRWeeks}}

var everyDay = []option[bool]{{"workdays", false}, {"all", true}}

var yearNamings = []option[kpi.YearNaming]{{"start", kpi.NamedByStart}, {"end", kpi.NamedByEnd}}

// readRunning reads how a sum is judged while its period runs.
func readRunning(r *reader, k *kpi.KPI, it item) {
	rule, ok := pick(r, it, rules)
	switch {
	case !ok:
	case k.Combine != kpi.Sum:
		r.find(it, "config.sums_only", nil)
	case rule == kpi.Pace && k.Every < kpi.Week:
		r.find(it, "config.running.pace", nil)
	}
	k.Running = rule
}

// readCompare reads what changes are told against.
func readCompare(r *reader, k *kpi.KPI, it item) {
	year, ok := pick(r, it, compares)
	if ok && year && k.Every == kpi.Hour {
		r.find(it, "config.compare", nil)
	}
	k.CompareYear = year
}

// readMissing reads what a period without a value is.
func readMissing(r *reader, k *kpi.KPI, it item) {
	zero, ok := pick(r, it, []option[bool]{{"zero", true}})
	switch {
	case ok && k.Combine != kpi.Sum:
		r.find(it, "config.sums_only", nil)
	case ok && k.Every == kpi.Hour: // at night and on closed days nobody counts
		r.find(it, "config.missing.hour", nil)
	case ok && k.Goal != nil:
		r.find(it, "config.missing.goal", nil)
	}
	k.MissingZero = zero
}

// readScale reads what the numbers of programs and files are multiplied with.
func readScale(r *reader, k *kpi.KPI, it item) {
	scale, ok := finite(it.value)
	if !ok || scale <= 0 || scale > 1e9 || k.Judged {
		r.find(it, "config.scale", nil)
		return
	}
	k.Scale = scale
}

// readDayEnds reads when a day is over for one KPI.
func readDayEnds(r *reader, k *kpi.KPI, it item) {
	timeOfDay(func(k *kpi.KPI) *time.Duration { return &k.DayEnds })(r, k, it)
	if k.Combine != kpi.Sum {
		r.find(it, "config.sums_only", nil)
	}
}

// readEntered reads how often a KPI is entered, where that is more often than it
// has periods.
func readEntered(r *reader, k *kpi.KPI, it item) {
	daily, ok := pick(r, it, []option[bool]{{"day", true}})
	if ok && k.Every <= kpi.Day {
		r.find(it, "config.entered", nil)
	}
	k.DueDaily = daily
}

// timeOfDay reads a time of the day, "17:00"; "24:00" is its end.
func timeOfDay[T any](of func(*T) *time.Duration) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		written, ok := it.value.(string)
		if !ok {
			r.wrongKind(it, "wanted.time_of_day")
			return
		}
		if written == "24:00" {
			*of(t) = 24 * time.Hour
			return
		}
		at, err := time.Parse("15:04", written)
		if err != nil || at.Hour()+at.Minute() == 0 {
			r.find(it, "config.time_of_day", finding.Args{"Given": written})
			return
		}
		*of(t) = time.Duration(at.Hour())*time.Hour + time.Duration(at.Minute())*time.Minute
	}
}

// bound reads one end of a target, and notes with how many decimals it is written.
func (r *reader) bound(it item, f kpi.Format) (float64, bool) {
	_, decimals, _ := strings.Cut(literal(r.file.text, r.index.offsets[it.path]), ".")
	r.written = max(r.written, len(strings.ReplaceAll(decimals, "_", "")))
	return r.number(it, f)
}

// literal returns the number that is written after the key at offset, as it is
// written; "" for what is no plain number, such as text or 1e6.
func literal(text string, offset int) string {
	rest := text[min(offset, len(text)):]
	_, value, found := strings.Cut(rest, "=")
	if end := strings.IndexAny(value, ",}#\r\n"); end >= 0 {
		value = value[:end]
	}
	value = strings.TrimSpace(value)
	if !found || strings.Trim(value, "0123456789._+-") != "" {
		return ""
	}
	return value
}

// Literal returns the number that stands in the file under key (dotted as [Key]
// writes it, with [n] for the n-th element of a list), as it is written; "" where
// there is none.
func (c *Config) Literal(key string) string {
	offset, ok := c.index.offsets[key]
	if !ok {
		return ""
	}
	return literal(c.file.text, offset)
}
