package page

import (
	"maps"
	"slices"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/ui/draw"
)

// Preview draws the tile of r as its page will show it, in its size there, at the top
// right of room; smaller, with all that is on it, where room is. It is that of the page
// that stands where that has the tile.
func Preview(v View, r *board.Reading, room draw.Box) []draw.Element {
	b := *v.Board
	b.Readings = maps.Clone(b.Readings)
	b.Readings[r.KPI.ID] = r
	v.Board = &b
	v, i := v.previewed(r.KPI.ID, room)
	from := v.tilePlace(i)
	to := atTopRight(room, from)
	tile := Tiles(v)[i]
	for j := range tile {
		tile[j].At = tile[j].At.AddXY(to.X-from.X, to.Y-from.Y)
	}
	return tile
}

// PreviewPlace returns the place of [Preview] for a KPI.
func PreviewPlace(v View, id string, room draw.Box) draw.Box {
	v, i := v.previewed(id, room)
	return atTopRight(room, v.tilePlace(i))
}

func atTopRight(room, b draw.Box) draw.Box {
	return draw.NewBox(room.Right()-b.W, room.Y, b.W, b.H)
}

// previewed returns the view of a screen on which the tile of a KPI has room in room,
// and where on its page it stands. A screen of the same proportions has the same
// picture.
func (v View) previewed(id string, room draw.Box) (View, int) {
	v = v.withTile(id)
	i := slices.Index(v.Shown().Tiles, id)
	b := v.tilePlace(i)
	if k := min(room.W/b.W, room.H/b.H); k < 1 {
		v.Size = fyne.NewSize(v.Size.Width*k, v.Size.Height*k)
	}
	return v, i
}

func (v View) tilePlace(i int) draw.Box { return v.place(v.Shown(), v.Frame()).tiles[i] }

// usualTiles is how many tiles are on the page on which what has no tile is shown.
const usualTiles = 4

// withTile returns the view of a page that has the tile of a KPI: of one that is on no
// page but an overview, and of a measure, a page like others.
func (v View) withTile(id string) View {
	has := func(p config.Page) bool { return !p.Overview && slices.Contains(p.Tiles, id) }
	pages := v.Board.Config.Pages
	if v.Page < len(pages) && has(pages[v.Page]) {
		return v
	}
	if i := slices.IndexFunc(pages, has); i >= 0 {
		v.Page = i
		return v
	}
	c, b := *v.Board.Config, *v.Board
	c.Pages, b.Config = []config.Page{{Tiles: slices.Repeat([]string{id}, usualTiles)}}, &c
	v.Board, v.Page = &b, 0
	return v
}
