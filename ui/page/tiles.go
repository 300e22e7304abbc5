package page

import (
	"kpiwall/data/board"
	"kpiwall/themes"
	"kpiwall/ui/draw"
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

// Tiles draws the page's tiles in its order, each as a list of its own,
// and behind them the headings, if there are any.
func Tiles(v View) [][]draw.Element {
	page := v.Shown()
	if page == nil {
		return nil
	}
	f := v.Frame()
	placed := v.place(page, f)
	tiles := make([]tile, len(page.Tiles))
	keys := make([]planKey, len(tiles))
	rows := map[planKey]row{}
	c := v.Board.Config
	for i, id := range page.Tiles {
		b := placed.tiles[i]
		tiles[i] = tile{
			reading: v.Board.Readings[id], box: b,
			now: v.Board.Now, palette: v.Palette, style: c.Screen.Style, chart: c.Charts[id],
		}
		keys[i] = planKey{b.H, i < len(placed.hero) && placed.hero[i]}
		r := rows[keys[i]]
		if len(r.readings) == 0 || b.W < r.width {
			r.width = b.W
		}
		r.readings = append(r.readings, tiles[i].reading)
		rows[keys[i]] = r
	}
	floor := placed.floor(f.Floor)
	plans, digits := planPage(rows, floor, kind{style: c.Screen.Style, charts: c.Charts, poster: len(tiles) == 1})
	out := make([][]draw.Element, len(tiles))
	for i, t := range tiles {
		size := digits[keys[i].hero]
		t.plan = plans[keys[i]].stretched(t.box.W)
		if t.plan.chart.H == 0 {
			t.plan.chart = t.plan.besideNumbers(sameWidth(tiles, t.box.W), size)
		}
		t.digits = min(size, FitNumber(t.reading.Parts, t.plan.numberRoom, floor))
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
		if t.box.W == w {
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
		fits := bestFit(r.readings, pl.numberRoom, floor, pl.numberCap/draw.CapHeight)
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
func composeHeadings(v View, headings []heading) []draw.Element {
	var s draw.Sheet
	f, p := v.Frame(), v.Palette
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.SecondaryText(p.Ground, p.MinContrast), On: p.Ground}
	for _, h := range headings {
		s.Text("heading "+h.text, k.Face.Shorten(h.text, k.Size, h.box.W), h.box.X, h.box.Bottom()-k.Size*0.46, k)
	}
	return s.Elements
}
