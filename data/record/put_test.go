package record_test

import (
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"time"

	. "kpiwall/data/record"
	"kpiwall/data/words"

	"kpiwall/data/kpi"
)

func TestPut_SaysWhatStands(t *testing.T) {
	rows := []struct{ id, before, at, typed, want string }{
		{"mrr", "", "", "42000", "MRR €42,000 for November · on target"},
		{"mrr", "", "2026-10-31", "39500", "MRR €39,500 for October · below"},
		{"mrr", "", "2026-12-31", "42000", "MRR €42,000 for December · on target; the wall shows it when that period begins"},
		{"mrr", "41000@2026-11-30", "", "39000", "MRR €39,000 for November, now €41,000 · on target"},
		{"visits", "30@2026-11-18", "", "+15", "Visits 15 for week 47, now 45 · on target"},
		{"visits", "30@2026-11-08", "", "+15", "Visits 15 for week 47 · below"},
		{"wait", "3@2026-11-18", "", "5", "Wait 5.0 for November, now 4.0 · no target"},
		{"orders", "", "", "7", "Orders 7 for 13:00 · no target"},
		{"churn", "", "", "5", "Churn 5.0% for November · above"},
	}
	for _, row := range rows {
		o := newOffice(t)
		if typed, at, found := strings.Cut(row.before, "@"); found {
			o.put(o.input(row.id, typed, at))
		}
		if got := o.says(o.put(o.input(row.id, row.typed, row.at))); got != row.want {
			t.Errorf("%s says %q, want %q", row.id, got, row.want)
		}
	}
}

func TestPut_TheVerySameValueIsNotNew(t *testing.T) {
	o := newOffice(t)
	put := func(change func(*Input)) Saved {
		t.Helper()
		in := o.input("mrr", "42000", "")
		in.By, in.Note = "Ada", "two renewals"
		change(&in)
		return o.put(in)
	}
	first := put(func(*Input) {})
	rows := []struct {
		name   string
		change func(*Input)
		isNew  bool
	}{
		{"the same", func(*Input) {}, false},
		{"by somebody else", func(in *Input) { in.By, in.Source = "Bob", "cron" }, false},
		{"with another note", func(in *Input) { in.Note = "three renewals" }, true},
		{"another number", func(in *Input) { in.Typed.Number = 42001 }, true},
		{"the first once more", func(*Input) {}, true},
	}
	if !first.New {
		t.Error("the first value is not new")
	}
	for _, row := range rows {
		if got := put(row.change); got.New != row.isNew {
			t.Errorf("%s: new is %v", row.name, got.New)
		}
	}
	if rows := o.rows("mrr"); len(rows) != 5 {
		t.Errorf("history has %d rows, want 5: the same by the same is one", len(rows))
	}
}

func TestPut_GoroutinesAtOnceAllCount(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("churn", "0", ""))
	const people, each = 4, 5
	var all sync.WaitGroup
	for range people {
		all.Go(func() {
			for range each {
				for _, id := range []string{"visits", "churn"} {
					if _, err := o.Put(t.Context(), o.input(id, "+1", "")); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	all.Wait()
	for id, want := range map[string]float64{"visits": people * each, "churn": people * each} {
		k := o.Config.KPI(id)
		p := o.Config.Calendar.Period(k.Every, o.now)
		values, err := o.Period(t.Context(), k, p)
		if got := Reading(o.Config, k, p, values, o.now).Number; err != nil || got != want {
			t.Errorf("%s is %v, %v; want %v", id, got, err, want)
		}
	}
}

// What the form shows before Enter and what the store holds after it must be
// the same, whatever stands in the period.
func TestPreview_IsWhatPutThenSays(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	o := newOffice(t)
	moments := []string{"", "2026-11-17", "2026-11-21", "2026-11-22", "2026-11-19T08:00:00Z", "2026-11-21T12:00:01Z", "2026-10-31", "2026-11-15T23:30:00Z"}
	typed := []string{"0", "7", "-2", "+3", "+0.1", "40"}
	refused := 0
	const steps = 60
	for n := range steps {
		id := []string{"mrr", "churn", "visits", "sold", "wait"}[r.IntN(5)]
		in := o.input(id, typed[r.IntN(len(typed))], moments[r.IntN(len(moments))])
		in.Note = []string{"", "why"}[r.IntN(2)]
		at := in.At
		if at.IsZero() {
			at = kpi.AtInstant(o.now)
		}
		p, _ := o.Config.Calendar.PeriodAt(in.KPI.Every, at)
		values, err := o.Period(t.Context(), in.KPI, p)
		if err != nil {
			t.Fatal(err)
		}
		preview, _ := Preview(o.Config, in.KPI, p, values, kpi.Usual{}, in, o.now)
		saved, err := o.Put(t.Context(), in)
		if err != nil {
			refused++
			if stands := Reading(o.Config, in.KPI, p, values, o.now); !preview.Equal(stands) {
				t.Fatalf("step %d: %v, and yet the preview is %+v", n, err, preview)
			}
			continue
		}
		after, _ := o.Period(t.Context(), in.KPI, p)
		if stands := Reading(o.Config, in.KPI, p, after, o.now); !preview.Equal(stands) || !saved.Reading.Equal(stands) {
			t.Fatalf("step %d, %s %+v: previewed %+v, said %+v, stands %+v", n, id, in, preview, saved.Reading, stands)
		}
	}
	if refused == 0 || refused > steps/2 {
		t.Errorf("%d of %d were refused: the test shows little", refused, steps)
	}
}

func TestPreview_LeavesThePeriodAsItIs(t *testing.T) {
	o := newOffice(t)
	k := o.Config.KPI("mrr")
	p := o.Config.Calendar.Period(k.Every, o.now)
	if r, _ := Preview(o.Config, k, p, nil, kpi.Usual{}, o.input("mrr", "+3", ""), o.now); r.Has || words.Of(o.Config).ReadingText(r) != "–" {
		t.Errorf("an addition to nothing makes %+v", r)
	}
	values := []kpi.Value{{At: kpi.At{Day: kpi.Date{Year: 2026, Month: time.November, Day: 2}}, Number: 5}}
	if r, _ := Preview(o.Config, k, p, values, kpi.Usual{}, o.input("mrr", "9", "2026-10-31"), o.now); r.Number != 5 {
		t.Errorf("October's value makes November %v", r.Number)
	}
	if r, _ := Preview(o.Config, k, p, values, kpi.Usual{}, o.input("mrr", "9", "2026-11-02"), o.now); r.Number != 9 || values[0].Number != 5 {
		t.Errorf("a correction makes %v, and of the values given %v", r.Number, values[0].Number)
	}
}

// Where the last value stands for the period, a tile shows its note alone.
func TestPreview_ShowsTheNoteOfTheTile(t *testing.T) {
	o := newOffice(t)
	in := o.input("mrr", "41000", "2026-11-05")
	in.Note = "a large order"
	o.put(in)
	k := in.KPI
	p := o.Config.Calendar.Period(k.Every, o.now)
	values, err := o.Period(t.Context(), k, p)
	if err != nil {
		t.Fatal(err)
	}
	if r, _ := Preview(o.Config, k, p, values, kpi.Usual{}, o.input("mrr", "42000", ""), o.now); r.Note != "" || words.Of(o.Config).ReadingText(r) != "€42,000" {
		t.Errorf("42,000 without a note is shown with %q", r.Note)
	}
}

func TestPut_ScalesWhatProgramsSend(t *testing.T) {
	o := newOffice(t)
	k := *o.Config.KPI("churn")
	k.Scale = 100
	for _, row := range []struct {
		typed  string
		person bool
		want   float64
	}{{"0.82", false, 82}, {"0.82", true, 0.82}, {"82%", false, 82}, {"% 82", false, 82}} {
		in := o.input("churn", row.typed, "")
		in.KPI, in.Person = &k, row.person
		saved, err := o.Put(t.Context(), in)
		if err != nil || saved.Value.Number != row.want {
			t.Errorf("%s, by a person: %v: recorded %v, %v; want %v", row.typed, row.person, saved.Value.Number, err, row.want)
		}
	}
}
