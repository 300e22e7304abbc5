package page

import (
	"slices"

	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// need is how much room the parts of the tiles of a size want.
type need struct {
	tiles []claim
	width widths // the widest on any of the tiles
	notes int    // lines
	chart bool
	fit   float32 // digits' height at which the numbers fill the width
}

// claim is what a tile has to say, and the width that it has for that.
type claim struct {
	widths
	room float32
}

// widths are those of pieces of small text as the rows of a tile make room for them.
type widths map[draw.Kind]float32

// The air between two pieces of a row, in sizes of their text; how many lines a
// note has at most; and how much of a tile's height its number takes at most.
const (
	pieceGap       = 0.5
	maxNoteLines   = 2
	maxNumberShare = 0.56
)

// measure returns the room that the tiles of subjects want in this plan's sizes.
func (pl *plan) measure(subjects []subject) need {
	n := need{width: widths{}}
	inner := pl.inner()
	chart, note := partOf(kindChart), partOf(kindNote)
	for _, s := range subjects {
		n.tiles = append(n.tiles, claim{pl.widths(s), inner + s.wider})
		n.chart = n.chart || chart.wanted(s)
		n.notes = max(n.notes, len(note.face.Wrap(note.says(s).chosen(longest), pl.small, inner+s.wider, maxNoteLines)))
	}
	if pl.ends = asInRows; !pl.fits(n, kindStatus, kindChange, kindPeriod) {
		pl.ends = shortest
		for i, s := range subjects {
			n.tiles[i].widths = pl.widths(s)
		}
	}
	for _, w := range n.tiles {
		for k, width := range w.widths {
			n.width[k] = max(n.width[k], width)
		}
	}
	n.fit = bestFit(subjects, inner, pl.floor, maxNumberShare*pl.h/draw.CapHeight) * draw.CapHeight
	return n
}

// widths returns the widths of the pieces of a tile. What it has no change to speak of
// is asked for the width of its target, and no room is made for the period of a value
// that the status calls old.
func (pl *plan) widths(s subject) widths {
	w := widths{}
	for p := range pieces {
		if width := pl.wanted(p, s); width > 0 {
			w[p.kind] = width
		}
	}
	if target := w[kindTarget]; target > 0 {
		w[kindChange] = target
	}
	if s.Status == kpi.Overdue {
		delete(w, kindPeriod)
	}
	return w
}

// wanted returns the width that the rows make room for on the tile of s.
func (pl *plan) wanted(p *Part, s subject) float32 {
	c := asInRows
	if p.row == endsRow {
		c = pl.ends
	}
	return p.width(p.says(s).chosen(c), pl.small)
}

// outlier is how many times as large as the smallest number of a page another may
// be set before the smallest, up to a third of them, go by themselves. Of several numbers
// the widest may be leastOfPage times as large as the others.
const (
	outlier     = 1.85
	leastOfPage = 0.7
	several     = 3
)

// bestFit returns the largest size up to maxSize at which every number fits the
// width, but for a few that are far longer than the others and must not shrink
// them all.
func bestFit(subjects []subject, width, floor, maxSize float32) float32 {
	var fits []float32
	for _, s := range subjects {
		if !s.inWords() || len(subjects) == 1 {
			fits = append(fits, min(maxSize, fitNumber(numberWords(s), width+s.wider, floor)))
		}
	}
	if len(fits) == 0 {
		return min(maxSize, fitNumber(numberWords(subjects[0]), width, floor))
	}
	slices.Sort(fits)
	for _, size := range fits[:len(fits)/3+1] {
		if size > outlier*fits[0] {
			return size
		}
	}
	if len(fits) >= several {
		return min(fits[1], fits[0]/leastOfPage)
	}
	return fits[0]
}
