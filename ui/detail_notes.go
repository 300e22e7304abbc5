package ui

import (
	"fmt"
	"strings"

	"kpiwall/data/board"
	"kpiwall/themes"
)

// note is a note that is listed, and so marked on the chart. The newest is 1.
type note struct {
	point  int // index into the points shown
	number int
}

// noteLines is how many lines a note may take.
const noteLines = 3

// notes lists the notes of points, newest first and as many as fit, and returns
// those listed.
func (p *detailPage) notes(b box, points []board.Point) (listed []note) {
	lead := p.near * nearLead
	y := b.y
	for i := len(points) - 1; i >= 0; i-- {
		if points[i].Note == "" {
			continue
		}
		fits := int((b.bottom() - y) / lead)
		if fits < 1 {
			break
		}
		n := note{i, len(listed) + 1}
		y = p.note(n, points[i], box{b.x, y, b.w, b.h}, min(fits, noteLines)) + p.near*0.45
		listed = append(listed, n)
	}
	if len(listed) == 0 && b.h >= lead && len(points) > 0 {
		p.text("notes", "no notes in "+p.periods(len(points)), b.x, b.y+p.near*capHeight, p.quiet)
	}
	return listed
}

// note sets one note and returns where it ends. The period runs into the text.
func (p *detailPage) note(n note, pt board.Point, b box, most int) (bottom float32) {
	at := b.y + p.near*(noteDisc+capHeight)/2
	p.noteMark(n, point{b.x + p.near*noteDisc/2, b.y + p.near*noteDisc/2})
	x := b.x + p.near*(noteDisc+0.45)
	period := p.periodName(pt.Period)
	indent := p.text("period of a note", period, x, at, p.strong)
	if indent > 0 {
		indent += p.near * 0.4
	}
	text := pt.Note
	// Of older notes the board does not know who wrote them.
	if r := p.reading; pt.Period == r.Period && pt.Note == r.Note && r.NoteBy != "" {
		text += " (" + r.NoteBy + ")"
	}
	for _, line := range wrapAfter(p.main, text, indent, b.right()-x, most) {
		p.text("note", line, x+indent, at, p.main)
		indent = 0
		at += p.near * nearLead
	}
	return max(at-p.near*(nearLead-0.15), b.y+p.near*noteDisc)
}

// wrapAfter breaks text into at most so many lines, the first of which is
// shorter by an indent. It is empty where that leaves no room for a word.
func wrapAfter(k ink, text string, indent, width float32, most int) []string {
	text = strings.Join(strings.Fields(text), " ")
	switch {
	case text == "":
		return nil
	case most == 1:
		return []string{k.face.shorten(text, k.size, width-indent)}
	}
	first := k.face.wrap(text, k.size, width-indent, 2)[0]
	rest := strings.TrimPrefix(text, first)
	if rest == "" {
		return []string{first}
	}
	if !strings.HasPrefix(rest, " ") { // it would end within a word
		first, rest = "", text
	}
	return append([]string{first}, k.face.wrap(rest, k.size, width, most-1)...)
}

// noteDisc is the diameter of a note's mark, in sizes of its digit.
const noteDisc = 1.12

// noteMark draws the number of a note in a disc around at.
func (p *detailPage) noteMark(n note, at point) {
	g := p.v.palette.Ground
	fill := themes.Mix(g, themes.Ink(g), 0.86)
	d := p.near * noteDisc
	p.rect("disc of a note", box{at.x - d/2, at.y - d/2, d, d}, fill, d/2)
	k := ink{face: semibold, size: p.near * 0.8, color: themes.Ink(fill), on: fill}
	text := fmt.Sprint(n.number)
	p.text("mark of a note", text, at.x-k.face.width(text, k.size, false)/2, at.y+k.size*capHeight/2, k)
}
