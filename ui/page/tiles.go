package page

import (
	"slices"

	"kpiwall/data/config"
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
	subjects []subject
}

// Tiles draws the page's tiles in its order, each as a list of its own,
// and behind them the headings, if there are any.
func Tiles(v View) [][]draw.Element {
	page := v.Shown()
	switch {
	case page == nil:
		return nil
	case page.Overview:
		return v.overview(page)
	}
	f := v.Frame()
	placed := v.place(page, f)
	tiles, keys, rows := v.tilesOf(page, placed)
	floor := placed.floor(f.Floor)
	plans, digits := planPage(rows, floor, look{style: v.Board.Config.Screen.Style, tiles: len(tiles)})
	for i, pl := range ownPlans(tiles, keys, plans, digits) {
		tiles[i].plan, tiles[i].digits = pl, min(digits[keys[i].hero], fitNumber(numberWords(tiles[i].subject), pl.numberRoom, floor))
	}
	makeTerse(tiles)
	out := make([][]draw.Element, 0, len(tiles)+1)
	for _, t := range tiles {
		out = append(out, t.compose())
	}
	if len(placed.headings) > 0 {
		out = append(out, composeHeadings(v, placed.headings))
	}
	return out
}

// tilesOf returns the tiles of a page at their places, not planned yet, which plan each
// of them has, and what those of a plan have in common.
func (v View) tilesOf(page *config.Page, placed placement) (tiles []tile, keys []planKey, rows map[planKey]row) {
	tiles, keys, rows = make([]tile, len(page.Tiles)), make([]planKey, len(page.Tiles)), map[planKey]row{}
	for i, id := range page.Tiles {
		b := placed.tiles[i]
		tiles[i] = tile{subject: v.subject(id), box: b, palette: v.Palette, style: v.Board.Config.Screen.Style}
		keys[i] = planKey{b.H, i < len(placed.hero) && placed.hero[i]}
		r, known := rows[keys[i]]
		if !known || b.W < r.width {
			r.width = b.W
		}
		rows[keys[i]] = r
	}
	for i := range tiles {
		r := rows[keys[i]]
		tiles[i].wider = tiles[i].box.W - r.width
		r.subjects = append(r.subjects, tiles[i].subject)
		rows[keys[i]] = r
	}
	return tiles, keys, rows
}

// ownPlans returns the plan of each tile in its own width: the same for those that look
// alike.
func ownPlans(tiles []tile, keys []planKey, plans map[planKey]plan, digits map[bool]float32) []plan {
	type like struct {
		planKey
		w float32
	}
	made := map[like]plan{}
	out := make([]plan, len(tiles))
	for i, t := range tiles {
		of := like{keys[i], t.box.W}
		pl, known := made[of]
		if !known {
			pl = plans[keys[i]].stretched(t.box.W)
			if pl.foot.H == 0 {
				pl.beside = pl.besideNumbers(sameWidth(tiles, t.box.W), digits[keys[i].hero])
			}
			made[of] = pl
		}
		out[i] = pl
	}
	return out
}

// makeTerse leaves "on target" to the target, the mark and the colour on all tiles
// where one of them has no room for the words: what a tile says follows from its page,
// not from how long its number is.
func makeTerse(tiles []tile) {
	status := partOf(kindStatus)
	cramped := func(t tile) bool {
		w := status.says(t.subject)
		return t.saysOnTarget() && status.width(w.texts[0], t.plan.small) > t.spots()[kindStatus].room
	}
	if !slices.ContainsFunc(tiles, cramped) {
		return
	}
	for i := range tiles {
		tiles[i].terse = true
		delete(tiles[i].said, kindStatus)
	}
}

// subject returns what the tile of a KPI is about.
func (v View) subject(id string) subject {
	return subject{Reading: v.Board.Readings[id], say: v.Words(), chart: v.Board.Config.Charts[id], said: map[draw.Kind]wording{}}
}

// sameWidth returns the subjects of the tiles of a width.
func sameWidth(tiles []tile, w float32) []subject {
	var out []subject
	for _, t := range tiles {
		if t.box.W == w {
			out = append(out, t.subject)
		}
	}
	return out
}

// planPage plans the tiles, and returns the font sizes that the digits of the
// page and those of its heroes share.
func planPage(rows map[planKey]row, floor float32, l look) (map[planKey]plan, map[bool]float32) {
	plans, digits := map[planKey]plan{}, map[bool]float32{}
	for key, r := range rows {
		pl := planTiles(r.width, key.h, floor, r.subjects, l)
		plans[key] = pl
		fits := bestFit(r.subjects, pl.numberRoom, floor, pl.numberCap/draw.CapHeight)
		if d, ok := digits[key.hero]; !ok || fits < d {
			digits[key.hero] = fits
		}
	}
	if hero, ok := digits[true]; ok { // whatever else stands on the page, the hero is read first
		digits[false] = min(digits[false], hero*besideHero)
	}
	return plans, digits
}

// aboveTiles is how far above its tiles a heading stands, in font sizes.
const aboveTiles = 0.46

// kindHeading is the title of a group.
const kindHeading draw.Kind = "heading"

// composeHeadings draws the titles of the page's groups.
func composeHeadings(v View, headings []heading) []draw.Element {
	var s draw.Sheet
	untitled := "page.no_objective"
	if v.Shown().Overview {
		untitled = "page.others"
	}
	f, p := v.Frame(), v.Palette
	k := draw.Ink{Face: draw.Semibold, Size: f.Floor, Color: themes.SecondaryText(p.Ground, p.MinContrast), On: p.Ground}
	for _, h := range headings {
		if h.text == "" {
			h.text = v.Words().Say(untitled, nil)
		}
		s.Text(kindHeading, k.Face.Shorten(h.text, k.Size, h.box.W), h.box.X, h.box.Bottom()-k.Size*aboveTiles, k)
	}
	return s.Elements
}
