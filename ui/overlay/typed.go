package overlay

import (
	"unicode"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Typed sets a line that is being typed within a width, with a caret that has after
// characters behind it; what is around the caret stays in sight.
func (p *Pane) Typed(kind draw.Kind, text string, after int, width float32, k draw.Ink) {
	at := p.Y + k.Size*draw.CapHeight
	shown, after := window(k, []rune(text), after, width)
	p.Text(kind, string(shown), p.In.X, at, k)
	p.caret(p.In.X+k.Face.Width(string(shown[:len(shown)-after]), k.Size, false), at, k, after > 0)
	p.Y += k.Size * lineLead
}

// TypedHead is a [Pane.Head] that is being typed.
func (p *Pane) TypedHead(title, right string) {
	k, r := p.TitleInk(), p.Quiet()
	taken := p.TextRight("of the title", right, p.In.Right(), p.Y+k.Size*draw.CapHeight, r)
	top := p.Y
	p.Typed("title", title, 0, p.In.W-taken-p.Size, k)
	p.Y = top + k.Size*page.NameLead + p.Size*belowTitle
}

// TypedLines does the same over up to lines lines.
func (p *Pane) TypedLines(kind draw.Kind, text string, after, lines int, k draw.Ink) {
	shown, after := window(k, []rune(text), after, p.In.W*(float32(lines)-0.1))
	wrapped := k.Face.Wrap(string(shown), k.Size, p.In.W, lines)
	line, before := caretIn(wrapped, shown[len(shown)-after:])
	for i, text := range wrapped {
		if p.Y+k.Size > p.bottom {
			return
		}
		at := p.Y + k.Size*draw.CapHeight
		p.Text(kind, text, p.In.X, at, k)
		if i == line {
			p.caret(p.In.X+k.Face.Width(before, k.Size, false), at, k, after > 0)
		}
		p.Y += k.Size * wrapLead
	}
}

// caretIn returns the line of a wrapped text before which part of it the caret stands,
// and what that line has before it. Spaces are no guide: wrapping swallows them.
func caretIn(lines []string, behind []rune) (line int, before string) {
	count := 0
	for _, r := range behind {
		if !unicode.IsSpace(r) {
			count++
		}
	}
	for line = len(lines) - 1; line >= 0; line-- {
		runes := []rune(lines[line])
		for i := len(runes); i >= 0; i-- {
			if count == 0 {
				return line, string(runes[:i])
			}
			if i > 0 && !unicode.IsSpace(runes[i-1]) {
				count--
			}
		}
	}
	return 0, ""
}

// caret draws where the next character will stand: between two others or, apart from
// the last, behind all.
func (p *Pane) caret(x, baseline float32, k draw.Ink, between bool) {
	rise, wide := k.Size*draw.CapHeight, max(2, k.Size*0.05)
	if between {
		x -= wide / 2
	} else {
		x += k.Size * 0.06
	}
	p.Rect("caret", draw.NewBox(x, baseline-rise*1.1, wide, rise*1.25), k.Color, 0)
}

// caretRoom is how many characters behind the caret stay in sight.
const caretRoom = 8

// window returns the part of a text that is too long for a width which has the caret
// in it, after characters before the end, and how many are behind the caret there.
func window(k draw.Ink, text []rune, after int, width float32) (shown []rune, behind int) {
	tail := func(r []rune) []rune { return []rune(Tail(k, string(r), width)) }
	shown = tail(text)
	if len(shown) > after || len(shown) == len(text) {
		return shown, after
	}
	cut := min(len(text), len(text)-after+caretRoom)
	return tail(text[:cut]), cut - (len(text) - after)
}

// Tail returns the end of a text that is too long for a width.
func Tail(k draw.Ink, text string, width float32) string {
	r := []rune(text)
	for len(r) > 1 && k.Face.Width(string(r), k.Size, false) > width {
		r = r[1:]
	}
	return string(r)
}
