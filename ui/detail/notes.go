package detail

import (
	"fmt"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
)

// note is a note that is listed, and so marked on the chart. The newest is 1.
type note struct {
	point  int // index into the points shown
	number int
}

// Distances in sizes of small text: of two notes, and of a note from its mark; behind
// the period; and below the last line.
const (
	noteGap      = 0.45
	behindPeriod = 0.4
	noteDescent  = 0.15
)

// noteLines is how many lines a note may take.
const noteLines = 3

// notes lists the notes of points, newest first and as many as fit, and returns
// those listed.
func (p *composition) notes(b draw.Box, points []board.Point) (listed []note) {
	lead := p.near * nearLead
	y := b.Y
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].Note == "" {
			continue
		}
		fits := int((b.Bottom() - y) / lead)
		if fits < 1 {
			break
		}
		n := note{i, len(listed) + 1}
		y = p.note(n, points[i], draw.NewBox(b.X, y, b.W, b.H), min(fits, noteLines)) + p.near*noteGap
		listed = append(listed, n)
	}
	if len(listed) == 0 && b.H >= lead && len(points) > 0 {
		p.Text("notes", p.say.Say("detail.no_notes", words.Args{"Periods": p.say.Periods(p.reading.KPI.Every, len(points))}), b.X, b.Y+p.near*draw.CapHeight, p.quiet)
	}
	return listed
}

// note sets one note and returns where it ends. The period runs into the text.
func (p *composition) note(n note, pt board.Point, b draw.Box, maxLines int) (bottom float32) {
	at := b.Y + p.near*(noteDisc+draw.CapHeight)/2
	p.noteMark(n, draw.Pt(b.X+p.near*noteDisc/2, b.Y+p.near*noteDisc/2))
	x := b.X + p.near*(noteDisc+noteGap)
	period := p.periodName(pt.Period)
	indent := p.Text("period of a note", period, x, at, p.strong)
	if indent > 0 {
		indent += p.near * behindPeriod
	}
	text := pt.Note
	// Of older notes the board does not know who wrote them.
	if r := p.reading; pt.Period == r.Period && pt.Note == r.Note && r.NoteBy != "" {
		text += " (" + r.NoteBy + ")"
	}
	for _, line := range wrapAfter(p.main, text, indent, b.Right()-x, maxLines) {
		p.Text("note", line, x+indent, at, p.main)
		indent = 0
		at += p.near * nearLead
	}
	return max(at-p.near*(nearLead-noteDescent), b.Y+p.near*noteDisc)
}

// wrapAfter breaks text into at most so many lines, the first of which is
// shorter by an indent. It is empty where that leaves no room for a word.
func wrapAfter(k draw.Ink, text string, indent, width float32, maxLines int) []string {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case text == "":
		return nil
	case maxLines == 1:
		return []string{k.Face.Shorten(text, k.Size, width-indent)}
	}
	first := k.Face.Wrap(text, k.Size, width-indent, 2)[0]
	rest := strings.TrimPrefix(text, first)
	if rest == "" {
		return []string{first}
	}
	if !strings.HasPrefix(rest, " ") { // it would end within a word
		first, rest = "", text
	}
	return append([]string{first}, k.Face.Wrap(rest, k.Size, width, maxLines-1)...)
}

// The mark of a note: its diameter and its digit in sizes of small text, and its
// shade as a share of the way to the ink.
const (
	noteDisc  = 1.12
	noteDigit = 0.8
	discShade = 0.86
)

// noteMark draws the number of a note in a disc around at.
func (p *composition) noteMark(n note, at draw.Point) {
	g := p.v.Palette.Ground
	fill := themes.Mix(g, themes.Ink(g), discShade)
	d := p.near * noteDisc
	p.Rect("disc of a note", draw.NewBox(at.X-d/2, at.Y-d/2, d, d), fill, d/2)
	k := draw.Ink{Face: draw.Semibold, Size: p.near * noteDigit, Color: themes.Ink(fill), On: fill}
	text := fmt.Sprint(n.number)
	p.Text("mark of a note", text, at.X-k.Face.Width(text, k.Size, false)/2, at.Y+k.Size*draw.CapHeight/2, k)
}
