package ui

import (
	"kpiwall/data/board"
	"kpiwall/themes"
)

// besideHero is how large the numbers beside a hero are at most, as a share of
// the hero's.
const besideHero = 0.7

// planKey tells which tiles of a page share a plan: those of one height. The
// plan is that of the narrowest; wider ones stretch it, so that the numbers of a
// row stand on one baseline.
type planKey struct {
	h    float32
	hero bool
}

// row is what tiles of one plan have in common.
type row struct {
	width    float32 // of the narrowest
	readings []*board.Reading
}

// composeTiles draws the page's tiles in its order, each as a list of its own,
// and behind them the headings, if there are any.
func composeTiles(v view) [][]element {
	page := v.pageOf()
	if page == nil {
		return nil
	}
	f := v.frame()
	placed := f.place(page)
	tiles := make([]tile, len(page.Tiles))
	keys := make([]planKey, len(tiles))
	rows := map[planKey]row{}
	c := v.board.Config
	for i, id := range page.Tiles {
		b := placed.tiles[i]
		tiles[i] = tile{
			reading: v.board.Readings[id], box: b,
			now: v.board.Now, palette: v.palette, style: c.Screen.Style, chart: c.Charts[id],
		}
		keys[i] = planKey{b.h, i < len(placed.hero) && placed.hero[i]}
		r := rows[keys[i]]
		if len(r.readings) == 0 || b.w < r.width {
			r.width = b.w
		}
		r.readings = append(r.readings, tiles[i].reading)
		rows[keys[i]] = r
	}
	plans, digits := planPage(rows, f.floor, kind{style: c.Screen.Style, charts: c.Charts, poster: len(tiles) == 1})
	out := make([][]element, len(tiles))
	for i, t := range tiles {
		size := digits[keys[i].hero]
		t.plan = plans[keys[i]].stretched(t.box.w)
		if t.plan.chart.h == 0 {
			t.plan.chart = t.plan.besideNumbers(sameWidth(tiles, t.box.w), size)
		}
		t.digits = min(size, fitNumber(t.reading.Parts, t.plan.numberRoom, f.floor))
		out[i] = t.compose()
	}
	if len(placed.headings) > 0 {
		out = append(out, composeHeadings(v, placed.headings))
	}
	return out
}

// sameWidth returns the readings of the tiles of a width.
func sameWidth(tiles []tile, w float32) []*board.Reading {
	var out []*board.Reading
	for _, t := range tiles {
		if t.box.w == w {
			out = append(out, t.reading)
		}
	}
	return out
}

// planPage plans the tiles, and returns the font sizes that the digits of the
// page and those of its heroes share.
func planPage(rows map[planKey]row, floor float32, k kind) (map[planKey]plan, map[bool]float32) {
	plans, digits := map[planKey]plan{}, map[bool]float32{}
	for key, r := range rows {
		pl := planTiles(r.width, key.h, floor, r.readings, k)
		plans[key] = pl
		fits := bestFit(r.readings, pl.numberRoom, floor, pl.numberCap/capHeight)
		if d, ok := digits[key.hero]; !ok || fits < d {
			digits[key.hero] = fits
		}
	}
	if hero, ok := digits[true]; ok { // whatever else stands on the page, the hero is read first
		digits[false] = min(digits[false], hero*besideHero)
	}
	return plans, digits
}

// composeHeadings draws the titles of the page's groups.
func composeHeadings(v view, headings []heading) []element {
	var s sheet
	f, p := v.frame(), v.palette
	k := ink{face: semibold, size: f.floor, color: themes.Quiet(p.Ground, p.Least), on: p.Ground}
	for _, h := range headings {
		s.text("heading "+h.text, k.face.shorten(h.text, k.size, h.box.w), h.box.x, h.box.bottom()-k.size*0.46, k)
	}
	return s.elements
}
