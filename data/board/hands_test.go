package board

import (
	"context"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// hands are the writers of a store, of whom each may do anything at any time, and
// a reader that reads what is new.
type hands struct {
	*rand.Rand
	path  string
	clock time.Time
	own   *store.Store // kpiwall's
	other *sql.DB      // another program's
	cfg   *config.Config
	read  reader
	last  *Board
	kpis  []string // of the board
	took  time.Duration
	count map[string]int // partial and whole reads
}

// handsOn returns writers of a new store, with a reader for which a whole read
// takes as long as took says.
func handsOn(t *testing.T, seed uint64, journal string) *hands {
	t.Helper()
	h := &hands{
		Rand: rand.New(rand.NewPCG(seed, 11)), path: filepath.Join(t.TempDir(), "kpi.db"),
		clock: time.Date(2026, time.November, 20, 9, 0, 0, 0, time.UTC), count: map[string]int{},
	}
	if err := store.Create(t.Context(), h.path); err != nil {
		t.Fatal(err)
	}
	h.open(t)
	must(t, h.other, "PRAGMA journal_mode = "+journal)
	h.cfg = hostileConfig(t)
	h.cfg.KPIs = append(h.cfg.KPIs, kpi.KPI{ID: "stale", Every: kpi.Week, StaleAfter: 90 * time.Minute})
	for i := range h.cfg.KPIs {
		h.kpis = append(h.kpis, h.cfg.KPIs[i].ID)
	}
	h.kpis = append(h.kpis, "on_no_tile")
	now := func() time.Time { return h.clock }
	h.read = reader{now: now, open: func(ctx context.Context) (Source, error) {
		s, err := store.Open(ctx, h.path, store.Options{Now: now})
		return FromStore(s), err
	}}
	t.Cleanup(h.read.close)
	return h
}

// open opens the store for its writers.
func (h *hands) open(t *testing.T) {
	t.Helper()
	var err error
	if h.own, err = store.Open(t.Context(), h.path, store.Options{Now: func() time.Time { return h.clock }}); err != nil {
		t.Fatal(err)
	}
	if h.other, err = sql.Open("sqlite", h.path); err != nil {
		t.Fatal(err)
	}
	h.other.SetMaxOpenConns(1)
	must(t, h.other, "PRAGMA synchronous = OFF")
}

func (h *hands) close() {
	h.own.Close()
	h.other.Close()
}

// look reads what is new, as the loop does, and wants the board that a reader makes
// who knows of nothing.
func (h *hands) look(t *testing.T, after string) {
	t.Helper()
	m := moment{now: h.clock}
	all, err := h.read.read(t.Context(), h.cfg, m, false)
	if err != nil {
		t.Fatalf("after %s: %v", after, err)
	}
	h.read.seen.took = h.took
	if h.read.seen.partial {
		h.count["partial"]++
	}
	h.last = assemble(h.cfg, all, m, h.last)
	want, err := Build(t.Context(), h.cfg, h.read.src, h.clock)
	if err != nil {
		t.Fatalf("after %s: %v", after, err)
	}
	for id, r := range want.Readings {
		if got := h.last.Readings[id]; !got.Equal(r) {
			t.Fatalf("after %s at %v: %s is\n%+v, want\n%+v", after, h.clock, id, got, r)
		}
	}
	if got := all.origin; got != want.data.origin {
		t.Fatalf("after %s: the origin is %v, want %v", after, got, want.data.origin)
	}
}

func (h *hands) id() string { return h.kpis[h.IntN(len(h.kpis))] }

// at is a moment around the clock, at times late and at times ahead.
func (h *hands) at() string {
	t := h.clock.Add(time.Duration(h.IntN(97)-90) * time.Hour)
	switch h.IntN(8) {
	case 0:
		t = h.clock.AddDate(0, h.IntN(4)-3, h.IntN(40)-20)
	case 1, 2, 3:
		t = h.clock
	}
	if h.IntN(3) == 0 {
		return kpi.AtInstant(t.Truncate(time.Hour)).String()
	}
	return kpi.At{Day: kpi.DateOf(t)}.String()
}

// newest returns a row in force, one of the newest of its KPI if last.
func (h *hands) row(t *testing.T, last bool) (v store.Value, found bool) {
	t.Helper()
	order := "random()"
	if last {
		order = "at DESC"
	}
	var at string
	err := h.other.QueryRow("SELECT id, kpi, at, value, note, source, entered_by FROM kpi_current WHERE kpi = ? ORDER BY "+order+" LIMIT 1", h.id()).
		Scan(&v.ID, &v.KPI, &at, &v.Number, &v.Note, &v.Source, &v.EnteredBy)
	if err != nil {
		return v, false
	}
	v.At, err = kpi.ParseAt(at)
	return v, err == nil
}

// write has one of the writers do something, and says what.
func (h *hands) write(t *testing.T) string {
	t.Helper()
	v, found := h.row(t, h.IntN(2) == 0)
	number := h.IntN(9) + 1
	switch what := h.IntN(12); {
	case what == 0 && found: // what undid it may have been undone, or the row be another's by now
		_, err := h.own.Undo(t.Context(), v.ID, "")
		return fmt.Sprint("undo of ", v.ID, " of ", v.KPI, " ", err)
	case what == 1 && found:
		_, err := h.own.Withdraw(t.Context(), v.ID, "")
		return fmt.Sprint("withdrawal of ", v.ID, " of ", v.KPI, " ", err)
	case what == 2 && found:
		err := h.own.Write(t.Context(), "renew", func(tx *store.Tx) error { return tx.Renew(t.Context(), v.ID, h.clock) })
		return fmt.Sprint("renewal of ", v.ID, " of ", v.KPI, " ", err)
	case what <= 5 && found: // the same once more
		if h.IntN(2) == 0 {
			_, err := h.own.Put(t.Context(), v)
			return fmt.Sprint("own repetition of ", v.ID, " of ", v.KPI, " ", err)
		}
		must(t, h.other, "INSERT INTO observation(kpi, at, value, note, source, entered_by, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
			v.KPI, v.At.String(), v.Number, v.Note, v.Source, v.EnteredBy, h.clock.Format("2006-01-02T15:04:05.000Z"))
		return fmt.Sprint("another's repetition of ", v.ID, " of ", v.KPI)
	case what == 6:
		must(t, h.other, "VACUUM")
		return "VACUUM"
	case what == 7:
		return fmt.Sprint("beat ", h.own.Beat(t.Context()))
	case what == 8:
		at, _ := kpi.ParseAt(h.at())
		_, err := h.own.Put(t.Context(), store.Value{KPI: h.id(), Value: kpi.Value{At: at, Number: float64(number), Since: h.clock, EnteredBy: "Ada"}})
		return fmt.Sprint("a person's value at ", at, " ", err)
	}
	id, at := h.id(), h.at()
	if _, err := h.other.Exec("INSERT INTO observation(kpi, at, value) VALUES (?, ?, ?)", id, at, number); err != nil {
		t.Fatal(err)
	}
	return fmt.Sprint("a value of ", id, " at ", at)
}

// replace puts a copy of the store, or one of before, in its place.
func (h *hands) replace(t *testing.T, before string) string {
	t.Helper()
	if before == "" {
		return "nothing"
	}
	h.close()
	if h.IntN(2) == 0 {
		if err := os.Rename(before, h.path); err != nil {
			t.Fatal(err)
		}
	} else { // in place, as cp does
		text, err := os.ReadFile(before)
		if err != nil {
			t.Fatal(err)
		}
		h.read.close() // else SQLite's locks would go with the file that was read
		if err := os.WriteFile(h.path, text, 0o600); err != nil {
			t.Fatal(err)
		}
		os.Remove(before)
	}
	os.Remove(h.path + "-wal")
	os.Remove(h.path + "-shm")
	h.open(t)
	return "a restore"
}
