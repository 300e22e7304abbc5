package page

import (
	"slices"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/ui/chart"
	"kpiwall/ui/draw"
)

// lack is something that a page does not show as it should. What is left out is
// named by the part; its message is "part.PART".
type lack struct {
	what  string   // "target"
	tiles []string // of these KPIs
}

// The lacks that are no part which is left out.
const (
	smallNumber   = "number"
	smallText     = "text"
	shortName     = "name"
	shortSentence = "sentence"
)

// finding says what l is on the page of v. What is left out is lost to whoever
// looks; what is small or shortened can be read all the same, with effort.
func (l lack) finding(v View) finding.Finding {
	f := finding.Finding{Severity: finding.Note, Subject: v.Shown().ID, Args: finding.Args{
		"Tiles": l.tiles, "Every": len(l.tiles) > 1 && len(l.tiles) == len(v.Shown().Tiles), "Total": len(v.Shown().Tiles),
		"Metres": distanceOf(v.Board.Config.Screen), "Least": leastArc,
	}}
	switch l.what {
	case smallNumber:
		f.Code, f.Args["Arc"] = "lint.number", arcOf(v, smallNumber, l.tiles[0])
	case smallText:
		f.Code, f.Args["Arc"] = "lint.text", arcOf(v, shortName, l.tiles[0])
	case shortName:
		f.Code = "lint.name"
	case shortSentence:
		f.Severity, f.Code = finding.Warning, "lint.sentence"
	default:
		f.Severity, f.Code, f.Args["Part"] = finding.Warning, "lint.left_out", "part."+l.what
	}
	return f.With(remedy(v, l))
}

// lacks compares what the tiles of v's page should show with what they do.
func lacks(v View) []lack {
	var out []lack
	note := func(what, id string) {
		i := slices.IndexFunc(out, func(l lack) bool { return l.what == what })
		if i < 0 {
			i, out = len(out), append(out, lack{what: what})
		}
		out[i].tiles = append(out[i].tiles, id)
	}
	tiles := Tiles(v)
	floor := FloorSize(v.Size, v.Board.Config.Screen)
	for i, id := range v.Shown().Tiles {
		shown := map[string]draw.Element{}
		for _, e := range tiles[i] {
			part, _, _ := strings.Cut(e.Part, " of tile ")
			shown[part] = e
			if part == "number" && e.Tabular && e.Points < floor*0.99 {
				note(smallNumber, id)
			}
			if part == shortName && e.Points < floor*0.97 && !strings.HasSuffix(e.Text, "…") {
				note(smallText, id)
			}
		}
		for _, part := range expected(v, v.Board.Readings[id]) {
			e, found := shown[part]
			cut := part == shortName || part == shortSentence
			if !found || cut && strings.HasSuffix(e.Text, "…") {
				note(part, id)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b lack) int { return slices.Index(partOrder, a.what) - slices.Index(partOrder, b.what) })
	return out
}

// partOrder is the order in which parts matter.
var partOrder = []string{smallNumber, smallText, shortSentence, shortName, "status", "change", "target", "chart", "period", "note"}

// expected returns the parts that the tile of r should have.
func expected(v View, r *board.Reading) []string {
	parts := []string{shortName, "status"}
	for part, wanted := range map[string]bool{
		shortSentence: sentence(r) != "",
		"change":      changeWidth(r, 1) > 0,
		"target":      r.TargetText != "",
		"chart":       chart.Of(r, v.Board.Config.Charts[r.KPI.ID], chart.Pens{}) != nil,
		"period":      r.Label != "",
		"note":        noteOf(r) != "",
	} {
		if wanted {
			parts = append(parts, part)
		}
	}
	return parts
}

// arcOf returns the height of the text of a part of a KPI's tile in minutes of
// arc; of a number that of its digits.
func arcOf(v View, part, id string) float64 {
	for _, tile := range Tiles(v) {
		for _, e := range tile {
			if e.Part == part+" of tile "+id && (e.Tabular || part != smallNumber) {
				return leastArc * float64(e.Size.Height) / capFor(leastArc, v.Size, v.Board.Config.Screen)
			}
		}
	}
	return 0
}
