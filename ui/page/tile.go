package page

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// tile is one KPI on a page, in its place.
type tile struct {
	subject
	box     draw.Box
	plan    plan
	digits  float32 // font size of the number
	palette themes.Palette
	style   config.Style

	fill        color.NRGBA // what the parts stand on
	note        []string    // its lines
	chartRoom   draw.Box    // of no height without a chart
	footedWidth float32     // of the period at the end of the foot
}

// compose draws a tile but for some of its parts.
func (t tile) compose(without ...draw.Kind) []draw.Element {
	s := draw.Sheet{Of: t.KPI.ID}
	t.fill = t.ground(&s)
	t.plan.spots = t.spots()
	t = t.withFoot()
	for i := range parts {
		if p := &parts[i]; !slices.Contains(without, p.kind) {
			p.set(t, &s, p)
		}
	}
	return s.Elements
}

// setName sets the name at the top.
func (t tile) setName(s *draw.Sheet, p *Part) {
	k := p.ink(t, t.plan.name, t.fill)
	t.setLines(s, p, k.Face.Wrap(p.says(t.subject).chosen(longest), k.Size, t.plan.inner(), t.plan.nameLines), t.plan.nameAt, NameLead, k)
}

// setNote sets the note at the top of the foot.
func (t tile) setNote(s *draw.Sheet, p *Part) {
	k := p.ink(t, t.plan.small, t.fill)
	t.setLines(s, p, t.note, t.plan.foot.Y+k.Size*draw.CapHeight, RowLead, k)
}

// setLines sets lines below each other, the first on a baseline of the plan.
func (t tile) setLines(s *draw.Sheet, p *Part, lines []string, baseline, lead float32, k draw.Ink) {
	for i, line := range lines {
		s.Text(p.kind, line, t.box.X+t.plan.pad, t.box.Y+baseline+float32(i)*k.Size*lead, k)
	}
}

func (t tile) setNumber(s *draw.Sheet, p *Part) {
	if t.speaks() {
		return
	}
	setNumber(s, p.kind, numberWords(t.subject), t.box.X+t.plan.pad, t.box.Y+t.plan.numberAt, t.digits, t.plan.floor, p.color(t, t.fill), t.fill)
}

// The largest text of a sentence, in sizes of small text; by how much it shrinks
// at a time until it fits; and how much of the free room is above it.
const (
	maxSentence    = 2
	sentenceStep   = 0.94
	aboveSentence  = 0.6
	sentenceSag    = 0.2  // how far its letters hang below the line, in its own size
	belowNameSpace = 0.25 // in sizes of small text
)

// setSentence sets what a judged KPI says in the room for its number, as large as
// it fits.
func (t tile) setSentence(s *draw.Sheet, p *Part) {
	text := p.says(t.subject).chosen(longest)
	if text == "" {
		return
	}
	pl := t.plan
	top := pl.nameAt + pl.nameHeight() - pl.name*draw.CapHeight + pl.small*belowNameSpace
	height := pl.numberAt - top
	k := p.ink(t, pl.floor, t.fill)
	var lines []string
	for size := max(pl.floor, min(t.digits, pl.small*maxSentence)); ; size = max(pl.floor, size*sentenceStep) {
		maxLines := max(1, int((height/size-draw.CapHeight-sentenceSag)/NameLead)+1)
		k.Size, lines = size, k.Face.Wrap(text, size, pl.numberRoom, maxLines)
		if size == pl.floor || !draw.Shortened(lines...) {
			break
		}
	}
	used := k.Size * (draw.CapHeight + NameLead*float32(len(lines)-1) + sentenceSag)
	top = min(top+max(0, (height-used)*aboveSentence), max(top-pl.small*belowNameSpace, pl.numberAt-used))
	t.setLines(s, p, lines, top+k.Size*draw.CapHeight, NameLead, k)
}

// setChart draws the history at the foot, below a note, or beside the number where the
// room is not that of a sentence.
func (t tile) setChart(s *draw.Sheet, p *Part) {
	room := t.chartRoom
	if room.H <= 0 {
		return
	}
	pens := chart.Pens{Fill: t.fill, Strong: t.strong(t.fill), Frame: t.chartFrame(room)}
	if a := p.art(t.subject, pens); a != nil {
		room = chart.Fit(a, room, t.plan.small, t.plan.pad)
		s.Art(p.kind, room.Moved(fyne.NewPos(t.box.X, t.box.Y)), a, p.color(t, t.fill))
	}
}

// speaks reports whether a sentence takes the place of the number.
func (s subject) speaks() bool { return len(sentenceWords(s).texts) > 0 }

// inWords reports whether words take the place of the number: a sentence, or the verdict
// of a judged KPI, which is a word too.
func (s subject) inWords() bool { return s.KPI.Judged || s.speaks() }

// The colours of parts: strong for what is read first, quiet for what explains it.
func (t tile) strong(on color.NRGBA) color.NRGBA { return themes.Ink(on) }

func (t tile) quiet(on color.NRGBA) color.NRGBA {
	return themes.SecondaryText(on, t.palette.MinContrast)
}

// trusted is quiet for a number that is none, or too old to be trusted.
func (t tile) trusted(on color.NRGBA) color.NRGBA {
	if t.Status == kpi.NoValue || t.Status == kpi.Overdue {
		return t.quiet(on)
	}
	return t.strong(on)
}

// spoken is quiet for a sentence that says why there is no number.
func (t tile) spoken(on color.NRGBA) color.NRGBA {
	if t.Status == kpi.Waiting {
		return t.quiet(on)
	}
	return t.strong(on)
}

// trend says whether a change went the right way: on calm fills only, since a loud
// fill already says what matters most.
func (t tile) trend(on color.NRGBA) color.NRGBA {
	better, worse := t.palette.Trend(on)
	switch t.Change.Trend {
	case kpi.Better:
		return better
	case kpi.Worse:
		return worse
	}
	return t.quiet(on)
}
