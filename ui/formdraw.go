package ui

import (
	"image/color"

	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// compose draws the form: what is typed and what the period has now on the
// left, and on the right how the wall would show it.
func (f *form) compose(p *pane, w *Wall, v page.View, e *entry) {
	full := p.in
	title := p.main()
	title.Size = p.size * 1.25
	p.line("title", f.kpi.Name, "", title, p.quiet())
	if f.gone {
		f.composeGone(p)
		return
	}
	c := v.Board.Config.Calendar
	p.composePeriod(f, dated(c, f.period(w), v.Now))
	if over := outlived(c, f.period(w), f.since, v.Now); over != "" {
		p.line("typed when", over, "", p.toned(kpi.Worse), p.quiet())
	}
	p.y += p.size * 0.3
	top := p.y
	p.in.W = full.W * 0.56
	if f.kpi.Judged {
		f.composeVerdicts(p)
	} else {
		f.composeInput(p)
	}
	p.wrapped("what it has now", f.now(w, v), 2, p.quiet(), false)
	left := p.y
	p.in = full
	f.composePreview(p, w, draw.NewBox(full.X+full.W*0.6, top, full.W*0.4, p.size*4.2))
	p.y = max(left, top+p.size*4.2) + p.size*0.5
	f.composeNote(p)
	m := f.message
	if m.text == "" {
		m = e.message
	}
	p.bottom(m, f.hint())
}

// composeGone says that the config has left the KPI out, and what becomes of what
// was typed.
func (f *form) composeGone(p *pane) {
	p.y += p.size * 0.3
	p.wrapped("gone", lacks(f.kpi.ID), 2, p.main(), false)
	if !f.draft.empty() {
		p.wrapped("typed", "What you typed waits for its return: "+f.words(), 2, p.quiet(), false)
	}
	p.bottom(f.message, "Esc back")
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
	p.wrapped("note", tail(k, note, p.in.W*1.9), 2, k, f.field == noteField)
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
func (f *form) now(w *Wall, v page.View) string {
	text := "reading …"
	if r := f.has(w); r != nil {
		text = "no value yet"
		if r.Has {
			text = "has " + r.Text
		}
		if typed, _, err := f.preview(w); err == nil && typed.Running.On {
			r = typed // what should be there by then is what it is judged by
		}
		if r.TargetText != "" {
			text += " · " + v.Words().NamedTarget(r.TargetText)
		}
	}
	if last := v.Board.Readings[f.kpi.ID]; last != nil && last.Has && last.Period != f.period(w) {
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
	big.Size = p.size * 2.6
	p.y += p.size * 0.3
	if f.field == valueField {
		p.typed("typed", f.text, big)
	} else {
		p.line("typed", tail(big, f.text, p.in.W*0.95), "", big, big)
	}
	p.y -= p.size * 0.9
}

// composePreview draws what is typed as a tile would show it: number, mark,
// word and colour. Without a number the tile is empty.
func (f *form) composePreview(p *pane, w *Wall, b draw.Box) {
	r, _, err := f.preview(w)
	if err != nil || (f.kpi.Judged && !f.judged) {
		p.Rect("preview", b, themes.Mix(p.palette.Panel, themes.Ink(p.palette.Panel), 0.06), p.size*0.25)
		return
	}
	fill := p.palette.Fill(r.Status)
	main := themes.Ink(fill)
	e := p.Rect("preview", b, fill, p.size*0.25)
	e.Stroke, e.Line = p.size*0.03, themes.SecondaryText(p.palette.Panel, p.palette.MinContrast)
	pad := p.size * 0.5
	size := page.FitNumber(r.Parts, b.W-2*pad, p.size)
	size = min(size, p.size*2.2)
	page.SetNumber(&p.Sheet, "preview", r.Parts, b.X+pad, b.Y+b.H*0.56, size, p.size, main, fill)
	mark, at := page.MarkSize(p.size), b.Bottom()-pad-p.size*0.1
	p.Art("mark", draw.NewBox(b.X+pad, at-p.size*draw.CapHeight/2-mark/2, mark, mark), chart.MarkOf(r.Status), main)
	p.Text("verdict", words.Of(w.board.Config).StatusText(r), b.X+pad+mark+p.size*0.35, at, draw.Ink{Face: draw.Semibold, Size: p.size, Color: main, On: fill})
}

// verdictInk returns the colour of a status in text on a ground that is not its fill.
func verdictInk(s kpi.Status, p themes.Palette, on color.NRGBA) color.NRGBA {
	if !s.Verdict() {
		return themes.SecondaryText(on, p.MinContrast)
	}
	return p.Text(s, on)
}

// composeVerdicts draws the three verdicts of a judged KPI.
func (f *form) composeVerdicts(p *pane) {
	x, at := p.in.X, p.y+p.size*draw.CapHeight
	for _, o := range []struct {
		text    string
		verdict float64
	}{{"g good", kpi.Good}, {"w watch", kpi.Watch}, {"b bad", kpi.Bad}} {
		k := p.quiet()
		s := kpi.JudgeVerdict(o.verdict)
		if f.judged && f.verdict == o.verdict {
			k = p.main()
			k.Color = verdictInk(s, p.palette, p.palette.Panel)
		}
		size := page.MarkSize(p.size)
		p.Art("mark", draw.NewBox(x, at-p.size*draw.CapHeight/2-size/2, size, size), chart.MarkOf(s), k.Color)
		x += size + p.size*0.35
		x += p.Text("verdict", o.text, x, at, k) + p.size*1.4
	}
	p.y = at + p.size*0.9
}
