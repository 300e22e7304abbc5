package sheet

import (
	"strings"
	"testing"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

func TestLookup_FindsWhatPeopleCallAKPI(t *testing.T) {
	l := NewLookup(&config.Config{KPIs: []kpi.KPI{
		{ID: "mrr", Name: "Monthly revenue"},
		{ID: "churn", Name: "Churn"},
		{ID: "a", Name: "Twins"},
		{ID: "b", Name: "twins"},
		{ID: "revenue", Name: "mrr"}, // a name that is another's id
	}})
	rows := []struct{ text, id, problem string }{
		{"mrr", "mrr", ""},
		{"MRR", "mrr", ""},
		{"monthly REVENUE ", "mrr", ""},
		{"twins", "", "several KPIs"},
		{"mmr", "", `did you mean "mrr"`},
		{"chrun", "", ""},
		{"x", "", "kpiwall list"},
		{"", "", "no KPI; write its id"},
		{"Zürich office", "", "[kpi.z_rich_office]"},
	}
	for _, row := range rows {
		k, err := l.Find(row.text)
		switch {
		case row.id != "" && (err != nil || k.ID != row.id):
			t.Errorf("%q is %v (%v), want %q", row.text, k, err, row.id)
		case row.id == "" && (err == nil || !strings.Contains(words.English().Error(err), row.problem)):
			t.Errorf("%q gives %v, want an error with %q", row.text, err, row.problem)
		}
	}
}
