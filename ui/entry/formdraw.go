package entry

import (
	"image/color"
	"strconv"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// Shares of the form's width and height: of the tile beside what is typed at most, and
// of the tile below it on an upright screen.
const (
	tileBeside = 0.52
	tileBelow  = 0.5
)

// Measures of the form, in sizes of its text: the room between what is typed and the
// tile; the size of what is typed; and the air above it, below it and above the note.
const (
	besideTile  = 1.2
	typedScale  = 2.4
	aboveTyped  = 0.3
	belowTyped  = 0.25
	aboveNote   = 0.4
	lineOfTyped = 1.4
	edgeOfTile  = 0.04
	placeCorner = 0.25
)

// The shades of a tile's place and of its edge, as shares of the way to the ink.
const (
	placeShade = 0.06
	edgeShade  = 0.3
)

// compose draws the form, with a message and the keys at its foot: what is typed and
// what the period has now, and beside it the tile as its page will show it.
func (f *form) compose(p *overlay.Pane, v page.View, m overlay.Message, keys []overlay.Binding) {
	p.FootWithMessage(m, keys)
	if f.gone {
		p.Head(f.kpi.Name, "")
		f.composeGone(p)
		return
	}
	full, upright := p.In, p.In.W < p.In.H
	var tile draw.Box
	if !upright {
		w := full.W * tileBeside
		tile = page.PreviewPlace(v, f.kpi.ID, draw.NewBox(full.Right()-w, full.Y, w, p.Room()))
		p.In.W = tile.X - p.Size*besideTile - full.X
	}
	p.Head(f.kpi.Name, "")
	c := v.Board.Config.Calendar.For(f.kpi)
	f.composePeriod(p, dated(p.Speech, c, f.period(), v.Now))
	if over := outlived(p.Speech, c, f.period(), f.since, v.Now); over != "" {
		p.Wrapped("typed when", over, 2, p.Toned(kpi.Worse))
	}
	if f.kpi.Judged {
		f.composeVerdicts(p)
	} else {
		f.composeInput(p)
	}
	if upright {
		tile = page.PreviewPlace(v, f.kpi.ID, draw.NewBox(full.X, p.Y, full.W, p.In.H*tileBelow))
		tile.X = full.X
		p.Y = tile.Bottom() + p.Size*aboveNote
	}
	p.Wrapped("meaning", f.meaning(), 2, p.Main())
	replacing := f.replacing()
	p.Wrapped("what is replaced", replacing, 3, p.Main())
	for _, fact := range f.now(p.Speech, v, replacing != "") {
		p.Wrapped("what it has now", fact, 3, p.Quiet())
	}
	p.Y += p.Size * aboveNote
	f.composeNote(p)
	f.composePreview(p, v, tile)
	p.KeepsUpTo(tile.Bottom())
}

// composeGone says that the config has left the KPI out, and what becomes of what
// was typed.
func (f *form) composeGone(p *overlay.Pane) {
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
	p.Wrapped("period", label, 2, k)
}

// now says what the period holds already, unless it was said that this is replaced,
// the target, and the last value before.
func (f *form) now(s *words.Speech, v page.View, replaced bool) (facts []string) {
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
	return facts
}

// composeInput draws what is typed.
func (f *form) composeInput(p *overlay.Pane) {
	big := p.Main()
	big.Size = p.Size * typedScale
	p.Y += p.Size * aboveTyped
	if f.field == valueField {
		p.Typed("typed", f.text, f.after, p.In.W*0.95, big)
	} else {
		p.Line("typed", overlay.Tail(big, f.text, p.In.W*0.95), big)
	}
	p.Y += p.Size*(draw.CapHeight+belowTyped) - big.Size*(lineOfTyped-draw.CapHeight)
}

// composePreview draws what is typed as the tile on its page that it will be. Without a
// number or a verdict there is only the tile's place.
func (f *form) composePreview(p *overlay.Pane, v page.View, place draw.Box) {
	r := f.tile()
	if r == nil {
		p.Rect("preview", place, themes.Mix(p.Palette.Panel, themes.Ink(p.Palette.Panel), placeShade), p.Size*placeCorner)
		return
	}
	r.Status = r.Verdict // that it is of an old period is no news to who types it
	tile := page.Preview(v, r, place)
	p.Elements = append(p.Elements, tile...)
	edge := p.Rect("preview", place, themes.Clear, tile[0].Radius) // some tiles have the panel's colour
	edge.Stroke, edge.Line = max(1, p.Size*edgeOfTile), themes.Mix(p.Palette.Panel, themes.Ink(p.Palette.Panel), edgeShade)
}

// tile returns what the wall will show once what is typed is saved, or nil where that
// is not known.
func (f *form) tile() *board.Reading {
	t, err := f.typedValue()
	if err != nil || f.kpi.Judged && !f.judged || f.addsToUnread() {
		return nil
	}
	p := f.period()
	return record.PreviewTile(f.wall.Board(), f.kpi, p, f.values[p], f.content(t), f.wall.Now())
}

// addsToUnread reports whether what is typed goes on top of values that were not read
// yet: their sum is not known.
func (f *form) addsToUnread() bool {
	t, err := f.typedValue()
	return err == nil && t.Add && f.has() == nil
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
	p.Y += p.Size * aboveTyped
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
