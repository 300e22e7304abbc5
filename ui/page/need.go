package page

import (
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/words"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// need is how much room the small parts of the tiles of a size want at most.
type need struct {
	status, change, target, period float32 // widths
	notes                          int     // lines
	chart                          bool
	fit                            float32 // digits' height at which the numbers fill the width
}

// numberMost is how much of a tile's height its number takes at most.
const numberMost = 0.56

// measure returns the room that readings want in this plan's sizes. Periods are
// abbreviated where they would push something else out.
func (pl *plan) measure(readings []*board.Reading, k kind) need {
	var n need
	var short float32
	gap, inner := pl.small*0.8, pl.w-2*pl.pad
	for _, r := range readings {
		n.status = max(n.status, MarkSize(pl.small)+pl.small*0.35+draw.Semibold.Width(StatusText(r), pl.small, false)+gap)
		if w := changeWidth(r, pl.small); w > 0 {
			n.change = max(n.change, w+gap)
		}
		if w := targetWidth(r, pl.small); w > 0 {
			n.target = max(n.target, w+gap)
		}
		n.period = max(n.period, draw.Medium.Width(r.Label, pl.small, false))
		short = max(short, draw.Medium.Width(Abbreviated(r.Label), pl.small, false))
		n.chart = n.chart || chart.Of(r, k.charts[r.KPI.ID], chart.Pens{}) != nil
		if note := noteOf(r); note != "" {
			n.notes = max(n.notes, min(2, len(draw.Medium.Wrap(note, pl.small, inner, 2))))
		}
	}
	if max(n.status, n.change, n.target)+n.period > inner {
		n.period = short
	}
	n.fit = bestFit(readings, inner, pl.floor, numberMost*pl.h/draw.CapHeight) * draw.CapHeight
	return n
}

// noteOf returns what stands below a reading's number, if anything: what is odd
// about it, or else its note.
func noteOf(r *board.Reading) string {
	switch {
	case len(r.Findings) > 0:
		return words.English().Finding(r.Findings[0])
	case sentence(r) != "":
		return ""
	}
	return FirstLine(r.Note)
}

// sentence returns what a judged KPI says in place of a number, if anything.
func sentence(r *board.Reading) string {
	if !r.KPI.Judged || !r.Has {
		return ""
	}
	return FirstLine(r.Note)
}

// bestFit returns the largest size up to most at which every number fits the
// width, but for a few that are far longer than the others and must not shrink
// them all.
func bestFit(readings []*board.Reading, width, floor, most float32) float32 {
	var fits []float32
	for _, r := range readings {
		if sentence(r) == "" || len(readings) == 1 {
			fits = append(fits, min(most, FitNumber(r.Parts, width, floor)))
		}
	}
	if len(fits) == 0 {
		return min(most, FitNumber(readings[0].Parts, width, floor))
	}
	slices.Sort(fits)
	for _, size := range fits[:len(fits)/3+1] {
		if size > 1.7*fits[0] {
			return size
		}
	}
	return fits[0]
}
