package detail

import (
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

func definitionOf(r *board.Reading) definition {
	return definition{r, kpi.Calendar{Zone: time.UTC}, words.Of(&config.Config{Locale: uitest.English, Calendar: kpi.Calendar{Zone: time.UTC}}), uitest.Now}
}

func TestDefinition_SaysWhatIsThereAndLeavesOutTheRest(t *testing.T) {
	for _, row := range []struct {
		name string
		kpi  kpi.KPI
		min  float64 // of the target; 0: none
		want string
	}{
		{"nothing", kpi.KPI{}, 0, ": no definition yet: add definition, owner and target in the config"},
		{
			"only a target",
			kpi.KPI{Targets: kpi.Plan{{}}},
			3,
			": no definition yet: add definition and owner in the config; target: ≥ 3",
		},
		{"judged", kpi.KPI{Judged: true}, 0, ": no definition yet: add definition and owner in the config"},
		{"only an owner", kpi.KPI{Owner: "Ann"}, 0, "owner: Ann"},
		{"blanks", kpi.KPI{Owner: "Ann", Source: " \n "}, 0, "owner: Ann"},
		{"target without a reason", kpi.KPI{Owner: "Ann"}, 3, "target: ≥ 3; owner: Ann"},
		{"reason without a target", kpi.KPI{Why: "we need it"}, 0, "target: we need it"},
		{"leading", kpi.KPI{Leads: kpi.Leading, Drives: "sales"}, 0, "drives: leading · sales"},
		{"lagging alone", kpi.KPI{Leads: kpi.Lagging}, 0, "drives: lagging"},
		{
			"everything", *uitest.Defined("x"), 60, "measures: " + uitest.Defined("x").Definition +
				"; target: ≥ 60 · it pays for the team of today; owner: Head of sales; source: Billing, report 'Active subscriptions'" +
				"; objective: Live from subscriptions; drives: lagging · Follows qualified leads by a quarter",
		},
	} {
		var said []string
		for _, f := range definitionOf(&board.Reading{KPI: &row.kpi, Target: kpi.Target{Min: row.min, HasMin: row.min > 0}}).facts() {
			said = append(said, f.label+": "+f.text)
		}
		if got := strings.Join(said, "; "); got != row.want {
			t.Errorf("%s: the card says %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestDefinition_SaysHowOldTheValueIsAndWhenTheNextIsDue(t *testing.T) {
	at := func(s string) kpi.At {
		a, err := kpi.ParseAt(s)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	moment := func(s string) time.Time { return at(s).Instant }
	month, hour := &kpi.KPI{Every: kpi.Month}, &kpi.KPI{Every: kpi.Hour, Combine: kpi.Sum}
	for _, row := range []struct {
		name string
		r    board.Reading
		want string
	}{
		{"no value", board.Reading{KPI: month, Fresh: kpi.Freshness{Due: true}}, "every month, last value; the first is due"},
		{
			"up to date",
			board.Reading{KPI: month, Has: true, At: at("2026-11-19"), LastConfirmed: moment("2026-11-20T09:14:00Z")},
			"value of 19 Nov; recorded today 09:14; every month, last value; next due 1 Dec",
		},
		{
			"due",
			board.Reading{KPI: month, Has: true, At: at("2026-10-31"), LastConfirmed: moment("2026-11-02T09:14:00Z"), Fresh: kpi.Freshness{Due: true, Since: moment("2026-11-01T00:00:00Z")}},
			"value of 31 Oct; recorded 2 Nov 09:14; every month, last value; due since 1 Nov",
		},
		{
			"overdue since last year",
			board.Reading{KPI: month, Has: true, At: at("2025-09-30"), LastConfirmed: moment("2025-10-02T09:14:00Z"), Fresh: kpi.Freshness{Due: true, Overdue: true, Since: moment("2025-11-01T00:00:00Z")}},
			"value of 30 Sep 2025; recorded 2 Oct 2025 09:14; every month, last value; overdue since 1 Nov 2025",
		},
		{
			"hourly",
			board.Reading{KPI: hour, Has: true, At: at("2026-11-20T14:05:00Z")},
			"value of today 14:05; every hour, sum of values; next due today 15:00",
		},
		{
			"judged",
			board.Reading{KPI: &kpi.KPI{Every: kpi.Week, Judged: true}, Fresh: kpi.Freshness{Due: true}},
			"judged every week; the first is due",
		},
	} {
		if got := strings.Join(definitionOf(&row.r).age(), "; "); got != row.want {
			t.Errorf("%s: %s\nwant %s", row.name, got, row.want)
		}
	}
}

func TestInLines_JoinsPiecesAndBreaksNone(t *testing.T) {
	test.NewTempApp(t)
	k := draw.Ink{Face: draw.Medium, Size: 20}
	pieces := []string{"value of 31 Oct", "recorded 2 Nov 09:14", "every month, last value", "due since 1 Nov"}
	if got := inLines(k, pieces, 10000); len(got) != 1 {
		t.Errorf("with all the room there is: %q", got)
	}
	got := inLines(k, pieces, k.Face.Width(pieces[2]+" · "+pieces[3], 20, false)+1)
	if want := []string{pieces[0] + " · " + pieces[1], pieces[2] + " · " + pieces[3]}; !slices.Equal(got, want) {
		t.Errorf("in two lines: %q", got)
	}
}

func TestDefinition_ShowsTheFormulaItsInputsAndTheArithmetic(t *testing.T) {
	said := func(r *board.Reading) (text string) {
		for _, f := range definitionOf(r).facts() {
			text += f.label + ": " + f.text + "; "
		}
		return text
	}
	const formula = "formula: marketing_spend / new_customers"
	if got := said(uitest.Computed("c", "Cost")); !strings.Contains(got, formula+" · $48,000 / 16 = $3,000; made from: Marketing spend $48,000 · New customers 16; ") {
		t.Error(got)
	}
	if got := said(uitest.Waiting("c", "Cost")); !strings.Contains(got, formula+"; made from: Marketing spend $50,000 · New customers –; ") {
		t.Error(got)
	}
	if got := strings.Join(definitionOf(uitest.Computed("c", "Cost")).age(), " · "); strings.Contains(got, "due") || !strings.Contains(got, "computed every month") {
		t.Errorf("it says %q, though nobody enters it", got)
	}
}
