package ui

// cardGap is the distance of two rows of the card beyond that of lines, in
// sizes of its text.
const cardGap = 0.14

// card draws the definition card and returns where it ends.
func (p *detailPage) card(b box) (bottom float32) {
	rows := p.definition().facts()
	var labels float32
	for _, f := range rows {
		if f.label != "" {
			labels = max(labels, p.quiet.face.width(f.label, p.near, false)+p.near*0.9)
		}
	}
	at := b.y + p.near*capHeight
	for i, lines := range p.cardLines(rows, b, labels) {
		p.text("label of the card", rows[i].label, b.x, at, p.quiet)
		for _, line := range lines {
			p.text("card", line, b.right()-cardRoom(rows[i], b, labels), at, p.main)
			at += p.near * nearLead
		}
		at += p.near * cardGap
	}
	return at - p.near*(nearLead+cardGap-0.2)
}

// cardRoom returns the width of a row's text: behind the labels, or all of it
// where the row has none.
func cardRoom(f fact, b box, labels float32) float32 {
	if f.label == "" {
		return b.w
	}
	return b.w - labels
}

// longest is how many lines a row of the card may take.
const longest = 12

// cardLines breaks rows into lines. Every row gets one before any gets a
// second, and so on; rows at the end that do not even get one are left out.
func (p *detailPage) cardLines(rows []fact, b box, labels float32) [][]string {
	wrap := func(f fact, most int) []string {
		return p.main.face.wrap(f.text, p.near, cardRoom(f, b, labels), most)
	}
	var out [][]string
	left := b.h - p.near*(0.2+capHeight-nearLead)
	for _, f := range rows {
		if left -= p.near * (nearLead + cardGap); left < 0 {
			break
		}
		out = append(out, wrap(f, 1))
	}
	for most := 2; most <= longest; most++ {
		for i := range out {
			if lines := wrap(rows[i], most); left >= p.near*nearLead && len(lines) == most {
				out[i] = lines
				left -= p.near * nearLead
			}
		}
	}
	return out
}
