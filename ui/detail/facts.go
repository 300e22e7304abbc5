package detail

import (
	"slices"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// fact is a row of the definition card; key is the one in the config that the user
// writes it by.
type fact struct{ key, label, text string }

// definition puts a reading's KPI into words at a moment.
type definition struct {
	r   *board.Reading
	c   kpi.Calendar
	say *words.Speech
	now time.Time
}

// facts returns what the card says, what matters most first. What the
// configuration leaves open is left out.
func (d definition) facts() []fact {
	k := d.r.KPI
	all := []fact{
		{"definition", d.word("card.measures"), k.Definition},
		{"", "", d.invitation()},
		{"", d.word("card.goal"), d.goal()},
		{"", d.word("card.formula"), joined(d.formula(), d.say.Arithmetic(d.r))},
		{"", d.word("card.inputs"), d.say.Inputs(d.r)},
		{"why", d.word("card.target"), joined(d.say.TargetText(d.r), k.Why)},
		{"owner", d.word("card.owner"), k.Owner},
		{"source", d.word("card.source"), k.Source},
		{"objective", d.word("card.objective"), k.Objective},
		{"drives", d.word("card.drives"), joined(d.kind(), k.Drives)},
	}
	return slices.DeleteFunc(all, func(f fact) bool { return strings.TrimSpace(f.text) == "" })
}

// goal says where a key result comes from and goes to.
func (d definition) goal() string {
	if d.r.KPI.Goal == nil {
		return ""
	}
	return d.say.GoalText(d.r.KPI)
}

// formula is the formula as the configuration has it, in one line.
func (d definition) formula() string {
	if d.r.KPI.Formula == nil {
		return ""
	}
	return strings.Join(strings.Fields(d.r.KPI.Formula.Text), " ")
}

func (d definition) word(id string) string { return d.say.Say(id, nil) }

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
	if k.HasTarget() || k.Judged {
		return d.word("card.undefined")
	}
	return d.word("card.undefined.target")
}

// kind says whether the KPI warns of what it drives, or confirms it.
func (d definition) kind() string {
	switch d.r.KPI.Leads {
	case kpi.Leading:
		return d.word("card.leading")
	case kpi.Lagging:
		return d.word("card.lagging")
	}
	return ""
}

// rhythms are how several values make the period's.
var rhythms = [...]string{
	kpi.Last: "rhythm.last", kpi.Sum: "rhythm.sum", kpi.Mean: "rhythm.mean", kpi.Min: "rhythm.min", kpi.Max: "rhythm.max",
}

// rhythm says how often a value is due, and how several make the period's.
func (d definition) rhythm() string {
	k, id := d.r.KPI, "rhythm.judged"
	switch {
	case k.Formula != nil:
		id = "rhythm.computed"
	case !k.Judged:
		id = rhythms[k.Combine]
	}
	return d.say.Say(id, words.Args{"Often": d.say.Every(k.Every)})
}

// due says when the next value is wanted, or since when.
func (d definition) due() string {
	f := d.r.Fresh
	id, when := "due.next", d.c.End(d.c.Period(d.r.KPI.Every, d.now))
	switch {
	case f.Overdue:
		id, when = "due.overdue", f.Since
	case f.Due && f.Since.IsZero():
		return d.word("due.first")
	case f.Due:
		id, when = "due.since", f.Since
	}
	return d.say.Say(id, words.Args{"When": d.moment(when)})
}

// age says where a sum is going, what moment the newest value is of, when it was last
// confirmed, and when the next is due.
func (d definition) age() (said []string) {
	if forecast := d.say.ReadingForecast(d.r); forecast != "" {
		said = append(said, forecast)
	}
	at := d.r.At
	switch {
	case !d.r.Has:
	case d.r.Zero:
		said = append(said, d.word("value.none_recorded"))
	case !at.Day.IsZero():
		said = append(said, d.say.Say("age.of", words.Args{"When": d.say.Day(at.Day, d.now)}))
	case !at.Instant.IsZero():
		said = append(said, d.say.Say("age.of", words.Args{"When": d.say.Moment(at.Instant, d.now)}))
	}
	if d.r.Has && !d.r.LastConfirmed.IsZero() {
		said = append(said, d.say.Say("age.written", words.Args{"When": d.say.Moment(d.r.LastConfirmed, d.now)}))
	}
	if d.r.KPI.Formula == nil || d.r.Fresh.Overdue {
		return append(said, d.rhythm(), d.due())
	}
	return append(said, d.rhythm())
}

// moment writes when something is due: the day, for an hour also the time.
func (d definition) moment(t time.Time) string {
	if d.r.KPI.Every == kpi.Hour {
		return d.say.Moment(t, d.now)
	}
	return d.say.DayOf(t, d.now)
}
