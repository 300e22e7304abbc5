package record_test

import (
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/record"
	"kpiwall/data/words"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// stands returns how a KPI stands on the board now.
func (o *office) stands(id string) *board.Reading {
	o.t.Helper()
	st, err := o.Open(o.t.Context())
	if err != nil {
		o.t.Fatal(err)
	}
	defer st.Close()
	b, err := board.Build(o.t.Context(), o.Config, board.FromStore(st), o.now)
	if err != nil {
		o.t.Fatal(err)
	}
	return b.Readings[id]
}

// typed records what a person types, at a time of the office's day.
func (o *office) typed(clock, id, number, at string) Saved {
	o.t.Helper()
	o.clock(clock)
	in := o.input(id, number, at)
	in.Person = true
	return o.put(in)
}

// sent records what a program sends.
func (o *office) sent(clock, id, number, at string) Saved {
	o.t.Helper()
	o.clock(clock)
	return o.put(o.input(id, number, at))
}

func (o *office) clock(s string) {
	o.t.Helper()
	t, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		o.t.Fatal(err)
	}
	o.now = t
}

// Each row is a day in an office, with the number that stands in the end.
func TestStore_WhatSomebodyTypesLastStands(t *testing.T) {
	for _, row := range []struct {
		name string
		do   func(o *office)
		id   string
		want float64
	}{
		{"after a program that dated the month's end", func(o *office) {
			o.sent("2026-11-10 08:00", "mrr", "41000", "2026-11-30")
			o.typed("2026-11-20 10:00", "mrr", "42000", "")
		}, "mrr", 42000},
		{"after a job's instant of two hours ago", func(o *office) {
			o.sent("2026-11-20 10:00", "mrr", "41000", "2026-11-20T10:00:00Z")
			o.typed("2026-11-20 12:00", "mrr", "7", "")
		}, "mrr", 7},
		{"and a job's instant after that", func(o *office) {
			o.typed("2026-11-20 12:00", "mrr", "7", "")
			o.sent("2026-11-20 14:00", "mrr", "41000", "2026-11-20T14:00:00Z")
		}, "mrr", 41000},
		{"the same number again", func(o *office) {
			o.typed("2026-11-20 09:00", "mrr", "42", "")
			o.sent("2026-11-20 10:00", "mrr", "7", "2026-11-20T10:00:00Z")
			o.typed("2026-11-20 11:00", "mrr", "42", "")
		}, "mrr", 42},
		{"but not a program that repeats itself", func(o *office) {
			o.sent("2026-11-20 09:00", "mrr", "42", "2026-11-20")
			o.sent("2026-11-20 10:00", "mrr", "7", "2026-11-20T10:00:00Z")
			o.sent("2026-11-20 11:00", "mrr", "42", "2026-11-20")
		}, "mrr", 7},
		{"in the running hour", func(o *office) {
			o.typed("2026-11-20 14:30", "orders", "5", "")
			o.sent("2026-11-20 14:35", "orders", "4", "2026-11-20T14:05:00Z")
		}, "orders", 5},
		{"after an instant of tomorrow", func(o *office) {
			o.sent("2026-11-20 09:00", "mrr", "41000", "2026-11-21T10:00:00Z")
			o.typed("2026-11-20 10:00", "mrr", "7", "")
		}, "mrr", 7},
		{"over an undo of what it was typed over", func(o *office) {
			o.typed("2026-11-17 09:00", "mrr", "42", "")
			slip := o.typed("2026-11-17 09:01", "mrr", "43", "")
			o.typed("2026-11-18 09:00", "mrr", "50", "")
			if _, err := o.Undo(o.t.Context(), slip.Value.ID, ""); err != nil {
				o.t.Fatal(err)
			}
		}, "mrr", 50},
		{"a correction of last month leaves this one", func(o *office) {
			o.typed("2026-11-20 09:00", "mrr", "50", "")
			o.typed("2026-11-20 10:00", "mrr", "41", "2026-10-31")
		}, "mrr", 50},
	} {
		t.Run(row.name, func(t *testing.T) {
			o := newOffice(t)
			row.do(o)
			if r := o.stands(row.id); r.Raw != row.want {
				t.Errorf("%v stands, want %v", r.Raw, row.want)
			}
		})
	}
}

// What stands may have been dated before another value: the sum typed on top of it
// is on top of that, while it is typed and when it is saved.
func TestPreview_AddsToTheValueThatStands(t *testing.T) {
	o := newOffice(t)
	o.sent("2026-11-10 08:00", "mrr", "41000", "2026-11-30")
	o.typed("2026-11-20 10:00", "mrr", "42000", "")
	o.clock("2026-11-21 10:00")
	k := o.Config.KPI("mrr")
	p := o.Config.Calendar.Period(k.Every, o.now)
	values, err := o.Period(t.Context(), k, p)
	if err != nil {
		t.Fatal(err)
	}
	in := o.input("mrr", "+5", "")
	in.Person = true
	before, _ := Preview(o.Config, k, p, values, kpi.Usual{}, in, o.now)
	if after := o.put(in).Reading; before.Raw != after.Raw || after.Raw != 42005 {
		t.Errorf("previewed %v, recorded %v, want 42005", before.Raw, after.Raw)
	}
}

// file yields the inputs of a file.
func file(inputs ...Input) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for _, in := range inputs {
			if !yield(in, nil) {
				return
			}
		}
	}
}

func TestImport_KeepsToTheRulesOfPut(t *testing.T) {
	o := newOffice(t)
	for _, at := range []string{"2026-05-31", "2026-06-30", "2026-07-31", "2026-08-31"} {
		o.put(o.input("mrr", "41000", at))
	}
	done, err := o.Import(t.Context(), Import{Name: "sales.csv", Doubted: true, Values: file(
		o.input("mrr", "42000", "2026-09-30"), o.input("mrr", "430000", "2026-10-31"), o.input("mrr", "440000", "2026-11-20"),
		Input{KPI: o.Config.KPI("mood"), Typed: kpi.Typed{Number: kpi.Good}, At: kpi.At{Day: kpi.Date{Year: 2026, Month: 11, Day: 20}}},
	)})
	if err != nil || done.New != 4 || done.Batch != 1 {
		t.Fatalf("%+v, %v", done, err)
	}
	if d := done.Doubts; len(d) != 2 || d[0].Code != UnusualInFile || d[1].Args["At"] != "2026-11-20" || !strings.HasPrefix(words.Of(o.Config).Finding(d[0]), "€430,000 ") {
		t.Errorf("doubts %+v, want one of each of two values", d)
	}
	if rows := o.rows("mrr"); rows[0].Batch != 1 || rows[3].Batch != 0 {
		t.Errorf("batches of %+v", rows)
	}
}

func TestImport_RecordsAllOrNothing(t *testing.T) {
	o := newOffice(t)
	_, err := o.Import(t.Context(), Import{Name: "sales.csv", Values: file(
		o.input("mrr", "42000", "2026-09-30"), o.input("mrr", "43000", "2027-10-31"),
	)})
	if err == nil || !strings.Contains(words.Of(o.Config).Error(err), "is the year right") {
		t.Errorf("a year ahead: %v", err)
	}
	if rows := o.rows("mrr"); len(rows) != 0 {
		t.Errorf("recorded %+v", rows)
	}
}

// To say the same again where something else stands by now changes what the wall
// shows, so that it can be undone like any other value.
func TestUndo_TakesBackThatAValueWasConfirmed(t *testing.T) {
	o := newOffice(t)
	o.typed("2026-11-20 09:00", "mrr", "42", "")
	if again := o.typed("2026-11-20 09:30", "mrr", "42", ""); again.New {
		t.Errorf("the same again, with nothing between: %+v", again)
	}
	o.sent("2026-11-20 10:00", "mrr", "7", "2026-11-20T10:00:00Z")
	confirmed := o.typed("2026-11-20 11:00", "mrr", "42", "")
	if !confirmed.New || o.stands("mrr").Raw != 42 {
		t.Fatalf("confirmed: %+v, stands %v", confirmed, o.stands("mrr").Raw)
	}
	if _, err := o.Undo(t.Context(), confirmed.Value.ID, ""); err != nil {
		t.Fatal(err)
	}
	if got := o.stands("mrr").Raw; got != 7 {
		t.Errorf("after the undo %v stands, want the job's", got)
	}
}

func TestImport_TellsItsProgress(t *testing.T) {
	o := newOffice(t)
	in := o.input("mrr", "42000", "2026-09-30")
	var told []int
	_, err := o.Import(t.Context(), Import{
		Values: func(yield func(Input, error) bool) {
			for n := 0; n < 2*10_000+5 && yield(in, nil); n++ {
				in.At.Day = in.At.Day.AddDays(-1)
			}
		},
		Progress: func(rows int) { told = append(told, rows) },
	})
	if err != nil || !slices.Equal(told, []int{10_000, 20_000}) {
		t.Errorf("progress %v, %v", told, err)
	}
}
