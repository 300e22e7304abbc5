package page

import (
	"slices"

	"kpiwall/ui/draw"
)

// need is how much room the parts of the tiles of a size want at most.
type need struct {
	width map[draw.Kind]float32 // of pieces of small text, with the air behind them
	long  map[draw.Kind]float32 // of their longest wordings
	notes int                   // lines
	chart bool
	fit   float32 // digits' height at which the numbers fill the width
}

// The air between two pieces of a row, in sizes of their text; how many lines a
// note has at most; and how much of a tile's height its number takes at most.
const (
	pieceGap       = 0.8
	maxNoteLines   = 2
	maxNumberShare = 0.56
)

// measure returns the room that the tiles of subjects want in this plan's sizes.
func (pl *plan) measure(subjects []subject) need {
	n := need{width: map[draw.Kind]float32{}, long: map[draw.Kind]float32{}}
	inner := pl.inner()
	for p := range pieces {
		w := pl.widest(p, subjects, asInRows)
		if w > 0 && p.row != endsRow {
			w += pl.small * pieceGap
		}
		n.width[p.kind], n.long[p.kind] = w, pl.widest(p, subjects, longest)
	}
	pl.shortenEnds(n, subjects)
	chart, note := partOf(kindChart), partOf(kindNote)
	for _, s := range subjects {
		n.chart = n.chart || chart.wanted(s)
		n.notes = max(n.notes, len(note.face.Wrap(note.words(s).chosen(longest), pl.small, inner, maxNoteLines)))
	}
	n.fit = bestFit(subjects, inner, pl.floor, maxNumberShare*pl.h/draw.CapHeight) * draw.CapHeight
	return n
}

// widest returns the widest that a piece is on one of the tiles.
func (pl *plan) widest(p *Part, subjects []subject, c choice) (w float32) {
	for _, s := range subjects {
		w = max(w, p.width(p.words(s).chosen(c), pl.small))
	}
	return w
}

// shortenEnds takes the shortest wording of what ends a row where the usual one
// would push something else out.
func (pl *plan) shortenEnds(n need, subjects []subject) {
	var others float32
	for p := range pieces {
		if p.row == inRow {
			others = max(others, n.width[p.kind])
		}
	}
	for p := range pieces {
		if p.row == endsRow && others+n.width[p.kind] > pl.inner() {
			n.width[p.kind] = pl.widest(p, subjects, shortest)
		}
	}
}

// outlier is how many times as large as the smallest number of a page another may
// be set before the smallest, up to a third of them, go by themselves.
const outlier = 1.7

// bestFit returns the largest size up to maxSize at which every number fits the
// width, but for a few that are far longer than the others and must not shrink
// them all.
func bestFit(subjects []subject, width, floor, maxSize float32) float32 {
	var fits []float32
	for _, s := range subjects {
		if !s.speaks() || len(subjects) == 1 {
			fits = append(fits, min(maxSize, FitNumber(numberWords(s), width, floor)))
		}
	}
	if len(fits) == 0 {
		return min(maxSize, FitNumber(numberWords(subjects[0]), width, floor))
	}
	slices.Sort(fits)
	for _, size := range fits[:len(fits)/3+1] {
		if size > outlier*fits[0] {
			return size
		}
	}
	return fits[0]
}
