package detail

import "kpiwall/ui/draw"

// cardGap is the distance of two rows of the card beyond that of lines, and
// behindLabel the room behind its labels, in sizes of its text.
const (
	cardGap     = 0.14
	behindLabel = 0.9
)

// card draws the definition card and returns where it ends.
func (p *composition) card(b draw.Box) (bottom float32) {
	rows := p.definition().facts()
	var labels float32
	for _, f := range rows {
		if f.label != "" {
			labels = max(labels, p.quiet.Face.Width(f.label, p.near, false)+p.near*behindLabel)
		}
	}
	at, set := b.Y+p.near*draw.CapHeight, p.cardLines(rows, b, labels)
	for i, row := range rows {
		if row.key != "" && (i >= len(set) || draw.Shortened(set[i]...)) {
			p.cut = append(p.cut, row.key)
		}
	}
	for i, lines := range set {
		p.Text("label of the card", rows[i].label, b.X, at, p.quiet)
		for _, line := range lines {
			p.Text("card", line, b.Right()-cardRoom(rows[i], b, labels), at, p.main)
			at += p.near * nearLead
		}
		at += p.near * cardGap
	}
	return at - p.near*(nearLead+cardGap-descent)
}

// cardRoom returns the width of a row's text: behind the labels, or all of it
// where the row has none.
func cardRoom(f fact, b draw.Box, labels float32) float32 {
	if f.label == "" {
		return b.W
	}
	return b.W - labels
}

// maxRowLines is how many lines a row of the card may take.
const maxRowLines = 12

// cardLines breaks rows into lines. Every row gets one before any gets a
// second, and so on; rows at the end that do not even get one are left out.
func (p *composition) cardLines(rows []fact, b draw.Box, labels float32) [][]string {
	wrap := func(f fact, maxLines int) []string {
		return p.main.Face.Wrap(f.text, p.near, cardRoom(f, b, labels), maxLines)
	}
	var out [][]string
	left := b.H - p.near*(descent+draw.CapHeight-nearLead)
	for _, f := range rows {
		if left -= p.near * (nearLead + cardGap); left < 0 {
			break
		}
		out = append(out, wrap(f, 1))
	}
	for maxLines := 2; maxLines <= maxRowLines; maxLines++ {
		for i := range out {
			if lines := wrap(rows[i], maxLines); left >= p.near*nearLead && len(lines) == maxLines {
				out[i] = lines
				left -= p.near * nearLead
			}
		}
	}
	return out
}
