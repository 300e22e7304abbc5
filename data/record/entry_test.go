package record_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/record"
	"kpiwall/data/words"

	"kpiwall/data/kpi"
)

func TestPut_RecordsUnderTheMomentThatIsMeant(t *testing.T) {
	rows := []struct{ id, at, want string }{
		{"mrr", "", "2026-11-21"},
		{"mrr", "2026-10-31", "2026-10-31"},
		{"mrr", "2026-12-31", "2026-12-31"}, // one period ahead
		{"mrr", "2026-11-21T12:00:00Z", "2026-11-21T12:00:00Z"},
		{"sold", "", "2026-11-21"}, // a free day
		{"orders", "", "2026-11-21T12:40:00Z"},
		{"orders", "2026-11-21T11:30:00Z", "2026-11-21T11:30:00Z"},
	}
	for _, row := range rows {
		o := newOffice(t)
		o.now = noon.Add(40*time.Minute + 300*time.Millisecond)
		saved := o.put(o.input(row.id, "7", row.at))
		if got := saved.Value.At.String(); got != row.want || saved.Value.KPI != row.id || saved.Value.ID == 0 {
			t.Errorf("%s at %q is recorded at %s as %+v, want %s", row.id, row.at, got, saved.Value, row.want)
		}
	}
}

func TestPut_TodayIsThatOfTheBoard(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2026, 11, 30, 23, 30, 0, 0, time.UTC) // half past midnight in Berlin
	if saved := o.put(o.input("mrr", "7", "")); saved.Value.At.String() != "2026-12-01" || !strings.Contains(o.says(saved), "December") {
		t.Errorf("recorded at %s: %s", saved.Value.At, o.says(saved))
	}
}

func TestPut_AddsAsThePeriodCombines(t *testing.T) {
	type step struct{ typed, at string }
	rows := []struct {
		name, id string
		steps    []step
		want     string // in force in the period afterwards
	}{
		{
			"a sum: values of their own in one second", "visits",
			[]step{{"+15", ""}, {"+15", ""}, {"+1", ""}},
			"2026-11-21T12:00:00Z=15 2026-11-21T12:00:01Z=15 2026-11-21T12:00:02Z=1",
		},
		{
			"a sum beside the whole number of a day", "visits",
			[]step{{"20", ""}, {"+5", ""}},
			"2026-11-21=20 2026-11-21T12:00:00Z=5",
		},
		{
			"a sum on a day that is named", "visits",
			[]step{{"20", "2026-11-18"}, {"+5", "2026-11-18"}, {"+2", "2026-11-19"}},
			"2026-11-18=25 2026-11-19=2",
		},
		{"a sum: less is no addition", "visits", []step{{"20", ""}, {"-5", ""}}, "2026-11-21=-5"},
		{"the last value of the same day", "churn", []step{{"0.1", ""}, {"+0.2", ""}}, "2026-11-21=0.3"},
		{
			"the last value of the period", "churn",
			[]step{{"2", "2026-11-05"}, {"+1", ""}},
			"2026-11-05=2 2026-11-21=3",
		},
		{
			"a moment of its own before the last", "churn",
			[]step{{"2", "2026-11-05"}, {"9", "2026-11-10"}, {"+1", "2026-11-05"}},
			"2026-11-05=3 2026-11-10=9",
		},
		{"an hour", "orders", []step{{"2", ""}, {"+1", ""}}, "2026-11-21T12:00:00Z=3"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			o := newOffice(t)
			for _, s := range row.steps {
				o.put(o.input(row.id, s.typed, s.at))
			}
			if got := o.values(row.id, kpi.AtInstant(noon)); got != row.want {
				t.Errorf("in force is %s, want %s", got, row.want)
			}
		})
	}
}

// A value that slips into the next second must not slip into the next day.
func TestPut_AnAdditionStaysInItsPeriod(t *testing.T) {
	o := newOffice(t)
	o.now = time.Date(2026, 11, 18, 22, 59, 59, 900_000_000, time.UTC) // the last second of the day in Berlin
	for range 3 {
		o.put(o.input("sold", "+1", ""))
	}
	want := "2026-11-18T22:59:57Z=1 2026-11-18T22:59:58Z=1 2026-11-18T22:59:59Z=1"
	if got := o.values("sold", kpi.AtInstant(o.now)); got != want {
		t.Errorf("the day holds %s, want %s", got, want)
	}
}

func TestPut_RefusesAndSaysWhy(t *testing.T) {
	verdict := func(o *office, v float64, note string) Input {
		return Input{KPI: o.Config.KPI("mood"), Typed: kpi.Typed{Number: v}, Note: note}
	}
	rows := []struct {
		name string
		in   func(*office) Input
		want string
	}{
		{"more than a period ahead", func(o *office) Input { return o.input("mrr", "1", "2027-01-01") }, "January 2027 lies more than one period in the future"},
		{"hours ahead", func(o *office) Input { return o.input("orders", "1", "2026-11-21T14:00:00Z") }, "is the year right?"},
		{"a day for an hour", func(o *office) Input { return o.input("orders", "1", "2026-11-21") }, "does not say which hour"},
		{"adding to nothing", func(o *office) Input { return o.input("mrr", "+3", "") }, "no value to add to"},
		{"adding to another period", func(o *office) Input { return o.input("mrr", "+3", "2026-10-31") }, "no value to add to"},
		{"adding to a mean", func(o *office) Input { return o.input("wait", "+3", "") }, "are not added up"},
		{"no verdict", func(o *office) Input { return verdict(o, 0.5, "so so") }, "good, watch or bad"},
		{"an added verdict", func(o *office) Input {
			in := verdict(o, kpi.Good, "fine")
			in.Typed.Add = true
			return in
		}, "good, watch or bad"},
		{"a verdict without a sentence", func(o *office) Input { return verdict(o, kpi.Good, " \n") }, "a verdict needs its sentence"},
		{"a KPI of another board", func(o *office) Input {
			in := o.input("mrr", "1", "")
			in.KPI = &kpi.KPI{ID: "demo", Every: kpi.Day}
			return in
		}, "does not define"},
		{"a number beyond all", func(o *office) Input {
			o.put(o.input("mrr", "1", ""))
			in := o.input("mrr", "+1", "")
			in.Typed.Number = 1e300
			o.put(in)
			return in
		}, "between -1e300 and 1e300"},
	}
	for _, row := range rows {
		t.Run(row.name, func(t *testing.T) {
			o := newOffice(t)
			in := row.in(o)
			before := len(o.rows(in.KPI.ID))
			_, err := o.Put(t.Context(), in)
			if err == nil || !strings.Contains(words.Of(o.Config).Error(err), row.want) {
				t.Errorf("the error is %v, want %q", err, row.want)
			}
			if after := o.rows(in.KPI.ID); len(after) != before {
				t.Errorf("recorded %v", after[0])
			}
		})
	}
}

func TestPut_TakesAVerdictWithItsSentence(t *testing.T) {
	for number, want := range map[float64]string{
		kpi.Good: "Mood for week 47: good", kpi.Watch: "Mood for week 47: watch", kpi.Bad: "Mood for week 47: bad",
	} {
		o := newOffice(t)
		in := Input{KPI: o.Config.KPI("mood"), Typed: kpi.Typed{Number: number}}
		if _, err := o.Put(t.Context(), in); !errors.Is(err, ErrNoSentence) {
			t.Errorf("without a sentence: %v", err)
		}
		in.Note, in.By = " people smile\n", " Ada "
		saved := o.put(in)
		if o.says(saved) != want || saved.Reading.Note != "people smile" || saved.Value.EnteredBy != "Ada" {
			t.Errorf("saved %q with %q by %q", o.says(saved), saved.Reading.Note, saved.Value.EnteredBy)
		}
	}
}
