package record_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/record"
	"kpiwall/data/record/recordtest"
	"kpiwall/data/words"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// definition is the board of the tests. Its zone is ahead of UTC, so that days
// and seconds of one period begin on different dates.
const definition = `
title = "Test"
timezone = "Europe/Berlin"
locale = "en-US"

[kpi.mrr]
name = "MRR"
every = "month"
prefix = "€"
target = { min = 40000 }

[kpi.churn]
name = "Churn"
every = "month"
format = "percent"
decimals = 1
target = { max = 3 }
note_when_off = true

[kpi.visits]
name = "Visits"
every = "week"
combine = "sum"
target = { min = 40 }

[kpi.sold]
name = "Sold"
every = "day"
combine = "sum"

[kpi.wait]
name = "Wait"
every = "month"
combine = "mean"

[kpi.orders]
name = "Orders"
every = "hour"

[kpi.pages]
name = "Pages"
every = "month"
combine = "sum"

[kpi.calls]
name = "Calls"
every = "month"
combine = "sum"

[kpi.reply]
name = "Reply"
every = "day"
format = "duration"

[kpi.mood]
name = "Mood"
every = "week"
judged = true
`

// noon is a Saturday, and so belongs to Friday's workday.
var noon = time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)

// office is a recorder with a store of its own, and a clock that stands still.
type office struct {
	*Recorder
	t    testing.TB
	path string
	now  time.Time
}

func newOffice(t testing.TB) *office {
	t.Helper()
	o := &office{t: t, now: noon}
	o.Recorder, o.path = recordtest.New(t, definition, func() time.Time { return o.now })
	return o
}

// input is what somebody typed for a KPI, at a moment or now.
func (o *office) input(id, typed, at string) Input {
	o.t.Helper()
	in := Input{KPI: o.Config.KPI(id), Source: "test"}
	var err error
	if in.Typed, err = kpi.ParseValue(in.KPI.Format, o.Config.Locale, typed); err == nil && at != "" {
		in.At, err = kpi.ParseAt(at)
	}
	if err != nil {
		o.t.Fatal(err)
	}
	return in
}

func (o *office) put(in Input) Saved {
	o.t.Helper()
	saved, err := o.Put(o.t.Context(), in)
	if err != nil {
		o.t.Fatal(err)
	}
	return saved
}

// says returns what is said of a value that was saved.
func (o *office) says(saved Saved) string { return words.Of(o.Config).Saved(saved) }

// values returns what is in force of a KPI in the period of the moment, written
// as in the store.
func (o *office) values(id string, at kpi.At) string {
	o.t.Helper()
	k := o.Config.KPI(id)
	p, _ := o.Config.Calendar.PeriodAt(k.Every, at)
	values, err := o.Period(o.t.Context(), k, p)
	if err != nil {
		o.t.Fatal(err)
	}
	var parts []string
	for _, v := range values {
		parts = append(parts, fmt.Sprintf("%s=%v", v.At, v.Number))
	}
	return strings.Join(parts, " ")
}

func (o *office) rows(id string) []Row {
	o.t.Helper()
	rows, err := o.History(o.t.Context(), id, 0)
	if err != nil {
		o.t.Fatal(err)
	}
	return rows
}

// raw opens the store as another program would.
func raw(t testing.TB, path string) *sql.DB {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestRecorder_MeetsTheStoreAsItIsNow(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("mrr", "1", ""))
	kindOf := func() store.Kind {
		t.Helper()
		_, err := o.Put(t.Context(), o.input("mrr", "2", ""))
		var broken *store.Error
		if err == nil || !errors.As(err, &broken) {
			t.Fatalf("the error is %v", err)
		}
		return broken.Kind
	}
	other := raw(t, o.path)
	if _, err := other.Exec("BEGIN EXCLUSIVE"); err != nil {
		t.Fatal(err)
	}
	if got := kindOf(); got != store.Locked {
		t.Errorf("of a locked store: kind %v", got)
	}
	other.Close()
	o.put(o.input("mrr", "3", ""))
	path := o.path
	o.Open = func(ctx context.Context) (*store.Store, error) {
		return store.Open(ctx, path, store.Options{Now: o.Now})
	}
	path += ".gone"
	if got := kindOf(); got != store.Missing {
		t.Errorf("of a missing store: kind %v", got)
	}
	path = o.path
	o.put(o.input("mrr", "4", ""))
	if rows := o.rows("mrr"); len(rows) != 3 || rows[0].Number != 4 {
		t.Errorf("history is %v", rows)
	}
}

func TestPeriod_HasItsOwnValuesOldestFirst(t *testing.T) {
	o := newOffice(t)
	for _, at := range []string{"2026-11-22", "2026-11-23", "2026-11-16", "2026-11-15", "2026-11-15T23:00:00Z", "2026-11-22T23:00:00Z", "2026-11-18T08:00:00Z"} {
		o.put(o.input("visits", "1", at))
	}
	// The week begins in Berlin, an hour before it does in UTC.
	want := "2026-11-15T23:00:00Z=1 2026-11-16=1 2026-11-18T08:00:00Z=1 2026-11-22=1"
	if got := o.values("visits", kpi.AtInstant(noon)); got != want {
		t.Errorf("the week holds %s, want %s", got, want)
	}
}

func TestHistory_IsLimitedAndHoldsWhatWasReplaced(t *testing.T) {
	o := newOffice(t)
	for _, typed := range []string{"1", "2", "3"} {
		o.put(o.input("mrr", typed, ""))
	}
	rows, err := o.History(t.Context(), "mrr", 2)
	if err != nil || len(rows) != 2 || rows[0].Number != 3 || !rows[1].Superseded {
		t.Errorf("history is %+v, %v", rows, err)
	}
}
