package store

import (
	"os"
	"testing"
	"time"
)

// origin returns the origin of what s shows now.
func origin(t *testing.T, s *Store) (o Origin) {
	t.Helper()
	view(t, s, func(v *View) (err error) {
		o, err = v.Origin(t.Context())
		return err
	})
	return o
}

func TestBeat_TellsWhenTheStoreWasLastLookedAfter(t *testing.T) {
	path := newStore(t).path
	now := time.Date(2026, 11, 20, 14, 32, 7, 0, time.UTC)
	s, err := Open(t.Context(), path, Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if got := origin(t, s).Beat; !got.IsZero() {
		t.Errorf("a store that nobody looked after has the beat %v", got)
	}
	for range 3 {
		now = now.Add(time.Minute)
		if err := s.Beat(t.Context()); err != nil {
			t.Fatal(err)
		}
		if got := origin(t, s).Beat; !got.Equal(now) {
			t.Errorf("the last beat was %v, want %v", got, now)
		}
	}
}

// A year of beats is half a million: they must not grow the store, nor show
// anywhere as a value.
func TestBeat_IsOneRowThatNobodySees(t *testing.T) {
	s := newStore(t)
	for range 5 {
		if err := s.Beat(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if rows, err := s.History(t.Context(), beatID, 0); err != nil || len(rows) != 1 {
		t.Errorf("five beats are the rows %v (%v)", rows, err)
	}
	if counts, err := s.KPIs(t.Context()); err != nil || len(counts) != 0 {
		t.Errorf("the store has the KPIs %v (%v)", counts, err)
	}
	if err := s.Each(t.Context(), nil, func(v Value) error { t.Errorf("exported: %v", v); return nil }); err != nil {
		t.Error(err)
	}
	if values := newest(t, s, beatID); len(values) > 0 {
		t.Errorf("as a value: %v", values)
	}
}

func TestOrigin_TellsAFileFromTheOneThatTookItsPlace(t *testing.T) {
	s := newStore(t)
	path := s.path
	before := origin(t, s).File
	if now, err := FileID(path); err != nil || now != before || now == "" {
		t.Errorf("the file is %q (%v), the view's %q", now, err, before)
	}
	if err := os.Rename(replacement(t, 7), path); err != nil {
		t.Fatal(err)
	}
	if after := origin(t, s).File; after == before {
		t.Errorf("another file is %q too", after)
	}
}
