package ui

import (
	"image/color"

	"kpiwall/data/kpi"
	"kpiwall/themes"
)

// compose draws the form: what is typed and what the period has now on the
// left, and on the right how the wall would show it.
func (f *form) compose(p *pane, w *Wall, v view, e *entry) {
	full := p.in
	title := p.main()
	title.size = p.size * 1.25
	p.line("title", f.kpi.Name, "", title, p.quiet())
	p.composePeriod(f, v.board.Config.Calendar.Label(f.period(w), v.now))
	p.y += p.size * 0.3
	top := p.y
	p.in.w = full.w * 0.56
	if f.kpi.Judged {
		f.composeVerdicts(p)
	} else {
		f.composeInput(p)
	}
	p.wrapped("what it has now", f.now(w, v), 2, p.quiet(), false)
	left := p.y
	p.in = full
	f.composePreview(p, w, box{full.x + full.w*0.6, top, full.w * 0.4, p.size * 4.2})
	p.y = max(left, top+p.size*4.2) + p.size*0.5
	f.composeNote(p)
	m := f.message
	if m.text == "" {
		m = e.message
	}
	p.bottom(m, f.hint())
}

// composeNote draws the note, of which the end stays in sight.
func (f *form) composeNote(p *pane) {
	k, note := p.quiet(), "note: –"
	if f.note != "" {
		note = "note: " + f.note
	}
	if f.field == noteField {
		k, note = p.main(), "note: "+f.note
	}
	p.wrapped("note", tail(k, note, p.in.w*1.9), 2, k, f.field == noteField)
}

func (p *pane) composePeriod(f *form, label string) {
	k := p.quiet()
	if f.field == periodField {
		k, label = p.main(), "← "+label+" →"
	}
	p.line("period", label, "", k, k)
}

// hint names the keys that work in the field.
func (f *form) hint() string {
	switch {
	case f.field == noteField:
		return "Enter saves · Tab goes on · Esc back"
	case f.kpi.Judged:
		return "g good · w watch · b bad · Tab note · ← → period · Enter saves · Esc back"
	}
	return "Enter saves · Tab period, note · ← → period · ↑ ↓ step · Esc back"
}

// now says what the period holds already, and the target.
func (f *form) now(w *Wall, v view) string {
	text := "reading …"
	if r := f.has(w); r != nil {
		text = "no value yet"
		if r.Has {
			text = "has " + r.Text
		}
		if r.TargetText != "" {
			text += " · " + targetWord + r.TargetText
		}
	}
	if last := v.board.Readings[f.kpi.ID]; last != nil && last.Has && last.Period != f.period(w) {
		text += " · last " + last.Text
		if last.Label != "" {
			text += " (" + last.Label + ")"
		}
	}
	return text
}

// composeInput draws what is typed.
func (f *form) composeInput(p *pane) {
	big := p.main()
	big.size = p.size * 2.6
	p.y += p.size * 0.3
	if f.field == valueField {
		p.typed("typed", f.text, big)
	} else {
		p.line("typed", tail(big, f.text, p.in.w*0.95), "", big, big)
	}
	p.y -= p.size * 0.9
}

// composePreview draws what is typed as a tile would show it: number, mark,
// word and colour. Without a number the tile is empty.
func (f *form) composePreview(p *pane, w *Wall, b box) {
	r, err := f.preview(w)
	if err != nil || (f.kpi.Judged && !f.judged) {
		p.rect("preview", b, themes.Mix(p.palette.Panel, themes.Ink(p.palette.Panel), 0.06), p.size*0.25)
		return
	}
	fill := p.palette.Fill(r.Status)
	main := themes.Ink(fill)
	e := p.rect("preview", b, fill, p.size*0.25)
	e.stroke, e.line = p.size*0.03, themes.Quiet(p.palette.Panel, p.palette.Least)
	pad := p.size * 0.5
	size := fitNumber(r.Parts, b.w-2*pad, p.size)
	size = min(size, p.size*2.2)
	setNumber(&p.sheet, "preview", r.Parts, b.x+pad, b.y+b.h*0.56, size, p.size, main, fill)
	mark, at := markSize(p.size), b.bottom()-pad-p.size*0.1
	p.art("mark", box{b.x + pad, at - p.size*capHeight/2 - mark/2, mark, mark}, markOf(r.Status), main)
	p.text("verdict", statusWord(r), b.x+pad+mark+p.size*0.35, at, ink{face: semibold, size: p.size, color: main, on: fill})
}

// verdictInk returns the colour of a status in text on a ground that is not its fill.
func verdictInk(s kpi.Status, p themes.Palette, on color.NRGBA) color.NRGBA {
	if !s.Verdict() {
		return themes.Quiet(on, p.Least)
	}
	return p.Text(s, on)
}

// composeVerdicts draws the three verdicts of a judged KPI.
func (f *form) composeVerdicts(p *pane) {
	x, at := p.in.x, p.y+p.size*capHeight
	for _, o := range []struct {
		text    string
		verdict float64
	}{{"g good", kpi.Good}, {"w watch", kpi.Watch}, {"b bad", kpi.Bad}} {
		k := p.quiet()
		s := kpi.JudgeVerdict(o.verdict)
		if f.judged && f.verdict == o.verdict {
			k = p.main()
			k.color = verdictInk(s, p.palette, p.palette.Panel)
		}
		size := markSize(p.size)
		p.art("mark", box{x, at - p.size*capHeight/2 - size/2, size, size}, markOf(s), k.color)
		x += size + p.size*0.35
		x += p.text("verdict", o.text, x, at, k) + p.size*1.4
	}
	p.y = at + p.size*0.9
}
