package config

import (
	"strings"
	"time"

	"kpiwall/data/kpi"
)

// Sleep is when nobody looks at the wall, and what it does then.
type Sleep struct {
	Awake   Hours    // when it is awake on an awake day; zero: always
	Free    bool     // it sleeps on days that are no workdays
	Black   bool     // black rather than dim
	OnSleep []string // command and arguments to run when it falls asleep
	OnWake  []string // and when it wakes
}

// Hours is a part of the day, in minutes from midnight, half-open. It goes
// over midnight where To is before From. The zero Hours is the whole day.
type Hours struct{ From, To int }

// Hold reports whether a time of day lies within h.
func (h Hours) Hold(t time.Time) bool {
	m := t.Hour()*60 + t.Minute()
	switch {
	case h == Hours{}:
		return true
	case h.From <= h.To:
		return h.From <= m && m < h.To
	}
	return m >= h.From || m < h.To
}

// AwakeAt reports whether the wall is awake at t, a time in the board's zone.
func (c *Config) AwakeAt(t time.Time) bool {
	if c.Sleep.Free && !c.Calendar.Works(kpi.DateOf(t)) {
		return false
	}
	return c.Sleep.Awake.Hold(t)
}

// sleepFields are the keys of [sleep].
var sleepFields = fields[Sleep]{
	{"awake", hours(func(s *Sleep) *Hours { return &s.Awake })},
	{"on_free_days", boolean(func(s *Sleep) *bool { return &s.Free })},
	{"screen", choice(darkness, func(s *Sleep) *bool { return &s.Black })},
	{"on_sleep", program(func(s *Sleep) *[]string { return &s.OnSleep })},
	{"on_wake", program(func(s *Sleep) *[]string { return &s.OnWake })},
}

var darkness = []option[bool]{{"dim", false}, {"black", true}}

// hours reads a part of the day: "08:00-18:30".
func hours[T any](of func(*T) *Hours) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		written, ok := it.value.(string)
		if !ok {
			r.wrongKind(it, "wanted.hours")
			return
		}
		h, ok := parseHours(written)
		if !ok {
			r.find(it, "config.hours", nil)
			return
		}
		*of(t) = h
	}
}

// parseHours reads two times of day that differ.
func parseHours(s string) (h Hours, ok bool) {
	from, to, found := strings.Cut(s, "-")
	begin, err := time.Parse("15:04", strings.TrimSpace(from))
	if err == nil && strings.TrimSpace(to) == "24:00" {
		to = "00:00"
	}
	end, err2 := time.Parse("15:04", strings.TrimSpace(to))
	h = Hours{begin.Hour()*60 + begin.Minute(), end.Hour()*60 + end.Minute()}
	return h, found && err == nil && err2 == nil && h.From != h.To
}

// program reads a command and its arguments, run without a shell.
func program[T any](of func(*T) *[]string) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		list, ok := it.value.([]any)
		var words []string
		for _, v := range list {
			word, isText := v.(string)
			ok = ok && isText
			words = append(words, word)
		}
		if !ok || len(words) == 0 || words[0] == "" {
			r.find(it, "config.command", nil)
			return
		}
		*of(t) = words
	}
}
