package detail

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// A period that goes unnamed between two that are named looks like one that is missing.
func TestDetailChart_NamesTheLastPeriodAndOthersAtASteadyDistance(t *testing.T) {
	test.NewTempApp(t)
	for _, size := range uitest.Sizes {
		for span := range Spans {
			all := Compose(detailView(uitest.Monthly(uitest.Defined("x"), uitest.Sloping(36)...), size, "midnight"), "x", span, testHints)
			var named []string
			var middles []float32
			for _, e := range all {
				if e.Part.Kind == "date" {
					named, middles = append(named, e.Text), append(middles, e.At.X+e.Size.Width/2)
				}
			}
			if n := len(named); n < 3 || n > 13 || named[0] != "Oct" {
				t.Fatalf("%v: the periods named are %q", size, named)
			}
			for i := 2; i < len(middles); i++ { // the last one may end with the chart
				if d := (middles[i-1] - middles[i]) - (middles[1] - middles[2]); i > 2 && (d > 2 || d < -2) {
					t.Errorf("%v: %q stands out of step by %v", size, named[i], d)
				}
			}
		}
	}
}

func TestDetailChart_OfOnePeriodNamesItOnce(t *testing.T) {
	test.NewTempApp(t)
	all := Compose(detailView(uitest.Monthly(uitest.Defined("x"), 7), uitest.Sizes[0], "midnight"), "x", 1, testHints)
	if dates := uitest.Texts(all, "date"); !slices.Equal(dates, []string{"Oct"}) {
		t.Errorf("the periods named are %q", dates)
	}
}

func TestDetailChart_LeavesAUnitOutThatIsLongerThanTheAxisHasRoomFor(t *testing.T) {
	test.NewTempApp(t)
	k := &kpi.KPI{ID: "x", Format: kpi.Format{Suffix: " customers of all kinds"}}
	all := Compose(detailView(uitest.Monthly(k, 10, 20), uitest.Sizes[0], "midnight"), "x", 1, testHints)
	if !slices.Contains(uitest.Texts(all, "scale"), "14") {
		t.Errorf("the scale reads %q", uitest.Texts(all, "scale"))
	}
}

func TestDetailChart_WithoutAChartSaysWhy(t *testing.T) {
	test.NewTempApp(t)
	for want, values := range map[string][]float64{
		"no values yet: Enter takes the first":       nil,
		"these values are too far apart for a chart": {1.7e308, -1.7e308},
	} {
		all := Compose(detailView(uitest.Monthly(&kpi.KPI{ID: "x"}, values...), uitest.Sizes[1], "midnight"), "x", 1, testHints)
		if got := uitest.Texts(all, "chart"); !slices.Equal(got, []string{want}) {
			t.Errorf("it says %q, want %q", got, want)
		}
	}
}

func TestPeriodName_IsShort(t *testing.T) {
	test.NewTempApp(t)
	v := detailView(uitest.Monthly(uitest.Defined("x"), 7), uitest.Sizes[0], "midnight")
	p := compositionOf(v)
	c := v.Board.Config.Calendar
	at := time.Date(2025, 10, 3, 9, 0, 0, 0, time.UTC)
	for _, row := range []struct {
		every kpi.Cadence
		at    time.Time
		want  string
	}{
		{kpi.Hour, uitest.Now, "14:00"},
		{kpi.Hour, uitest.Now.AddDate(0, 0, -1), "19 Nov 14:00"},
		{kpi.Day, uitest.Now, "20 Nov"},
		{kpi.Day, at, "3 Oct 2025"},
		{kpi.Week, uitest.Now, "week 47"},
		{kpi.Week, at, "week 40 2025"},
		{kpi.Month, uitest.Now, "Nov"},
		{kpi.Month, at, "Oct 2025"},
		{kpi.Quarter, at, "Q4 2025"},
		{kpi.Year, at, "2025"},
	} {
		if got := p.periodName(c.Period(row.every, row.at)); got != row.want {
			t.Errorf("a %s is called %q, want %q", row.every, got, row.want)
		}
	}
}
