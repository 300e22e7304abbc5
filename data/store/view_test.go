package store

import (
	"errors"
	"path/filepath"
	"reflect"
	"slices"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// ever is a horizon after everything.
var ever = kpi.Bounds{EndDay: "9999-12-32", End: "9999-12-32"}

func newest(t *testing.T, s *Store, id string) (values []kpi.Value) {
	t.Helper()
	view(t, s, func(v *View) (err error) {
		values, err = v.Newest(t.Context(), id, ever, nil)
		return err
	})
	return values
}

func view(t *testing.T, s *Store, read func(*View) error) {
	t.Helper()
	if err := s.View(t.Context(), read); err != nil {
		t.Fatal(err)
	}
}

// moments returns the texts of the values' moments.
func moments(values []kpi.Value) []string {
	texts := []string{}
	for _, v := range values {
		texts = append(texts, v.At.String())
	}
	return texts
}

func TestView_NewestIsBelowTheHorizon(t *testing.T) {
	s := newStore(t)
	for _, at := range []string{
		"2026-11-20", "2026-11-21T22:30:00Z", "2026-11-21T23:30:00Z", "2026-11-22", "2026-11-22T03:00:00Z", "2062-11-21",
	} {
		put(t, s, "tickets", at, 1)
	}
	put(t, s, "hours", "2026-11-21", 1)
	put(t, s, "hours", "2026-11-20T10:00:00Z", 1)
	put(t, s, "turn", "2026-11-21T22:59:59Z", 1)
	put(t, s, "turn", "2026-11-21T23:00:00Z", 1)
	withdrawn := put(t, s, "taken", "2026-11-21", 1)
	put(t, s, "taken", "2026-11-20", 1)
	if _, err := s.Withdraw(t.Context(), withdrawn.ID, ""); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, id, endDay, end string
		want                  []string
	}{
		{"Berlin, the 21st", "tickets", "2026-11-22", "2026-11-21T23:00:00Z", []string{"2026-11-21T22:30:00Z"}},
		{"Berlin, the 22nd", "tickets", "2026-11-23", "2026-11-22T23:00:00Z", []string{"2026-11-22", "2026-11-22T03:00:00Z"}},
		{"New York, the 21st", "tickets", "2026-11-22", "2026-11-22T05:00:00Z", []string{"2026-11-22T03:00:00Z"}},
		{"UTC, the 21st", "tickets", "2026-11-22", "2026-11-22T00:00:00Z", []string{"2026-11-21T23:30:00Z"}},
		{"before everything", "tickets", "2026-11-20", "2026-11-19T23:00:00Z", nil},
		{"end is not in", "tickets", "2026-11-21", "2026-11-21T22:30:00Z", []string{"2026-11-20"}},
		{"a second at the end hides none before it", "turn", "2026-11-22", "2026-11-21T23:00:00Z", []string{"2026-11-21T22:59:59Z"}},
		{"an hour has no plain days", "hours", "", "2026-11-21T12:00:00Z", []string{"2026-11-20T10:00:00Z"}},
		{"taken back", "taken", "2026-11-22", "2026-11-21T23:00:00Z", []string{"2026-11-20"}},
		{"never heard of", "none", "2026-11-22", "2026-11-21T23:00:00Z", nil},
	} {
		view(t, s, func(v *View) error {
			got, err := v.Newest(t.Context(), c.id, kpi.Bounds{EndDay: c.endDay, End: c.end}, nil)
			if !slices.Equal(moments(got), append([]string{}, c.want...)) {
				t.Errorf("%s: %v, want %v", c.name, moments(got), c.want)
			}
			return err
		})
	}
}

// West of Greenwich a date begins with seconds of the day before; looking for
// the newest value must not step over the plain day under them.
func TestView_FindsADayUnderTheSecondsOfTheDayBefore(t *testing.T) {
	s := newStore(t)
	spans := dayBounds(4, -5*time.Hour) // the 28th to the 31st
	put(t, s, "mixed", "2026-12-29", 1)
	put(t, s, "mixed", "2026-12-29T03:00:00Z", 2)
	var dense []Value
	for i := range 200 {
		dense = append(dense, value(t, "mixed", kpi.AtInstant(benchEnd.Add(8*time.Hour+time.Duration(i)*time.Minute)).String(), 3))
	}
	if _, err := s.Put(t.Context(), dense...); err != nil {
		t.Fatal(err)
	}
	view(t, s, func(v *View) error {
		series, err := v.Series(t.Context(), "mixed", spans, Pick{Last: &kpi.Calendar{Zone: time.FixedZone("", -5*3600)}})
		for i, want := range []float64{2, 1, 0, 3} {
			if len(series[i]) != min(1, int(want)) || want > 0 && series[i][0].Number != want {
				t.Errorf("span %d holds %+v, want %v", i, series[i], want)
			}
		}
		return err
	})
}

func TestView_IsOneMoment(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-20", 1)
	other := outside(t, s.path)
	execute(t, other, "PRAGMA journal_mode = WAL") // so that the write need not wait for the view
	view(t, s, func(v *View) error {
		before, err := v.Newest(t.Context(), "revenue", ever, nil)
		if err != nil {
			return err
		}
		execute(t, other, "INSERT INTO observation(kpi, at, value) VALUES ('revenue', '2026-11-21', 2)")
		after, err := v.Newest(t.Context(), "revenue", ever, nil)
		if !reflect.DeepEqual(before, after) {
			t.Errorf("the view moved from %v to %v", moments(before), moments(after))
		}
		return err
	})
	if got := newest(t, s, "revenue"); got[0].Number != 2 {
		t.Errorf("the next view shows %v, want the new value", got)
	}
}

func TestView_ReturnsTheReadersErrorAsItIs(t *testing.T) {
	mine := errors.New("mine")
	if err := newStore(t).View(t.Context(), func(*View) error { return mine }); !errors.Is(err, mine) {
		t.Errorf("View = %v", err)
	}
}

func TestView_CarriesAllOfAValue(t *testing.T) {
	s := newStore(t)
	v := value(t, "revenue", "2026-11-21", 4.5)
	v.Note, v.Source, v.EnteredBy = "a note", "screen", "Ada"
	for range 2 {
		if _, err := s.Put(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
	want := v.Value
	want.ID, want.Recorded, want.LastConfirmed, want.Since = 1, noon, noon.Add(time.Second), noon
	if got := newest(t, s, "revenue"); !reflect.DeepEqual(got, []kpi.Value{want}) {
		t.Errorf("got %+v, want %+v", got, want)
	}
}

// recorded_at is whatever other programs put there.
func TestView_ReadsOtherProgramsStampsWithoutGuessing(t *testing.T) {
	s := newStore(t)
	db := outside(t, s.path)
	for stamp, want := range map[string]time.Time{
		"2026-11-21T12:00:00.000Z":  noon,
		"2026-11-21T12:00:00Z":      noon,
		"2026-11-21T13:00:00+01:00": noon,
		"2026-11-21 12:00:00":       noon,
		"2026-11-21":                noon.Truncate(24 * time.Hour),
		"yesterday":                 {},
		"1795262400":                {},
	} {
		execute(t, db, "INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('revenue', '2026-11-21', random() % 1000, ?)", stamp)
		if got := newest(t, s, "revenue")[0]; !got.Recorded.Equal(want) || !got.LastConfirmed.Equal(want) {
			t.Errorf("%q is read as %v, confirmed %v; want %v", stamp, got.Recorded, got.LastConfirmed, want)
		}
	}
}

func TestView_ReadsIndexesOnly(t *testing.T) {
	s := filled(t, filepath.Join(t.TempDir(), "kpi.db"), 100)
	db := outside(t, s.path)
	for _, query := range []string{windowQuery(schemaVersion), instantsQuery(schemaVersion), historyQuery(schemaVersion), beforeQuery, inForceQuery} {
		rows, err := db.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, []any{"a", "a", "a"}...)
		plan, err := collect(rows, err, func(row scanner) (string, error) {
			var id, parent, unused int
			var detail string
			err := row.Scan(&id, &parent, &unused, &detail)
			return detail, err
		})
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range plan {
			if len(step) > 4 && (step[:4] == "SCAN" || step[:4] == "USE ") {
				t.Errorf("%s\nreads everything: %v", query, plan)
			}
		}
	}
}
