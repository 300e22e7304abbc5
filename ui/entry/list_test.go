package entry

import (
	"testing"

	"kpiwall/data/kpi"
)

func TestMatches_FindsWordsByTheirFirstLetters(t *testing.T) {
	for _, row := range []struct {
		name, filter string
		want         bool
	}{
		{"Öffentliche Aufträge", "auf öff", true},
		{"Öffentliche Aufträge", "träge", false},
		{"Net-Umsatz", "UMS", true},
		{"İstanbul siparişleri", "istan", true},
		{"İstanbul siparişleri", "İST", true},
		{"Isparta", "ıs", true},
		{"ISPARTA", "is", true},
		{"ısı", "IS", true},
	} {
		if got := matches(&kpi.KPI{ID: "x", Name: row.name}, row.filter); got != row.want {
			t.Errorf("%q in %q: %v", row.filter, row.name, got)
		}
	}
}
