package page

import (
	"slices"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// lack is something that a page does not show as it should: a part of some tiles.
type lack struct {
	fault fault
	part  draw.Kind
	tiles []string // of these KPIs
}

// fault is what is wrong with a part.
type fault uint8

const (
	tooSmall fault = iota
	shortened
	leftOut
	wideUnit // it takes more of the width than the number, and makes that small
)

// finding says what l is on the page of v. What is left out is lost to whoever
// looks; what is small or shortened can be read all the same, with effort.
func (l lack) finding(v View) finding.Finding {
	f := finding.Finding{Severity: finding.Note, Subject: v.Shown().ID, Args: finding.Args{
		"Tiles": l.tiles, "Every": len(l.tiles) > 1 && len(l.tiles) == len(v.Shown().Tiles), "Total": len(v.Shown().Tiles),
		"Metres": distanceOf(v.Board.Config.Screen), "Least": minArc,
	}}
	switch {
	case l.fault == wideUnit:
		f.Code = "lint.unit"
		return f
	case l.fault == tooSmall:
		f.Code, f.Args["Arc"] = "lint.text", arcOf(v, l.part, l.tiles[0])
		if l.part == kindNumber {
			f.Code = "lint.number"
		}
	case l.fault == shortened && l.part == kindName:
		f.Code = "lint.name"
	case l.fault == shortened:
		f.Severity, f.Code = finding.Warning, "lint.sentence"
	default:
		f.Severity, f.Code, f.Args["Part"] = finding.Warning, "lint.left_out", "part."+string(l.part)
	}
	return f.With(remedy(v, l))
}

// lacks compares what the tiles of v's page should show with what they do. They
// are in the order of the parts, those that are too small before all others. The lines of
// an overview have a name and a number alone.
func lacks(v View) []lack {
	var out []lack
	note := func(f fault, part draw.Kind, id string) {
		i := slices.IndexFunc(out, func(l lack) bool { return l.fault == f && l.part == part })
		if i < 0 {
			i, out = len(out), append(out, lack{fault: f, part: part})
		}
		out[i].tiles = append(out[i].tiles, id)
	}
	tiles, overview := Tiles(v), v.Shown().Overview
	floor := FloorSize(v.Size, v.Board.Config.Screen)
	for i, id := range v.Shown().Tiles {
		for _, e := range tiles[i] {
			if isTooSmall(e, floor) {
				note(tooSmall, e.Part.Kind, id)
			}
		}
		if hasWideUnit(tiles[i], overview) {
			note(wideUnit, kindNumber, id)
		}
		for p := range parts {
			f, found := parts[p].faultOn(tiles[i], v.subject(id))
			if found && (!overview || parts[p].kind == kindName) {
				note(f, parts[p].kind, id)
			}
		}
		if !overview && leavesTargetOut(tiles[i], v.subject(id)) {
			note(leftOut, kindTarget, id)
		}
	}
	slices.SortStableFunc(out, func(a, b lack) int { return a.rank() - b.rank() })
	return out
}

// leavesTargetOut reports whether a status had no room for the target that its phrase
// should name.
func leavesTargetOut(tile []draw.Element, s subject) bool {
	w := statusWords(s)
	said := func(e draw.Element) bool {
		return e.Part.Kind == kindStatus && slices.Contains(w.texts[:w.wanted+1], e.Text)
	}
	return s.Status != kpi.Overdue && !slices.ContainsFunc(tile, said)
}

// fullWidth is how much of a tile's width a number takes at least that could not be larger:
// on the lines of an overview they leave room to the names.
const fullWidth, fullLine = 0.8, 0.5

// hasWideUnit reports whether a number is as wide as can be, and more than half of that its
// unit.
func hasWideUnit(tile []draw.Element, overview bool) bool {
	var digits, unit float32
	for _, e := range tile {
		switch {
		case e.Part.Kind != kindNumber:
		case e.Tabular:
			digits += e.Size.Width
		default:
			unit += e.Size.Width
		}
	}
	full := float32(fullWidth)
	if overview {
		full = fullLine
	}
	return unit > digits && unit+digits > tile[0].Size.Width*full
}

// rank orders lacks: small digits come first, then small words, then the parts.
func (l lack) rank() int {
	switch {
	case l.fault == tooSmall && l.part == kindNumber:
		return -2
	case l.fault == tooSmall:
		return -1
	case l.fault == wideUnit:
		return 0
	}
	return slices.IndexFunc(parts, func(p Part) bool { return p.kind == l.part })
}

// How far below the floor digits and words may be: the digits of a page share a
// size, and words are set in whole ones.
const (
	smallDigits = 0.99
	smallWords  = 0.97
)

// isTooSmall reports whether an element is text below the floor. The name stands
// for all words of its tile; where it is shortened, that is told instead.
func isTooSmall(e draw.Element, floor float32) bool {
	switch e.Part.Kind {
	case kindNumber:
		return e.Tabular && e.Points < floor*smallDigits
	case kindName:
		return e.Points < floor*smallWords && !draw.Shortened(e.Text)
	}
	return false
}

// faultOn returns what is wrong with the part on the tile of s, if anything.
func (p *Part) faultOn(tile []draw.Element, s subject) (f fault, found bool) {
	if !p.wanted(s) {
		return 0, false
	}
	var last draw.Element
	for _, e := range tile {
		if e.Part.Kind == p.kind {
			last = e
		}
	}
	switch {
	case p.whole && (last.Part.Kind != p.kind || draw.Shortened(last.Text)):
		return shortened, true
	case last.Part.Kind != p.kind:
		return leftOut, true
	}
	return 0, false
}

// arcOf returns the height of the text of a part of a KPI's tile in minutes of
// arc; of a number that of its digits.
func arcOf(v View, part draw.Kind, id string) float64 {
	for _, tile := range Tiles(v) {
		for _, e := range tile {
			if e.Part == (draw.PartID{Kind: part, Of: id}) && (e.Tabular || part != kindNumber) {
				return minArc * float64(e.Size.Height) / capFor(minArc, v.Size, v.Board.Config.Screen)
			}
		}
	}
	return 0
}
