package ui

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/pin"
	"kpiwall/data/record"
	"kpiwall/data/record/recordtest"
	"kpiwall/data/store"
)

// officeConfig is a board of six KPIs, of which all are due on testNow, a
// Friday in November, and one of which is judged.
const officeConfig = `
title = "Office"
timezone = "UTC"
locale = "en-US"
stay = "1h"
[page.one]
title = "One"
tiles = ["mrr", "churn", "leads", "tickets", "cash", "mood"]
[kpi.mrr]
name = "Recurring revenue"
every = "month"
suffix = " €"
target = { min = 40000 }
[kpi.churn]
name = "Churn"
every = "month"
format = "percent"
decimals = 1
target = { max = 2.5 }
note_when_off = true
[kpi.leads]
name = "Qualified leads"
every = "week"
target = { min = 40 }
[kpi.tickets]
name = "Open tickets"
every = "day"
target = { max = 20 }
[kpi.cash]
name = "Cash flow"
every = "month"
combine = "sum"
target = { min = 20000 }
[kpi.mood]
name = "Customer mood"
every = "month"
judged = true
`

// office is a screen over a real store, with a desk that answers at once.
type office struct {
	*screen
	store  *store.Store
	desk   *testDesk
	cfg    *config.Config
	source string // the config's text
}

// testDesk does at once what the real one does beside the interface. While
// broken is set the store takes nothing.
type testDesk struct {
	record.Recorder
	broken error
	puts   int
	tries  int // at the PIN
	guard  pin.Guard
	slow   bool     // answers come when they are asked for
	reads  error    // what reading fails with
	lag    bool     // what is read comes when it is asked for, too
	later  []func() // the answers that did not come yet
}

// answer lets done hear of what was written, at once or when the slow desk answers.
func (d *testDesk) answer(done func(record.Saved, error), s record.Saved, err error) {
	if d.slow {
		d.later = append(d.later, func() { done(s, err) })
		return
	}
	done(s, err)
}

// read lets an answer come that was read, at once or when the desk lags.
func (d *testDesk) read(answer func()) {
	if d.lag {
		d.later = append(d.later, answer)
		return
	}
	answer()
}

// answers lets the answers come that did not come yet.
func (d *testDesk) answers() {
	later := d.later
	d.later = nil
	for _, answer := range later {
		answer()
	}
}

func (d *testDesk) Put(in record.Input, done func(record.Saved, error)) {
	d.puts++
	if d.broken != nil {
		d.answer(done, record.Saved{}, d.broken)
		return
	}
	s, err := d.Recorder.Put(context.Background(), in)
	d.answer(done, s, err)
}

func (d *testDesk) Undo(id int64, by string, done func(record.Saved, error)) {
	s, err := d.Recorder.Undo(context.Background(), id, by)
	d.answer(done, s, err)
}

func (d *testDesk) Withdraw(id int64, by string, done func(record.Saved, error)) {
	s, err := d.Recorder.Withdraw(context.Background(), id, by, record.Screen)
	d.answer(done, s, err)
}

func (d *testDesk) LastAction(passed map[int64]bool, done func(record.Action, bool, error)) {
	a, found, err := d.Recorder.LastAction(context.Background(), passed)
	d.read(func() { done(a, found, errors.Join(err, d.reads)) })
}

func (d *testDesk) UndoBatch(id int64, by string, done func(record.Reversed, error)) {
	r, err := d.Recorder.UndoBatch(context.Background(), id, by)
	d.read(func() { done(r, err) })
}

func (d *testDesk) History(id string, done func([]record.Row, error)) {
	rows, err := d.Recorder.History(context.Background(), id, 100)
	d.read(func() { done(rows, errors.Join(err, d.reads)) })
}

func (d *testDesk) Period(k *kpi.KPI, p kpi.Period, done func([]kpi.Value, error)) {
	values, err := d.Recorder.Period(context.Background(), k, p)
	d.read(func() { done(values, errors.Join(err, d.reads)) })
}

func (d *testDesk) Unlock(hash, typed string, done func(bool, time.Duration)) {
	d.tries++
	wait := d.guard.Wait(d.Now())
	ok := wait == 0 && pin.Matches(hash, typed)
	if wait == 0 {
		d.guard.Try(d.Now())
	}
	if ok {
		d.guard.Right()
	}
	if d.slow {
		d.later = append(d.later, func() { done(ok, wait) })
		return
	}
	done(ok, wait)
}

// newOffice returns an office whose months up to October are recorded.
func newOffice(t testing.TB, more string) *office {
	t.Helper()
	o := &office{source: officeConfig + more, desk: &testDesk{}}
	o.screen = newScreenWith(t, nil, o.desk)
	recorder, _ := recordtest.New(t, o.source, func() time.Time { return o.clock })
	o.desk.Recorder, o.cfg = *recorder, recorder.Config
	var err error
	if o.store, err = recorder.Open(t.Context()); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { o.store.Close() })
	for month := 1; month <= 10; month++ {
		o.record("mrr", kpi.Date{Year: 2026, Month: time.Month(month), Day: 28}, 41000+float64(month%3)*300)
		o.record("churn", kpi.Date{Year: 2026, Month: time.Month(month), Day: 28}, 2+float64(month%3)*0.1)
		o.record("cash", kpi.Date{Year: 2026, Month: time.Month(month), Day: 28}, 21000+float64(month%3)*500)
	}
	o.refresh()
	return o
}

// edit saves another config, with each old text replaced by the new one after it.
func (o *office) edit(oldnew ...string) {
	o.t.Helper()
	for i := 0; i < len(oldnew); i += 2 {
		if !strings.Contains(o.source, oldnew[i]) {
			o.t.Fatalf("the config has no %q", oldnew[i])
		}
	}
	o.source = strings.NewReplacer(oldnew...).Replace(o.source)
	o.cfg = recordtest.Parse(o.t, o.source)
	o.desk.Config = o.cfg
	o.refresh()
}

// without removes a KPI from the config.
func (o *office) without(id string) {
	o.t.Helper()
	_, table, _ := strings.Cut(o.source, "[kpi."+id+"]")
	table, _, _ = strings.Cut(table, "[")
	o.edit(`"`+id+`", `, "", "[kpi."+id+"]"+table, "")
}

// record writes a value as another program would.
func (o *office) record(id string, day kpi.Date, number float64) {
	o.t.Helper()
	v := store.Value{KPI: id}
	v.At, v.Number, v.Source = kpi.At{Day: day}, number, "elsewhere"
	if _, err := o.store.Put(o.t.Context(), v); err != nil {
		o.t.Fatal(err)
	}
}

// refresh shows what the store holds now, as the refresh loop would.
func (o *office) refresh() {
	o.t.Helper()
	b, err := board.Build(o.t.Context(), o.cfg, board.FromStore(o.store), o.clock)
	if err != nil {
		o.t.Fatal(err)
	}
	o.SetBoard(b)
}

// stands returns the newest row of a KPI that is in force.
func (o *office) stands(id string) record.Row {
	o.t.Helper()
	rows, err := o.store.History(o.t.Context(), id, 0)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, r := range rows {
		if !r.Superseded {
			return r
		}
	}
	return record.Row{}
}

// wantsValue checks what the store holds of a KPI's newest moment.
func (o *office) wantsValue(id string, number float64) {
	o.t.Helper()
	if r := o.stands(id); r.Number != number || r.Withdrawn {
		o.t.Errorf("%s stands at %v (withdrawn: %v), want %v", id, r.Number, r.Withdrawn, number)
	}
}

var errLocked = &store.Error{Op: "record", Kind: store.Locked, Err: errors.New("busy")}
