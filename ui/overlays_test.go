package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// wideSizes are a usual TV, an upright one and a very wide one.
var wideSizes = []fyne.Size{{Width: 1920, Height: 1080}, {Width: 1080, Height: 1920}, {Width: 3440, Height: 1440}}

// Who goes from one overlay to another finds it where the last one was.
func TestOverlays_HaveOnePlaceOneWidthAndOneHead(t *testing.T) {
	type place struct{ panel, title draw.Box }
	first := map[fyne.Size]place{}
	for name, open := range screensOfEntry {
		if name == "detail" {
			continue // it is a page of its own
		}
		o := newOffice(t, "")
		open(o)
		for _, size := range wideSizes {
			o.window.Resize(size)
			all := o.top().Compose(o.view())
			panel, _ := uitest.Part(all, "panel")
			title, _ := uitest.Part(all, "title")
			got := place{panel.Box(), title.Box()}
			got.panel.H, got.title.W = 0, 0 // as high as what is in it
			if name == "gone" || first[size] == (place{}) {
				first[size] = got
				continue
			}
			if got != first[size] {
				t.Errorf("%s at %v stands at %+v, another at %+v", name, size, got, first[size])
			}
			if keys := uitest.Texts(all, "keys"); len(keys) == 0 || keys[len(keys)-1] != "back" && keys[len(keys)-1] != "keeps it" {
				t.Errorf("%s at %v does not end with how to leave it: %q", name, size, keys)
			}
		}
	}
}

// The list has as many rows as there is room for.
func TestOverlays_TheListUsesItsHeight(t *testing.T) {
	var more strings.Builder
	for i := range 40 {
		fmt.Fprintf(&more, "[kpi.more%d]\nname = \"Another one of many %d\"\nevery = \"month\"\n", i, i)
	}
	o := newOffice(t, more.String())
	o.press(fyne.KeyReturn)
	for _, size := range wideSizes {
		o.window.Resize(size)
		names := slices.DeleteFunc(slices.Clone(o.over()), func(e draw.Element) bool { return e.Part.Kind != "KPI" })
		further, _ := uitest.Part(o.over(), "more")
		keys, _ := uitest.Part(o.over(), "key")
		row := names[1].At.Y - names[0].At.Y
		message := row * 1.2 // there may be one
		if left := keys.At.Y - further.Box().Bottom() - message; left > row {
			t.Errorf("%v: %d rows of %v, and %v are left below", size, len(names), row, left)
		}
		panel, _ := uitest.Part(o.over(), "panel")
		if f := o.view().Frame(); f.Tiles.Bottom()-panel.Box().Bottom() > row {
			t.Errorf("%v: the list ends at %v, the wall at %v", size, panel.Box().Bottom(), f.Tiles.Bottom())
		}
	}
}

// Who types a name sees the rows go, and the panel stay as high: what has retired was no
// row of it.
func TestOverlays_TheListKeepsItsHeightWhileANameIsTyped(t *testing.T) {
	o := newOffice(t, "[kpi.old]\nname = \"Sales of the old shop\"\nevery = \"month\"\nretired = 2026-10-31\n")
	o.cfg = o.cfg.On(kpi.DateOf(uitest.Now))
	o.refresh()
	o.window.Resize(wideSizes[0])
	o.press(fyne.KeyReturn)
	before, _ := uitest.Part(o.over(), "panel")
	o.write("churn")
	o.wants("Churn")
	if after, _ := uitest.Part(o.over(), "panel"); after.Box() != before.Box() {
		t.Errorf("the panel is %v and then %v", before.Box(), after.Box())
	}
}

// What the form shows is what the wall shows once it is saved: the same words in the same
// places, as large or smaller as a whole.
func TestForm_ShowsTheTileOfThePage(t *testing.T) {
	for id, typed := range map[string]string{"churn": "2.1", "cash": "5000", "leads": "31"} {
		for _, size := range wideSizes {
			o := newOffice(t, "")
			o.window.Resize(size)
			o.enter(id)
			o.write(typed)
			form := uitest.Tile(o.over(), id)
			o.press(fyne.KeyReturn)
			o.refresh()
			o.clear()
			var wall []draw.Element
			for _, l := range o.layers.tiles {
				wall = append(wall, uitest.Tile(l.Shown, id)...)
			}
			if len(form) != len(wall) {
				t.Fatalf("%s at %v: the form shows %q, the wall %q", id, size, textsOf(form), textsOf(wall))
			}
			scale := form[0].Size.Width / wall[0].Size.Width
			if scale > 1.001 || scale < 0.5 {
				t.Errorf("%s at %v: the form shows the tile %v times as large", id, size, scale)
			}
			for i, want := range wall {
				got := form[i]
				dx := got.At.X - form[0].At.X - (want.At.X-wall[0].At.X)*scale
				dy := got.At.Y - form[0].At.Y - (want.At.Y-wall[0].At.Y)*scale
				limit := form[0].Size.Width * 0.03
				if got.Text != want.Text || got.Color != want.Color || max(dx, -dx) > limit || max(dy, -dy) > limit {
					t.Errorf("%s at %v: the form shows %s %q, off by %v, %v; the wall %s %q", id, size, got.Part, got.Text, dx, dy, want.Part, want.Text)
				}
			}
		}
	}
}

// The help stands over what it explains.
func TestHelp_LeavesWhatItExplainsInSight(t *testing.T) {
	o := newOffice(t, "")
	o.detail("mrr")
	o.write("?")
	if !uitest.Has(o.layers.cover.Shown, "title of the detail") || !uitest.Has(o.layers.cover.Shown, "help") {
		t.Errorf("the help of the detail stands over %q", textsOf(o.layers.cover.Shown))
	}
}
