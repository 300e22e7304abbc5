package page

import (
	"kpiwall/data/board"
	"kpiwall/ui/draw"
)

// TargetWord stands before a target where there is room.
const TargetWord = "target "

// target sets what the number should be.
func (t tile) target(s *draw.Sheet, k draw.Ink) {
	spot := t.targetSpot()
	t.small(s, "target", t.fitting(spot, k), spot, k)
}

// targetSpot returns where the target stands. How a sum stands while it runs
// cannot be read without what should be there: where the target has no place of
// its own it takes that of the change.
func (t tile) targetSpot() spot {
	if t.reading.Running.On && !t.plan.target.used() {
		return t.plan.change
	}
	return t.plan.target
}

// fitting returns the longest text of the target that a spot has room for.
func (t tile) fitting(spot spot, k draw.Ink) string {
	for _, text := range targetTexts(t.reading) {
		if spot.used() && k.Face.Width(text, k.Size, false) <= spot.room {
			return text
		}
	}
	return ""
}

// targetTexts returns how to write a reading's target, the longest first; none
// without one. While a sum runs what should be there by now comes first: beside the
// whole alone a verdict would look wrong.
func targetTexts(r *board.Reading) []string {
	switch {
	case r.TargetText == "":
		return nil
	case r.TargetShort != "":
		return []string{r.TargetText, r.TargetShort}
	}
	return []string{TargetWord + r.TargetText, r.TargetText}
}

// targetWidth returns the width that a reading's target should have, 0 without
// one: while a sum runs that of the shortest text, for the longest comes and goes.
func targetWidth(r *board.Reading, small float32) float32 {
	texts := targetTexts(r)
	switch {
	case len(texts) == 0:
		return 0
	case r.TargetShort != "":
		return draw.Medium.Width(texts[len(texts)-1], small, false)
	}
	return draw.Medium.Width(texts[0], small, false)
}
