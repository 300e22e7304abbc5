package page

import (
	"fmt"
	"image"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// room is how the tiles of a page use the room that they have, on average.
type room struct {
	number float64           // height of the digits, as a share of the tile's
	empty  float64           // share of the tile that is neither text nor chart nor the air around them
	shown  map[draw.Kind]int // on how many tiles a part is, in percent of those that have it
}

// The air around a text, in its own size; and the steps in which a tile is looked at.
const (
	airAbove  = 0.3
	airBeside = 0.25
	steps     = 120
)

// roomOf measures the tiles of v's page.
func roomOf(v View) room {
	r := room{shown: map[draw.Kind]int{}}
	tiles, ids := Tiles(v), v.Shown().Tiles
	wanted := map[draw.Kind]int{}
	for i, id := range ids {
		r.number += float64(numberOf(tiles[i]).Size.Height / tiles[i][0].Size.Height / float32(len(ids)))
		r.empty += emptyShare(tiles[i], v.Frame().Floor) / float64(len(ids))
		for p := range parts {
			kind, s := parts[p].kind, v.subject(id)
			if kind == kindNumber || kind == kindSentence || !parts[p].wanted(s) {
				continue
			}
			wanted[kind]++
			if uitest.Has(tiles[i], kind) {
				r.shown[kind]++
			}
		}
	}
	for kind, n := range wanted {
		r.shown[kind] = r.shown[kind] * 100 / n
	}
	return r
}

// emptyShare returns how much of a tile is covered by nothing.
func emptyShare(tile []draw.Element, floor float32) float64 {
	b := tile[0].Box()
	pad := max(padOfFloor*floor, padOfSide*min(b.W, b.H))
	var covered []draw.Box
	for _, e := range tile[1:] {
		box := e.Box()
		switch {
		case e.Text != "":
			up, side := e.Points*airAbove, e.Points*airBeside
			covered = append(covered, draw.NewBox(box.X-side, box.Y-up, box.W+2*side, box.H+2*up))
		case e.Part.Kind == kindChart || e.Part.Kind == "mark" || e.Part.Kind == "arrow":
			covered = append(covered, box.Inset(-floor*airBeside))
		}
	}
	empty := 0
	for i := range steps * steps {
		x, y := b.X+b.W*(float32(i%steps)+0.5)/steps, b.Y+b.H*(float32(i/steps)+0.5)/steps
		inside := x > b.X+pad && x < b.Right()-pad && y > b.Y+pad && y < b.Bottom()-pad
		for _, c := range covered {
			inside = inside && (x < c.X || x > c.Right() || y < c.Y || y > c.Bottom())
		}
		if inside {
			empty++
		}
	}
	return float64(empty) / (steps * steps)
}

// usualReadings are those of a page that is in order, with all that a tile can say.
func usualReadings(n int) (out []*board.Reading) {
	kinds := []struct {
		name, digits, suffix string
		status               kpi.Status
		target               kpi.Target
	}{
		{"Recurring revenue", "€42,170", "", kpi.OnTarget, kpi.Target{Min: 40_000, HasMin: true}},
		{"Solved at first contact", "73", " %", kpi.Near, kpi.Target{Min: 75, HasMin: true}},
		{"Qualified leads", "29", "", kpi.Below, kpi.Target{Min: 40, HasMin: true}},
		{"First reply in chat", "3:24", "", kpi.OnTarget, kpi.Target{Max: 240, HasMax: true}},
		{"Customers lost", "1.8", " %", kpi.OnTarget, kpi.Target{Max: 2.5, HasMax: true}},
		{"Cost per new customer", "€2,870", "", kpi.OnTarget, kpi.Target{Max: 3000, HasMax: true}},
	}
	for i := range n {
		k := kinds[i%len(kinds)]
		r := uitest.Reading(fmt.Sprint("k", i), k.name, k.digits, k.suffix, k.status)
		r.Target, r.Note = k.target, "Two large renewals came a month early"
		out = append(out, r)
	}
	return out
}

// The room of a tile is used: at most so much of it is empty, and the number has so much of
// its height. The table says how much, and what is shown.
func TestTiles_UseTheirRoom(t *testing.T) {
	test.NewTempApp(t)
	var table strings.Builder
	fmt.Fprintf(&table, "\n%-10s %5s %7s %6s   %s\n", "size", "tiles", "number", "empty", "shown, in percent of the tiles that have it")
	for _, size := range []fyne.Size{uitest.Sizes[1], uitest.Sizes[3], uitest.Sizes[4]} {
		for n := 1; n <= 12; n++ {
			r := roomOf(testView(composed(usualReadings(n), config.Fill, 0), size, "midnight"))
			fmt.Fprintf(&table, "%-10s %5d %6.0f%% %5.0f%%  ", fmt.Sprintf("%.0f×%.0f", size.Width, size.Height), n, 100*r.number, 100*r.empty)
			for _, kind := range []draw.Kind{kindStatus, kindChange, kindChart, kindPeriod, kindNote} {
				fmt.Fprintf(&table, " %s %d", kind, r.shown[kind])
			}
			table.WriteByte('\n')
			if n > 1 && r.number < 0.17 || r.empty > 0.36 || r.shown[kindStatus] < 100 {
				t.Errorf("%v, %d tiles: the number has %.2f of the height, and %.2f is empty", size, n, r.number, r.empty)
			}
		}
	}
	t.Log(table.String())
}

// What hangs below a line, such as a comma or a g, never touches what stands below it.
func TestTiles_SignsNeverTouchTheLineBelow(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range []fyne.Size{uitest.Sizes[1], uitest.Sizes[3], uitest.Sizes[4]} {
		for n := 1; n <= 12; n++ {
			for _, style := range []config.Style{config.Fill, config.Edge} {
				v := testView(composed(usualReadings(n), style, 0), size, "midnight")
				for _, tile := range Tiles(v) {
					checkSigns(t, fmt.Sprintf("%v, %d tiles, style %d", size, n, style), tile)
				}
			}
		}
	}
}

func checkSigns(t *testing.T, name string, tile []draw.Element) {
	t.Helper()
	var signs []draw.Element
	for _, e := range tile {
		if e.Text != "" {
			b := inked(e)
			e.At, e.Size = fyne.NewPos(b.X, b.Y), fyne.NewSize(b.W, b.H)
			signs = append(signs, e)
		}
	}
	for i, e := range signs {
		for _, o := range signs[i+1:] {
			if uitest.Overlap(e, o) {
				t.Errorf("%s: %v %q at %v touches %v %q at %v", name, e.Part, e.Text, e.Box(), o.Part, o.Text, o.Box())
			}
		}
	}
}

// inked returns the box of the pixels that a text colours.
func inked(e draw.Element) draw.Box {
	at, pad := e.At, e.Points
	e.At = fyne.NewPos(pad, pad)
	img := image.NewRGBA(image.Rect(0, 0, int(e.Size.Width+2*pad), int(e.Size.Height+2*pad)))
	draw.NewPainter().Paint(img, []image.Rectangle{img.Rect}, 1, image.Point{}, []draw.Element{e})
	var b image.Rectangle
	for i := 3; i < len(img.Pix); i += 4 {
		if img.Pix[i] > 64 {
			x, y := i/4%img.Rect.Dx(), i/4/img.Rect.Dx()
			b = b.Union(image.Rect(x, y, x+1, y+1))
		}
	}
	return draw.NewBox(at.X+float32(b.Min.X)-pad, at.Y+float32(b.Min.Y)-pad, float32(b.Dx()), float32(b.Dy()))
}
