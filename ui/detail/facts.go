package detail

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// fact is a row of the definition card.
type fact struct{ label, text string }

// definition puts a reading's KPI into words at a moment.
type definition struct {
	r   *board.Reading
	c   kpi.Calendar
	now time.Time
}

// facts returns what the card says, what matters most first. What the
// configuration leaves open is left out.
func (d definition) facts() []fact {
	k := d.r.KPI
	all := []fact{
		{"measures", k.Definition},
		{"", d.invitation()},
		{"target", joined(d.r.TargetText, k.Why)},
		{"owner", k.Owner},
		{"source", k.Source},
		{"objective", k.Objective},
		{"drives", joined(d.kind(), k.Drives)},
	}
	return slices.DeleteFunc(all, func(f fact) bool { return strings.TrimSpace(f.text) == "" })
}

// joined joins two parts, of which any may be missing.
func joined(a, b string) string {
	if a == "" || b == "" {
		return a + b
	}
	return a + " · " + b
}

// invitation asks for a definition where there is none at all.
func (d definition) invitation() string {
	k := d.r.KPI
	if k.Definition+k.Source+k.Owner+k.Objective+k.Drives+k.Why != "" || k.Leads != kpi.LeadUnknown {
		return ""
	}
	if len(k.Targets) > 0 || k.Judged {
		return "no definition yet: add definition and owner in the config"
	}
	return "no definition yet: add definition, owner and target in the config"
}

// kind says whether the KPI warns of what it drives, or confirms it.
func (d definition) kind() string {
	switch d.r.KPI.Leads {
	case kpi.Leading:
		return "leading"
	case kpi.Lagging:
		return "lagging"
	}
	return ""
}

// rhythm says how often a value is due, and how several make the period's.
func (d definition) rhythm() string {
	k := d.r.KPI
	if k.Judged {
		return fmt.Sprintf("judged every %s", k.Every)
	}
	how := [...]string{
		kpi.Last: "last value", kpi.Sum: "sum of values", kpi.Mean: "mean of values",
		kpi.Min: "lowest value", kpi.Max: "highest value",
	}
	return fmt.Sprintf("every %s, %s", k.Every, how[k.Combine])
}

// due says when the next value is wanted, or since when.
func (d definition) due() string {
	f := d.r.Fresh
	switch {
	case f.Overdue:
		return "overdue since " + d.moment(f.Since)
	case f.Due && f.Since.IsZero():
		return "the first is due"
	case f.Due:
		return "due since " + d.moment(f.Since)
	}
	return "next due " + d.moment(d.c.End(d.c.Period(d.r.KPI.Every, d.now)))
}

// age says what moment the newest value is of, when it was last heard of, and
// when the next is due.
func (d definition) age() (said []string) {
	at := d.r.At
	switch {
	case !d.r.Has:
	case !at.Day.IsZero():
		said = append(said, "value of "+d.day(at.Day))
	case !at.Instant.IsZero():
		said = append(said, "value of "+d.clockTime(at.Instant))
	}
	if d.r.Has && !d.r.LastConfirmed.IsZero() {
		said = append(said, "written "+d.clockTime(d.r.LastConfirmed))
	}
	return append(said, d.rhythm(), d.due())
}

// moment writes when something is due: the day, for an hour also the time.
func (d definition) moment(t time.Time) string {
	if d.r.KPI.Every == kpi.Hour {
		return d.clockTime(t)
	}
	return d.day(d.c.Today(t))
}

// clockTime writes an instant.
func (d definition) clockTime(t time.Time) string {
	zone := d.c.Zone
	if zone == nil {
		zone = time.UTC
	}
	text := t.In(zone).Format("15:04")
	if on := d.c.Today(t); on != d.c.Today(d.now) {
		return d.day(on) + " " + text
	}
	return "today " + text
}

// day writes a day, with its year where that is not today's.
func (d definition) day(on kpi.Date) string {
	text := fmt.Sprintf("%d %s", on.Day, on.Month.String()[:3])
	if on.Year != d.c.Today(d.now).Year {
		text += fmt.Sprintf(" %d", on.Year)
	}
	return text
}
