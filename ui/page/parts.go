package page

import (
	"image/color"
	"slices"

	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// The kinds of a tile's parts. [Lint] calls a part by the message "part.KIND".
const (
	kindSentence draw.Kind = "sentence"
	kindName     draw.Kind = "name"
	kindNumber   draw.Kind = "number"
	kindStatus   draw.Kind = "status"
	kindChange   draw.Kind = "change"
	kindTarget   draw.Kind = "target"
	kindChart    draw.Kind = "chart"
	kindGoal     draw.Kind = "goal"
	kindPeriod   draw.Kind = "period"
	kindWaits    draw.Kind = "waits"
	kindNote     draw.Kind = "note"
)

// Part is one piece of a tile. Measuring, planning and composing a tile, [Single]
// and [Lint] read the table of [parts]: a further piece of a tile is a row of it.
type Part struct {
	kind  draw.Kind
	set   func(tile, *draw.Sheet, *Part)
	words func(subject) wording              // nil for what is not said in words
	art   func(subject, chart.Pens) draw.Art // nil for what is not drawn
	face  draw.Face
	color func(t tile, on color.NRGBA) color.NRGBA

	row    rowKind // of small text
	lead   lead    // stands before the text
	single choice  // which wording [Single] makes room for
	whole  bool    // Lint names what is shortened, too
}

// rowKind is how a piece of small text finds its place below the number.
type rowKind uint8

const (
	noRow     rowKind = iota
	inRow             // in one of the rows of [plan.layouts]
	endsRow           // there too, with nothing behind it
	belowRows         // in a row of its own below these, which goes before they do
)

// lead is a mark before a piece of small text.
type lead struct {
	kind   draw.Kind
	mark   func(subject) chart.Mark
	scale  float32 // in sizes of a mark
	gap    float32 // before the text, in font sizes
	always bool    // it stands alone where there is no room for words
}

// choice is one of several wordings.
type choice uint8

const (
	asInRows choice = iota // the one that the rows of a tile make room for
	longest
	shortest
)

// parts are the pieces of a tile, in the order in which they matter.
var parts = []Part{
	{kind: kindSentence, set: tile.setSentence, words: sentenceWords, face: draw.Semibold, color: tile.spoken, whole: true},
	{kind: kindName, set: tile.setName, words: nameWords, face: draw.Medium, color: tile.strong, whole: true},
	{kind: kindNumber, set: tile.setNumber, face: draw.Semibold, color: tile.trusted},
	{
		kind: kindStatus, set: tile.setPiece, words: statusWords, face: draw.Semibold, color: tile.strong, row: inRow, single: longest,
		lead: lead{kind: "mark", mark: statusMark, scale: 1, gap: 0.35, always: true},
	},
	{
		kind: kindChange, set: tile.setPiece, words: changeWords, face: draw.Medium, color: tile.trend, row: inRow,
		lead: lead{kind: "arrow", mark: changeArrow, scale: 0.8, gap: 0.25},
	},
	{kind: kindTarget, set: tile.setPiece, words: targetWords, face: draw.Medium, color: tile.quiet, row: inRow},
	{kind: kindGoal, set: tile.setPiece, words: goalWords, face: draw.Medium, color: tile.quiet, row: belowRows},
	{kind: kindChart, set: tile.setChart, art: tileChart, color: tile.quiet},
	{kind: kindPeriod, set: tile.setPiece, words: periodWords, face: draw.Medium, color: tile.quiet, row: endsRow, single: shortest},
	{kind: kindWaits, set: tile.setPiece, words: waitsWords, face: draw.Medium, color: tile.quiet, row: belowRows, single: longest},
	{kind: kindNote, set: tile.setNote, words: noteWords, face: draw.Medium, color: tile.quiet},
}

// pieces are the parts that stand in rows of small text.
func pieces(yield func(*Part) bool) {
	for i := range parts {
		if parts[i].row != noRow && !yield(&parts[i]) {
			return
		}
	}
}

// partOf returns the part of a kind.
func partOf(kind draw.Kind) *Part {
	return &parts[slices.IndexFunc(parts, func(p Part) bool { return p.kind == kind })]
}

// wanted reports whether the tile of s should have the part.
func (p *Part) wanted(s subject) bool {
	return p.words != nil && len(p.says(s).texts) > 0 || p.art != nil && p.art(s, chart.Pens{}) != nil
}

// width returns the width of a text with what stands before it, 0 without one.
func (p *Part) width(text string, size float32) float32 {
	if text == "" {
		return 0
	}
	return p.lead.width(size) + p.face.Width(text, size, false)
}

// fitting returns the longest wording that a width has room for, if any.
func (p *Part) fitting(s subject, size, room float32) string {
	for _, text := range p.says(s).texts {
		if p.width(text, size) <= room {
			return text
		}
	}
	return ""
}

// ink returns how the part looks at a size on a ground.
func (p *Part) ink(t tile, size float32, on color.NRGBA) draw.Ink {
	return draw.Ink{Face: p.face, Size: size, Color: p.color(t, on), On: on}
}

func (l lead) width(size float32) float32 { return MarkSize(size)*l.scale + size*l.gap }

func statusMark(s subject) chart.Mark { return chart.MarkOf(s.Status) }

func changeArrow(s subject) chart.Mark {
	switch {
	case s.Change.Amount > 0:
		return chart.Up
	case s.Change.Amount < 0:
		return chart.Down
	}
	return chart.Dash
}

func tileChart(s subject, p chart.Pens) draw.Art { return chart.Of(s.Reading, s.chart, p) }

// markScale is the size of a mark beside text, in sizes of that.
const markScale = 0.9

// MarkSize returns the size of a mark beside text of a size.
func MarkSize(text float32) float32 { return text * markScale }
