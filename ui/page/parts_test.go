package page

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/config"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// withOwner adds a piece to the table of parts for the time of a test.
func withOwner(t *testing.T) {
	t.Helper()
	before := parts
	t.Cleanup(func() { parts = before })
	parts = append(slices.Clone(parts), Part{
		kind: "owner", set: tile.setPiece, face: draw.Medium, color: tile.quiet, row: belowRows,
		words: func(subject) wording { return wording{texts: []string{"owned by the head of sales", "head of sales"}} },
	})
}

// A row of the table is all that a further piece needs to be set, and to be missed.
func TestParts_AFurtherPieceIsOneRow(t *testing.T) {
	test.NewTempApp(t)
	withOwner(t)
	for _, style := range []config.Style{config.Fill, config.Edge} {
		for n := 1; n <= 9; n++ {
			v := testView(composed(uitest.Many(n), style, 0), uitest.Sizes[1], "midnight")
			checkLegible(t, v)
			missed := slices.ContainsFunc(lacks(v), func(l lack) bool { return l.part == "owner" && l.fault == leftOut })
			shown := uitest.Has(Tiles(v)[0], "owner")
			if n <= 2 && !shown || n == 9 && !missed || shown && missed {
				t.Errorf("%d tiles, style %v: the owner is shown: %v, missed: %v", n, style, shown, missed)
			}
		}
	}
	v := testView(uitest.Board(uitest.Many(1)...), uitest.Sizes[1], "midnight")
	room := draw.NewBox(0, 0, 700, 700)
	if got := uitest.Texts(Single(v, v.Board.Readings["k0"], room), "owner"); !slices.Equal(got, []string{"owned by the head of sales"}) {
		t.Errorf("alone it says %q", got)
	}
}
