package entry

import (
	"image/color"
	"strconv"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// compose draws the form, with a message and the keys at its foot: what is typed and
// what the period has now on the left, and on the right how the wall would show it.
func (f *form) compose(p *overlay.Pane, v page.View, m overlay.Message, keys []overlay.Binding) {
	p.Bottom(m, keys)
	full := p.In
	title := p.Main()
	title.Size = p.Size * 1.25
	p.Line("title", f.kpi.Name, "", title, p.Quiet())
	if f.gone {
		f.composeGone(p)
		return
	}
	c := v.Board.Config.Calendar.For(f.kpi)
	f.composePeriod(p, dated(p.Speech, c, f.period(), v.Now))
	if over := outlived(p.Speech, c, f.period(), f.since, v.Now); over != "" {
		p.Line("typed when", over, "", p.Toned(kpi.Worse), p.Quiet())
	}
	p.Y += p.Size * 0.3
	top := p.Y
	p.In.W = full.W * 0.56
	if f.kpi.Judged {
		f.composeVerdicts(p)
	} else {
		f.composeInput(p)
	}
	p.Wrapped("meaning", f.meaning(), 1, p.Main())
	replacing := f.replacing()
	p.Wrapped("what is replaced", replacing, 3, p.Main())
	p.Wrapped("what it has now", f.now(p.Speech, v, replacing != ""), 6, p.Quiet())
	left := p.Y
	p.In = full
	height := f.composePreview(p, draw.NewBox(full.X+full.W*0.6, top, full.W*0.4, p.Size*4.2))
	p.Y = max(left, top+height) + p.Size*0.5
	f.composeNote(p)
}

// composeGone says that the config has left the KPI out, and what becomes of what
// was typed.
func (f *form) composeGone(p *overlay.Pane) {
	p.Y += p.Size * 0.3
	p.Wrapped("gone", f.lacks(f.kpi.ID), 2, p.Main())
	if !f.draft.empty() {
		p.Wrapped("typed", p.Speech.Say("entry.typed", words.Args{"Text": f.summary(p.Speech)}), 2, p.Quiet())
	}
}

// composeNote draws the note, of which the end stays in sight.
func (f *form) composeNote(p *overlay.Pane) {
	if f.field == noteField {
		p.TypedLines("note", p.Speech.Say("entry.note", words.Args{"Text": f.note}), f.after, 2, p.Main())
		return
	}
	text := f.note
	if text == "" {
		text = "–"
	}
	k := p.Quiet()
	p.Wrapped("note", overlay.Tail(k, p.Speech.Say("entry.note", words.Args{"Text": text}), p.In.W*1.9), 2, k)
}

// composePeriod names the period, loudly where it is not that of now.
func (f *form) composePeriod(p *overlay.Pane, label string) {
	k, of := p.Quiet(), f.period()
	if of != f.current(f.kpi) {
		k = p.Main()
	}
	if of == f.gap {
		label = p.Speech.Say("entry.missing", words.Args{"Period": label})
	}
	if f.saysPeriod() {
		f.composeSaid(p)
		return
	}
	if f.field == periodField {
		k, label = p.Main(), "← "+label+" →"
	}
	p.Line("period", label, "", k, k)
}

// now says what the period holds already, unless it was said that this is replaced,
// and the target.
func (f *form) now(s *words.Speech, v page.View, replaced bool) string {
	var facts []string
	r := f.has()
	switch {
	case r == nil:
		facts = append(facts, s.Say("entry.reading", nil))
	case !r.Has:
		facts = append(facts, s.Say("entry.no_value", nil))
	case !replaced:
		facts = append(facts, s.Say("entry.has", words.Args{"Value": s.ReadingText(r)}))
	}
	if r != nil {
		if typed, _, err := f.preview(); err == nil && typed.Running.On {
			r = typed // what should be there by then is what it is judged by
		}
		if target := s.TargetText(r); target != "" {
			facts = append(facts, s.NamedTarget(target))
		}
	}
	if last := v.Board.Readings[f.kpi.ID]; last != nil && last.Has && last.Period != f.period() {
		facts = append(facts, s.Say("entry.last", words.Args{"Value": s.ReadingText(last), "Period": s.ReadingPeriod(last)}))
	}
	return strings.Join(facts, " · ")
}

// composeInput draws what is typed.
func (f *form) composeInput(p *overlay.Pane) {
	big := p.Main()
	big.Size = p.Size * 2.6
	p.Y += p.Size * 0.3
	if f.field == valueField {
		p.Typed("typed", f.text, f.after, p.In.W*0.95, big)
	} else {
		p.Line("typed", overlay.Tail(big, f.text, p.In.W*0.95), "", big, big)
	}
	p.Y -= p.Size * 0.9
}

// composePreview draws what is typed as a tile would show it: number or sentence,
// mark, word and colour. Without a number or a verdict the tile is empty. It returns
// its height, which is more than that of b where the words take two lines.
func (f *form) composePreview(p *overlay.Pane, b draw.Box) float32 {
	r, _, err := f.preview()
	if err != nil || (f.kpi.Judged && !f.judged) || f.addsToUnread() {
		p.Rect("preview", b, themes.Mix(p.Palette.Panel, themes.Ink(p.Palette.Panel), 0.06), p.Size*0.25)
		return b.H
	}
	judged := *r
	judged.Status = r.Verdict // that it is of an old period is no news to who types it
	r = &judged
	fill := p.Palette.Fill(r.Status)
	main := themes.Ink(fill)
	mark, pad, digits := page.MarkSize(p.Size), p.Size*0.5, b.Y+b.H*0.56
	k := draw.Ink{Face: draw.Semibold, Size: p.Size, Color: main, On: fill}
	room := b.W - pad*1.5 - mark - p.Size*0.35
	said := k.Face.Wrap(status(p.Speech, r, k, room), k.Size, room, 2)
	b.H += p.Size * page.RowLead * float32(len(said)-1)
	e := p.Rect("preview", b, fill, p.Size*0.25)
	e.Stroke, e.Line = p.Size*0.03, themes.SecondaryText(p.Palette.Panel, p.Palette.MinContrast)
	if f.kpi.Judged {
		for i, line := range k.Face.Wrap(strings.TrimSpace(f.note), k.Size, b.W-2*pad, 2) {
			p.Text("preview", line, b.X+pad, b.Y+pad+k.Size*(draw.CapHeight+float32(i)*page.RowLead), k)
		}
	} else {
		number := p.Speech.ReadingNumber(r)
		size := min(page.FitNumber(number, b.W-2*pad, p.Size), p.Size*2.2)
		page.SetNumber(&p.Sheet, "preview", number, b.X+pad, digits, size, p.Size, main, fill)
	}
	at := b.Bottom() - pad - p.Size*0.1 - p.Size*page.RowLead*float32(len(said)-1)
	p.Art("mark", draw.NewBox(b.X+pad, at-p.Size*draw.CapHeight/2-mark/2, mark, mark), chart.MarkOf(r.Status), main)
	for i, line := range said {
		p.Text("verdict", line, b.X+pad+mark+p.Size*0.35, at+p.Size*page.RowLead*float32(i), k)
	}
	return b.H
}

// addsToUnread reports whether what is typed goes on top of values that were not read
// yet: their sum is not known.
func (f *form) addsToUnread() bool {
	t, err := f.typedValue()
	return err == nil && t.Add && f.has() == nil
}

// status returns how r stands in as many words as there is room for.
func status(s *words.Speech, r *board.Reading, k draw.Ink, room float32) string {
	text := s.StatusText(r.Status, r)
	if k.Face.Width(text, k.Size, false) <= room {
		return text
	}
	all := s.ReadingStatus(r)
	return all[len(all)-1]
}

// verdictInk returns the colour of a status in text on a ground that is not its fill.
func verdictInk(s kpi.Status, p themes.Palette, on color.NRGBA) color.NRGBA {
	if !s.Verdict() {
		return themes.SecondaryText(on, p.MinContrast)
	}
	return p.Text(s, on)
}

// composeVerdicts draws the three verdicts of a judged KPI, in as many lines as they
// need.
func (f *form) composeVerdicts(p *overlay.Pane) {
	x, at := p.In.X, p.Y+p.Size*draw.CapHeight
	for i, verdict := range verdicts {
		k := p.Quiet()
		s := kpi.JudgeVerdict(verdict)
		if f.judged && f.verdict == verdict {
			k = p.Main()
			k.Color = verdictInk(s, p.Palette, p.Palette.Panel)
		}
		size, label := page.MarkSize(p.Size), strconv.Itoa(i+1)+" "+p.Speech.Verdict(verdict)
		if wide := size + p.Size*0.35 + draw.Semibold.Width(label, p.Size, false); x > p.In.X && x+wide > p.In.Right() {
			x, at = p.In.X, at+p.Size*1.4
		}
		p.Art("mark", draw.NewBox(x, at-p.Size*draw.CapHeight/2-size/2, size, size), chart.MarkOf(s), k.Color)
		x += size + p.Size*0.35
		x += p.Text("verdict", label, x, at, k) + p.Size*1.4
	}
	p.Y = at + p.Size*0.9
}
