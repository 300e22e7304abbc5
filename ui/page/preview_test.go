package page

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// Wherever a KPI is on the wall, and if it is nowhere, its preview is a tile that says
// what it should, within the room that it is given.
func TestPreview_IsATileInItsRoom(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for name, pages := range map[string][]config.Page{
			"a page of its own": {{ID: "p", Tiles: []string{"x"}}},
			"nowhere":           nil,
			"an overview":       {{ID: "p", Tiles: []string{"x", "k1"}, Overview: true}},
			"the second page":   {{ID: "p", Tiles: []string{"k1"}}, {ID: "q", Tiles: []string{"k1", "k2", "x", "k3", "k4"}}},
		} {
			b := uitest.Board(append(uitest.Many(5), uitest.Reading("x", "Churn", "2.1", " %", kpi.OnTarget))...)
			b.Config.Pages = pages
			v := testView(b, size, "midnight")
			r := uitest.Reading("x", "Churn", "7.9", " %", kpi.Below)
			room := draw.NewBox(size.Width*0.4, size.Height*0.2, size.Width*0.3, size.Height*0.3)
			all := Preview(v, r, room)
			number := uitest.Texts(all, "number")
			if len(number) == 0 || number[0] != "7.9" || len(uitest.Texts(all, "name")) == 0 {
				t.Errorf("%s at %v: the preview says %q", name, size, number)
				continue
			}
			place := PreviewPlace(v, "x", room)
			for _, e := range all {
				if !uitest.Within(e, place) {
					t.Errorf("%s at %v: %s %q is outside of %v", name, size, e.Part, e.Text, place)
				}
			}
			if !uitest.Within(draw.Element{At: all[0].At, Size: all[0].Size}, room) {
				t.Errorf("%s at %v: the preview is %v in %v", name, size, all[0].Box(), room)
			}
			if got := b.Readings["x"].Status; got != kpi.OnTarget {
				t.Errorf("the board's own reading is %v now", got)
			}
		}
	}
}
