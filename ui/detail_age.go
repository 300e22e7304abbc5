package ui

// age writes below the number how old it is, when the next one is due, and
// what is odd about it. It returns where it ends.
func (p *detailPage) age(b box) (bottom float32) {
	at := b.y + p.near*capHeight
	// What no longer fits is left out: the warning goes first, so it stays longest.
	line := func(part, text string, x float32, k ink) {
		if at+p.near*0.2 <= b.bottom() {
			p.text(part, text, x, at, k)
			at += p.near * nearLead
		}
	}
	if warning := p.reading.Warning; warning != "" && at <= b.bottom() {
		size := p.near * 0.85
		p.art("mark of the warning", box{b.x, at - size*0.9, size, size}, markWarning, p.strong.color)
		for _, text := range p.strong.face.wrap(warning, p.near, b.w-size*1.4, 2) {
			line("warning", text, b.x+size*1.4, p.strong)
		}
	}
	for _, text := range inLines(p.quiet, p.definition().age(), b.w) {
		line("age", text, b.x, p.quiet)
	}
	return at - p.near*(nearLead-0.2)
}

// inLines joins pieces to lines of at most width and breaks none of them.
func inLines(k ink, pieces []string, width float32) (lines []string) {
	for _, piece := range pieces {
		if n := len(lines); n > 0 {
			if longer := lines[n-1] + " · " + piece; k.face.width(longer, k.size, false) <= width {
				lines[n-1] = longer
				continue
			}
		}
		lines = append(lines, k.face.shorten(piece, k.size, width))
	}
	return lines
}

// definition is what the configuration and the newest value say, at the moment
// that the board was evaluated for.
func (p *detailPage) definition() definition {
	return definition{p.reading, p.v.board.Config.Calendar, p.v.board.Now}
}
