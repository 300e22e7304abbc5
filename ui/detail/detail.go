// Package detail composes the page of one KPI: its number, the history over the
// targets, the notes that say why, and the definition.
package detail

import (
	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// Spans are the lengths of the detail's chart, in periods.
var Spans = [...]int{12, 24, 36}

// Hint is a key that does something in the detail, and what, in some words and in
// fewer.
type Hint struct{ Key, Words, Short string }

// Compose draws the KPI id over the whole screen, with a history of Spans[span]
// periods, and hints at its foot. It covers the page: what is below would be read as if
// it belonged to the KPI.
func Compose(v page.View, id string, span int, hints []Hint) []draw.Element {
	return compose(v, id, span, hints).Elements
}

// compose composes the detail in the size that its text should have, or in a smaller
// one, down to the smallest, where that shows what would be cut.
func compose(v page.View, id string, span int, hints []Hint) *composition {
	p := composeWith(page.NearSize(v), v, id, span, hints)
	for size := p.near - 1; len(p.cut) > 0 && size >= page.MinNearSize(v); size-- {
		if q := composeWith(size, v, id, span, hints); len(q.cut) < len(p.cut) {
			p = q
		}
	}
	return p
}

func composeWith(near float32, v page.View, id string, span int, hints []Hint) *composition {
	p := newComposition(near, v, id, span, hints)
	p.Rect("ground", draw.NewBox(0, 0, v.Size.Width, v.Size.Height), v.Palette.Ground, 0)
	body := p.head()
	p.foot()
	if p.reading == nil {
		p.gone(body)
		return p
	}
	points := p.window(Spans[p.span])
	switch {
	case v.Size.Width < v.Size.Height:
		p.stack(body, points)
	case v.Size.Width > 2*v.Size.Height:
		p.threeColumns(body, points)
	default:
		p.columns(body, points)
	}
	p.Elements = append(p.Elements, page.Notice(v)...)
	return p
}
