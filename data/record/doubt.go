package record

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// The doubts about a value that may be recorded all the same. Each has the args
// Name and Figure, the KPI and its number.
const (
	Unusual       = "value.unusual"         // far from what the KPI has been: a zero too many?
	UnusualInFile = "value.unusual_in_file" // the same of some values of an import
	NoteWanted    = "value.note_wanted"     // off target, and the KPI wants to know why
)

// doubts returns what speaks against a value of k whose period then stands as r
// says, given what its other periods make usual.
func doubts(k *kpi.KPI, usual kpi.Usual, in Input, number float64, r *board.Reading) (found []finding.Finding) {
	if in.Note != "" { // who says why knows what it is
		return nil
	}
	doubt := func(severity finding.Severity, code string) {
		found = append(found, finding.Finding{
			Severity: severity, Code: code, Subject: k.ID, Args: finding.Args{
				"Name": k.Name, "Figure": kpi.Figure{Format: r.Format, Number: r.Number},
			},
		})
	}
	if in.Typed.Add || k.Combine == kpi.Sum {
		number = r.Raw
	}
	if unusual(k, usual, number) {
		doubt(finding.Warning, Unusual)
	}
	if k.NoteWhenOff && r.Final && r.Verdict.Off() {
		doubt(finding.Note, NoteWanted)
	}
	return found
}

// unusual reports whether a number, which of a sum is what there is of it so far,
// is far from what is usual for k.
func unusual(k *kpi.KPI, usual kpi.Usual, number float64) bool {
	switch {
	case k.Judged:
		return false
	case k.Combine == kpi.Sum:
		return usual.TooMuch(number)
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

// Doubted reports whether one of doubts has that code.
func Doubted(doubts []finding.Finding, code string) bool {
	return slices.ContainsFunc(doubts, func(d finding.Finding) bool { return d.Code == code })
}
