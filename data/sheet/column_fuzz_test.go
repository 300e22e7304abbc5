package sheet

import (
	"fmt"
	"strings"
	"testing"

	"kpiwall/data/config"
	"kpiwall/data/finding"
)

// Whatever a column holds, all its numbers are read by one decimal mark: none has as
// its value what only the other mark gives.
func FuzzRead_OneWayAColumn(f *testing.F) {
	for _, row := range forms {
		f.Add(row.cells, row.locale == "de-DE")
	}
	boards := map[bool]*config.Config{true: testConfig(f, "de-DE"), false: testConfig(f, "en-US")}
	f.Fuzz(func(t *testing.T, cells string, german bool) {
		list := strings.Split(strings.NewReplacer("\n", "", "\r", "", "\t", "", "\x00", "").Replace(cells), ";")
		cfg := boards[german]
		if len(list) > 30 {
			t.Skip()
		}
		var text strings.Builder
		text.WriteString("date\tmrr\n")
		for i, cell := range list {
			fmt.Fprintf(&text, "2026-10-%02d\t\"%s\"\n", i+1, strings.ReplaceAll(cell, `"`, `""`))
		}
		var by [2]int // how many numbers only a point, and only a comma, explains
		for v, err := range readCSV(strings.NewReader(text.String()), cfg) {
			if err != nil {
				if found := finding.Of(err); found == nil || found[0].Severity == finding.Problem {
					return
				}
				continue
			}
			cell := bare(cfg.KPI("mrr"), list[v.At.Day.Day-1])
			p, asPoint := rewrite(cell, point)
			c, asComma := rewrite(cell, comma)
			switch pv, cv := plainOf(p), plainOf(c); {
			case asPoint && pv == v.Number && !(asComma && cv == v.Number):
				by[0]++
			case asComma && cv == v.Number && !(asPoint && pv == v.Number):
				by[1]++
			}
		}
		if by[0] > 0 && by[1] > 0 {
			t.Errorf("two readings in one column: %q", list)
		}
	})
}

// plainOf returns a number that is no more than that.
func plainOf(s string) float64 {
	if v, err := parsePlain(s); isPlain(s) && err == nil {
		return v
	}
	return 1e299
}
