package store

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// zones are where walls hang, one of them without a midnight now and then.
var zones = []string{"UTC", "Europe/Berlin", "America/New_York", "Pacific/Kiritimati", "Pacific/Pago_Pago", "America/Sao_Paulo", "Asia/Kolkata"}

// Whatever mix of days and seconds a store holds, recorded late, early or ahead,
// renewed, corrected, undone: of each period stands the value that reading
// everything finds.
func TestView_TheLastIsWhatReadingEverythingFinds(t *testing.T) {
	rnd := rand.New(rand.NewPCG(3, 4))
	for round := range 60 {
		zone, err := time.LoadLocation(zones[round%len(zones)])
		if err != nil {
			t.Fatal(err)
		}
		c := kpi.Calendar{Zone: zone, WeekStarts: time.Monday, YearStarts: time.January}
		every := []kpi.Cadence{kpi.Day, kpi.Week, kpi.Month, kpi.Hour}[rnd.IntN(4)]
		path := newStore(t).path
		now := benchEnd
		s, err := Open(t.Context(), path, Options{Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		err = s.Write(t.Context(), "record values", func(tx *Tx) error { return disorder(t, tx, rnd, &now) })
		if err != nil {
			t.Fatal(err)
		}
		spans := make([]kpi.Bounds, 12)
		for i := range spans {
			spans[i] = c.Bounds(c.Add(c.Period(every, benchEnd.AddDate(0, 0, 3)), i-len(spans)+1))
		}
		var known func(kpi.Value) bool
		if round%3 == 0 {
			known = func(v kpi.Value) bool { return v.ID%3 != 0 }
		}
		view(t, s, func(v *View) error {
			all, err := v.Series(t.Context(), "mixed", spans, Pick{Known: known})
			if err != nil {
				return err
			}
			got, err := v.Series(t.Context(), "mixed", spans, Pick{Last: &c, Known: known})
			for i := range spans {
				var want []kpi.Value
				if len(all[i]) > 0 {
					want = append(want, slices.MaxFunc(all[i], c.CompareEffective))
				}
				if !slices.Equal(got[i], want) {
					t.Fatalf("round %d, %s, %s: of %v stands %+v, want %+v", round, zone, every, spans[i], got[i], want)
				}
			}
			return err
		})
		s.Close()
	}
}

// disorder puts values at random, recorded at any time around their moments.
func disorder(t *testing.T, tx *Tx, rnd *rand.Rand, now *time.Time) error {
	t.Helper()
	var values []Value
	for range rnd.IntN(25) {
		values = append(values, value(t, "mixed", benchEnd.AddDate(0, 0, 8-rnd.IntN(40)).Format(dayLayout), rnd.Float64()))
	}
	for range rnd.IntN(4) {
		burst := benchEnd.Add(time.Duration(7*24-rnd.IntN(20*24)) * time.Hour)
		for range rnd.IntN(60) {
			values = append(values, value(t, "mixed", kpi.AtInstant(burst.Add(time.Duration(rnd.IntN(3*24*3600))*time.Second)).String(), rnd.Float64()))
		}
	}
	always := rnd.IntN(3) // some stores are all late or all ahead
	for _, v := range values {
		at := kpi.Calendar{}.EndOf(v.At)
		*now = at.Add(time.Duration(rnd.IntN(96)-48) * time.Hour)
		switch always {
		case 1:
			*now = at.Add(time.Second)
		case 2:
			*now = benchEnd.AddDate(0, 0, -40+rnd.IntN(2))
		}
		stands, err := tx.Put(t.Context(), v)
		if err != nil {
			return err
		}
		switch rnd.IntN(8) {
		case 0: // a person renews it
			v.Since = now.Add(time.Duration(rnd.IntN(96)) * time.Hour)
			_, err = tx.Put(t.Context(), v)
		case 1:
			v.Number++
			*now = now.Add(time.Hour)
			if stands, err = tx.Put(t.Context(), v); err == nil && rnd.IntN(2) == 0 {
				_, err = tx.Undo(t.Context(), stands.ID, "")
			}
		case 2:
			_, err = tx.Withdraw(t.Context(), stands.ID, "", 0)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// A job that sends a value every ten seconds, with plain days under it, costs as
// much for a period of a month as for one of a day.
func TestView_TheLastDoesNotReadTheRestOfAPeriod(t *testing.T) {
	s, err := Open(t.Context(), newStore(t).path, Options{Now: func() time.Time { return benchEnd.AddDate(0, 0, 9) }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	var values []Value
	for n := range 20_000 {
		v := Value{KPI: "dense"}
		v.At, v.Number = every(10*time.Second)(n), float64(n)
		v.Since = v.At.Instant.Add(-25 * time.Second) // the job's clock is ahead
		values = append(values, v)
	}
	values = append(values, value(t, "dense", "2026-12-31", -1), value(t, "dense", "2026-12-30", -2))
	for n := range 365 {
		values = append(values, value(t, "daily", days(n).String(), float64(n)))
	}
	if _, err := load(t.Context(), s, from(values...)); err != nil {
		t.Fatal(err)
	}
	c := kpi.Calendar{}
	spans := []kpi.Bounds{c.Bounds(c.Period(kpi.Year, benchEnd.AddDate(-1, 0, 0))), c.Bounds(c.Period(kpi.Year, benchEnd))}
	view(t, s, func(v *View) error {
		asked := 0
		got, err := v.Series(t.Context(), "dense", spans, Pick{Last: &c, Known: func(kpi.Value) bool { asked++; return true }})
		if err == nil && (len(got[1]) != 1 || got[1][0].Number != -1) {
			t.Errorf("stands %+v, want the day that ends last", got[1])
		}
		if asked > 20 {
			t.Errorf("%d values were looked at", asked)
		}
		if err != nil {
			return err
		}
		asked = 0
		got, err = v.Series(t.Context(), "daily", spans, Pick{Last: &c, Known: func(kpi.Value) bool { asked++; return true }})
		if err == nil && (len(got[1]) != 1 || got[1][0].Number != 0 || asked > 20) {
			t.Errorf("of days stands %+v after a look at %d", got[1], asked)
		}
		return err
	})
}

func TestView_StepsBelowValuesThatAreNotKnown(t *testing.T) {
	s := newStore(t)
	for i, at := range []string{"2026-11-19", "2026-11-20", "2026-11-20T10:00:00Z", "2026-11-21", "2026-11-21T10:00:00Z"} {
		put(t, s, "tickets", at, float64(i))
	}
	below := func(limit float64) func(kpi.Value) bool { return func(v kpi.Value) bool { return v.Number < limit } }
	for limit, want := range map[float64][]string{
		9: {"2026-11-21", "2026-11-21T10:00:00Z"}, 4: {"2026-11-21"},
		3: {"2026-11-20", "2026-11-20T10:00:00Z"}, 2: {"2026-11-20"}, 1: {"2026-11-19"}, 0: {},
	} {
		view(t, s, func(v *View) error {
			got, err := v.Newest(t.Context(), "tickets", ever, below(limit))
			if err != nil {
				return err
			}
			if !slices.Equal(moments(got), want) {
				t.Errorf("below %v: %v, want %v", limit, moments(got), want)
			}
			spans := []kpi.Bounds{{FirstDay: "2026-11-01", EndDay: "2026-12-01", First: "2026-11-01T00:00:00Z", End: "2026-12-01T00:00:00Z"}}
			all, err := v.Series(t.Context(), "tickets", spans, Pick{Known: below(limit)})
			if fmt.Sprint(len(all[0])) != fmt.Sprint(min(limit, 5)) {
				t.Errorf("below %v: %v", limit, moments(all[0]))
			}
			return err
		})
	}
}
