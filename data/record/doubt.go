package record

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// The doubts about a value that may be recorded all the same. Each has the args
// Name and Figure, the KPI and the number in doubt, and Minutes, what was typed if it was
// meant as minutes; [Unusual] has Low and High, between which the KPI usually is.
const (
	Unusual        = "value.unusual"          // far from what the KPI has been: a zero too many?
	UnusualInFile  = "value.unusual_in_file"  // the same of some values of an import
	Fraction       = "value.fraction"         // a percentage that looks like a share of one
	MinutesMeant   = "value.minutes_meant"    // a duration typed as a number alone: seconds, or minutes?
	FractionInFile = "value.fraction_in_file" // the same of some values of an import
	MinutesInFile  = "value.minutes_in_file"  // numbers alone that look like minutes, of an import
	WholeInFile    = "value.whole_in_file"    // the number of a whole period, of which the days have numbers
	NoteWanted     = "value.note_wanted"      // off target, and the KPI wants to know why; of a sum when its period is over
)

// doubts returns what speaks against number for e, whose period then stands as r
// says, given what the other periods make usual.
func (e *entry) doubts(usual kpi.Usual, number float64, r *board.Reading) (found []finding.Finding) {
	if e.Note != "" { // who says why knows what it is
		return nil
	}
	k := e.KPI
	// What adds up is looked at as a whole; else the period may stand at another number
	// than the one that is in doubt.
	figure := k.ExactFigure(number)
	if e.Typed.Add || k.Combine == kpi.Sum {
		number, figure = r.Raw, kpi.Figure{Format: r.Format, Number: r.Number}
	}
	doubt := func(severity finding.Severity, code string) {
		found = append(found, finding.Finding{Severity: severity, Code: code, Subject: k.ID, Args: finding.Args{
			"Name": k.Name, "Figure": figure,
			"Minutes": kpi.Figure{Format: kpi.Format{Style: kpi.Duration}, Number: 60 * e.Typed.Number},
		}})
	}
	over := e.cfg.Calendar.Over(k, e.period, e.now)
	switch {
	case minutesMeant(k, usual, e.Typed):
		doubt(finding.Warning, MinutesMeant)
	case fraction(k, number):
		doubt(finding.Warning, Fraction)
	case unusual(k, usual, number, over && !e.Typed.Add):
		doubt(finding.Warning, Unusual)
		low, high := usual.Middle()
		found[0] = found[0].With(finding.Args{"Low": k.Figure(low), "High": k.Figure(high)})
	}
	if runs := k.Combine == kpi.Sum && !over; k.NoteWhenOff && !runs && r.Verdict.Off() {
		doubt(finding.Note, NoteWanted)
	}
	return found
}

// fraction reports whether a number that should be a percentage looks like a share of
// one: 0.82 where the target is 80.
func fraction(k *kpi.KPI, number float64) bool {
	if !k.Format.Percentage() || number <= 0 || number > 1 {
		return false
	}
	const least, off = 10, 2 // of a bound, and how many times the share may be off it
	like := func(bound float64) bool {
		return bound >= least && number*100 >= bound/off && number*100 <= bound*off
	}
	return slices.ContainsFunc(bounds(k), like)
}

// minutesMeant reports whether a number alone, which for a duration are seconds, was
// more likely meant as minutes by what the KPI was; by its targets before it was anything.
func minutesMeant(k *kpi.KPI, usual kpi.Usual, t kpi.Typed) bool {
	if !t.Bare {
		return false
	}
	if !usual.Known() {
		usual = kpi.UsualOf(bounds(k))
	}
	return usual.MeansMinutes(t.Number)
}

// bounds returns the numbers that the targets of k name.
func bounds(k *kpi.KPI) (all []float64) {
	for _, t := range k.Targets {
		if t.HasMin {
			all = append(all, t.Min)
		}
		if t.HasMax {
			all = append(all, t.Max)
		}
	}
	if k.Goal != nil {
		all = append(all, k.Goal.From, k.Goal.To)
	}
	return all
}

// unusual reports whether a number is far from what is usual for k. Of a sum it is
// what there is of it so far, unless it is the whole.
func unusual(k *kpi.KPI, usual kpi.Usual, number float64, whole bool) bool {
	switch {
	case k.Judged:
		return false
	case k.Combine == kpi.Sum:
		return usual.TooMuch(number) || whole && usual.TooLittle(number)
	}
	return usual.Far(number)
}

// Usual returns what the other periods of a reading's history make usual for a
// value of period p; nothing is for a nil reading.
func Usual(r *board.Reading, p kpi.Period) kpi.Usual {
	var others []float64
	if r == nil {
		return kpi.Usual{}
	}
	for _, point := range r.History {
		if point.Has && point.Period != p {
			others = append(others, point.Number)
		}
	}
	return kpi.UsualOf(others)
}

// usualOf is [Usual] of what was found.
func usualOf(d board.KPIData, p kpi.Period) kpi.Usual {
	var others []float64
	for _, e := range d.Entries {
		if e.Has && e.Period != p {
			others = append(others, e.Number)
		}
	}
	return kpi.UsualOf(others)
}

// whole reports whether a value for at is all that its period has: of a sum that was
// one a period so far, or of a day that is named as a whole.
func whole(k *kpi.KPI, d board.KPIData, at kpi.At) bool {
	one := len(d.Parts) < 2 && len(d.PartsBefore) < 2
	return !at.Day.IsZero() && (k.Every == kpi.Day || one)
}

// Doubted reports whether one of doubts has that code.
func Doubted(doubts []finding.Finding, code string) bool {
	return slices.ContainsFunc(doubts, func(d finding.Finding) bool { return d.Code == code })
}
