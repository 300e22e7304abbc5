package board

import (
	"context"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"testing"
	"time"

	_ "modernc.org/sqlite"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// specimen is a store as a plug that was pulled leaves it, and all that was
// ever committed to it.
type specimen struct {
	file, journal []byte // no journal where nobody was writing
	suffix        string // of the journal's name
	known         map[string]map[float64]bool
	logged        map[float64]int // of a write-ahead log: the transaction of each of its numbers, from 1
	cfg           *config.Config
	now           time.Time
}

// specimenKPIs are as many as make every row of a specimen show on its board.
const specimenKPIs = 24

// newSpecimen makes a store with some corrections. With writing it is left in
// the middle of a transaction that has written to the file already.
func newSpecimen(t testing.TB, writing bool) *specimen {
	t.Helper()
	s := &specimen{suffix: "-journal", known: map[string]map[float64]bool{}, now: timeOf(t, "2026-11-21 12:00")}
	var kpis []kpi.KPI
	for i := range specimenKPIs {
		id := fmt.Sprintf("kpi_%d", i)
		kpis = append(kpis, kpi.KPI{ID: id, Every: kpi.Day, Format: kpi.Format{Decimals: 6}})
		s.known[id] = map[float64]bool{}
	}
	s.cfg = testConfig(t, kpis...)
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return s.now }})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	const rows = specimenKPIs * periods
	err = st.Write(t.Context(), "fill the specimen", func(tx *store.Tx) error {
		for n := 1; n <= rows; n++ {
			id := kpis[n%specimenKPIs].ID
			day := kpi.DateOf(s.now).AddDays(-(rows - n) / specimenKPIs)
			if n%10 == 0 {
				day = day.AddDays(-3) // a correction
			}
			number := float64(n) + 45.0/64 // no two are the same, and judging rounds none
			s.known[id][number] = true
			if err := tx.Load(t.Context(), store.Value{KPI: id, Value: kpi.Value{At: kpi.At{Day: day}, Number: number}}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if writing {
		defer halfWrite(t, path)()
	}
	s.file = content(t, path)
	if writing {
		s.journal = content(t, path+"-journal")
	}
	return s
}

// halfWrite corrects every value in a transaction that is still open, through a
// cache that is soon full. The caller ends it.
func halfWrite(t testing.TB, path string) (end func()) {
	t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rw")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	for _, query := range []string{
		"PRAGMA cache_size = 4", "BEGIN IMMEDIATE",
		"INSERT INTO observation(kpi, at, value) SELECT kpi, at, value + 5000000 FROM kpi_current ORDER BY at",
	} {
		if _, err := db.ExecContext(t.Context(), query); err != nil {
			t.Fatal(err)
		}
	}
	return func() { db.Close() }
}

// logTransactions is how many of them are in the log of newLogged.
const logTransactions = 6

// newLogged makes a store with a write-ahead log, which holds transactions that
// each correct the newest value of every KPI.
func newLogged(t testing.TB) *specimen {
	t.Helper()
	s := newSpecimen(t, false)
	s.suffix, s.logged = "-wal", map[float64]int{}
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := os.WriteFile(path, s.file, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rw&_pragma=journal_mode(WAL)&_pragma=wal_autocheckpoint(0)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.SetMaxOpenConns(1)
	for i := range logTransactions {
		number := float64(1e6*(i+1)) + 45.0/64
		s.logged[number] = i + 1
		if _, err := db.ExecContext(t.Context(), "INSERT INTO observation(kpi, at, value) SELECT kpi, at, ? FROM kpi_latest", number); err != nil {
			t.Fatal(err)
		}
		for _, known := range s.known {
			known[number] = true
		}
	}
	s.file, s.journal = content(t, path), content(t, path+"-wal")
	return s
}

func content(t testing.TB, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// outcome is what became of a damaged store.
type outcome struct {
	refused bool   // nothing is shown
	told    bool   // damage is found, and told on the wall
	wrong   string // a number that was never committed
	fewer   bool   // less is shown than there was
	last    int    // the transaction of the log that is shown
}

// examine looks at a damaged store as a wall does that is started on it.
func (s *specimen) examine(t testing.TB, file, journal []byte, whole *Board) outcome {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := os.WriteFile(path, file, 0o644); err != nil {
		t.Fatal(err)
	}
	if journal != nil {
		if err := os.WriteFile(path+s.suffix, journal, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	ctx := context.Background()
	st, err := store.Open(ctx, path, store.Options{Now: func() time.Time { return s.now }})
	if err != nil {
		return outcome{refused: true}
	}
	defer st.Close()
	b, err := Build(ctx, s.cfg, FromStore(st), s.now)
	found, checkErr := st.Check(ctx)
	o := outcome{refused: err != nil, told: len(found) > 0 || checkErr != nil}
	seen := map[int]bool{}
	if err != nil {
		return o
	}
	for id, r := range b.Readings {
		o.last = s.logged[r.Number]
		seen[o.last] = true
		for i, p := range r.History {
			if p.Has && !s.known[id][p.Number] {
				o.wrong = fmt.Sprintf("%s shows %v", id, p.Number)
			}
			o.fewer = o.fewer || whole != nil && (len(whole.Readings[id].History) != len(r.History) || !p.Has && whole.Readings[id].History[i].Has)
		}
		o.fewer = o.fewer || whole != nil && !r.Has && whole.Readings[id].Has
	}
	if len(seen) > 1 {
		o.wrong = fmt.Sprintf("numbers of the transactions %v stand side by side", seen)
	}
	return o
}

// board is what the undamaged store shows.
func (s *specimen) board(t testing.TB) *Board {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := os.WriteFile(path, s.file, 0o644); err != nil {
		t.Fatal(err)
	}
	st, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return s.now }})
	if err != nil {
		t.Fatal(err)
	}
	defer st.Close()
	b, err := Build(t.Context(), s.cfg, FromStore(st), s.now)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// holdsNumber reports whether byte i of file is part of a recorded number.
func (s *specimen) holdsNumber(file []byte, i int) bool {
	for start := max(0, i-7); start <= i && start+8 <= len(file); start++ {
		number := math.Float64frombits(binary.BigEndian.Uint64(file[start:]))
		for _, known := range s.known {
			if known[number] {
				return true
			}
		}
	}
	return false
}
