package detail

import (
	"kpiwall/data/kpi"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// The mark of a warning: its size in sizes of text, and in its own size its top over
// the baseline and where the text begins; and how many lines that may have.
const (
	warningSide   = 0.85
	warningRise   = 0.9
	behindWarning = 1.4
	warningLines  = 2
)

// descent is how far letters hang below their baseline, in font sizes.
const descent = 0.2

// age writes below the number how old it is, when the next one is due, and
// what is odd about it. It returns where it ends.
func (p *composition) age(b draw.Box) (bottom float32) {
	at := b.Y + p.near*draw.CapHeight
	// What no longer fits is left out: the warning goes first, so it stays longest.
	line := func(kind draw.Kind, text string, x float32, k draw.Ink) {
		if at+p.near*descent <= b.Bottom() {
			p.Text(kind, text, x, at, k)
			at += p.near * nearLead
		}
	}
	if odd := p.reading.Findings; len(odd) > 0 && at <= b.Bottom() {
		warning := p.say.More(p.say.Finding(odd[0]), len(odd)-1)
		size := p.near * warningSide
		p.Art("mark of the warning", draw.NewBox(b.X, at-size*warningRise, size, size), chart.Warning, p.strong.Color)
		for _, text := range p.strong.Face.Wrap(warning, p.near, b.W-size*behindWarning, warningLines) {
			line("warning", text, b.X+size*behindWarning, p.strong)
		}
	}
	for _, text := range inLines(p.quiet, p.definition().age(), b.W) {
		line("age", text, b.X, p.quiet)
	}
	return at - p.near*(nearLead-descent)
}

// pieceLines is how many lines a piece may take that is wider than one.
const pieceLines = 2

// inLines joins pieces to lines of at most width, and breaks none of them that has room
// in a line.
func inLines(k draw.Ink, pieces []string, width float32) (lines []string) {
	for _, piece := range pieces {
		if n := len(lines); n > 0 {
			if longer := lines[n-1] + " · " + piece; k.Face.Width(longer, k.Size, false) <= width {
				lines[n-1] = longer
				continue
			}
		}
		lines = append(lines, k.Face.Wrap(piece, k.Size, width, pieceLines)...)
	}
	return lines
}

// definition is what the configuration and the newest value say, at the moment
// that the board was evaluated for.
func (p *composition) definition() definition {
	return definition{p.reading, p.calendar(), p.say, p.v.Board.Now}
}

// calendar is the one that the KPI lives by.
func (p *composition) calendar() kpi.Calendar { return p.v.Board.Config.Calendar.For(p.reading.KPI) }
