package page

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func TestTiles_SayWhatAFormulaWaitsFor(t *testing.T) {
	test.NewTempApp(t)
	readings := []*board.Reading{uitest.Computed("c", "Cost"), uitest.Waiting("w", "Cost")}
	for _, style := range []config.Style{config.Fill, config.Edge} {
		tiles := Tiles(testView(composed(readings, style, 0), fyne.NewSize(1920, 1080), "midnight"))
		for _, want := range []struct {
			kind  draw.Kind
			tile  int
			texts string
		}{
			{"number", 0, "$3,000"},
			{"period", 0, "October"},
			{"waits", 0, "waits for New customers"},
			{"waits", 1, ""}, // said in the place of the number
			{"number", 1, ""},
			{"sentence", 1, "waits for New customers"},
			{"status", 1, "waiting"},
		} {
			got := ""
			for _, text := range uitest.Texts(tiles[want.tile], want.kind) {
				if got != "" && want.kind == "sentence" {
					got += " "
				}
				got += text
			}
			if got != want.texts {
				t.Errorf("style %v: the %s of tile %d is %q, want %q", style, want.kind, want.tile, got, want.texts)
			}
		}
	}
}
