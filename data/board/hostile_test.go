package board

import (
	"database/sql"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

var hostileFlag = flag.Int("hostile-steps", 150, "how many statements each hostile writer makes")

// calm are KPIs that no hostile writer touches, with their numbers.
var calm = map[string]float64{"calm": 41, "calm.sum": 7, "calm-hour": 3, "kal": 12}

// hostileConfig is a board of the calm ones and of those that are written.
func hostileConfig(t *testing.T) *config.Config {
	cfg := testConfig(t,
		kpi.KPI{ID: "calm", Every: kpi.Month, Targets: atLeast(40)},
		kpi.KPI{ID: "calm.sum", Every: kpi.Week, Combine: kpi.Sum, Running: kpi.Pace, Targets: atLeast(10)},
		kpi.KPI{ID: "calm-hour", Every: kpi.Hour, Combine: kpi.Max},
		kpi.KPI{ID: "kal", Every: kpi.Day, Combine: kpi.Mean},
		kpi.KPI{ID: "v0", Every: kpi.Day, Targets: atLeast(1), Tolerance: kpi.Tolerance{Below: kpi.Margin{Amount: 0.1, Share: true}}},
		kpi.KPI{ID: "v1", Every: kpi.Week, Combine: kpi.Sum, Running: kpi.Pace, Targets: atLeast(10)},
		kpi.KPI{ID: "v2", Every: kpi.Hour, Combine: kpi.Mean, Format: kpi.Format{Style: kpi.Compact}},
		kpi.KPI{ID: "v3", Every: kpi.Month, Judged: true, StaleAfter: time.Hour},
		kpi.KPI{ID: "v4", Every: kpi.Year, Combine: kpi.Min, Format: kpi.Format{Style: kpi.Duration, Decimals: 1}},
	)
	cfg.Calendar.Zone = time.FixedZone("Auckland", 13*3600)
	return cfg
}

// hostileStore is a store that a vandal writes, through connections of its own.
func hostileStore(t *testing.T, schema string) (path string, db *sql.DB) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "kpi.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(schema)
	if err != nil {
		t.Fatal(err)
	}
	db, err = sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	db.SetMaxOpenConns(1)
	must(t, db, string(text)+"; PRAGMA synchronous = OFF")
	for id, number := range calm {
		must(t, db, "INSERT INTO observation(kpi, at, value, recorded_at) VALUES (?, '2026-11-20T11:10:00Z', ?, '2026-11-20T11:10:01Z')", id, number)
	}
	return path, db
}

func must(t *testing.T, db *sql.DB, query string, args ...any) {
	t.Helper()
	if _, err := db.Exec(query, args...); err != nil {
		t.Fatalf("%.200s: %v", query, err)
	}
}

const (
	schemaNow = "../store/schema.sql"
	schemaOne = "../store/testdata/schema_v1.sql"
)

func TestBuild_ShowsWhatIsRightBesideAHostileWriter(t *testing.T) {
	t.Parallel()
	for seed := range uint64(3) {
		path, db := hostileStore(t, schemaNow)
		s := openAt(t, path, false)
		v := vandal{rand.New(rand.NewPCG(seed, 9))}
		cfg, taken := hostileConfig(t), 0
		want := look(t, cfg, s, "nothing")
		for step := range *hostileFlag {
			statement := v.statement()
			if result, err := db.Exec(statement); err == nil {
				if n, _ := result.RowsAffected(); n > 0 {
					taken++
				}
			}
			calmAsBefore(t, want, look(t, cfg, s, statement), statement)
			if step%10 == 0 {
				ask(t, s, statement)
			}
		}
		t.Logf("seed %d: %d of %d statements changed something", seed, taken, *hostileFlag)
		if taken < *hostileFlag/10 {
			t.Errorf("seed %d: only %d statements changed something", seed, taken)
		}
		sound(t, s)
	}
}

func TestBuild_ShowsWhatIsRightBesideRowsThatNoRuleLetsIn(t *testing.T) {
	t.Parallel()
	for seed := range uint64(4) {
		version, schema := 2-int(seed%2), schemaNow
		if version == 1 {
			schema = schemaOne
		}
		path, db := hostileStore(t, schema)
		must(t, db, "PRAGMA ignore_check_constraints = ON")
		must(t, db, "DROP TRIGGER observation_put; DROP TRIGGER observation_keep; DROP TRIGGER observation_stay")
		v := vandal{rand.New(rand.NewPCG(seed, 10))}
		cfg := hostileConfig(t)
		text, err := os.ReadFile(schema)
		if err != nil {
			t.Fatal(err)
		}
		var queries []string
		for len(queries) < 80 {
			q := v.harmful(version == 1)
			if version == 1 {
				q = strings.NewReplacer("holds_from", "seen_at", "batch", "note", "undoes", "source").Replace(q)
			}
			if _, err := db.Exec(q); err == nil {
				queries = append(queries, q)
			}
		}
		if version == 1 {
			_, trigger, _ := strings.Cut(string(text), "CREATE TRIGGER observation_put")
			must(t, db, "CREATE TRIGGER observation_put"+trigger[:strings.Index(trigger, "-- The values in force")])
		} else {
			must(t, db, string(text))
		}
		db.Close()
		asCopy := openAt(t, path, true)
		b := look(t, cfg, asCopy, "a copy")
		for id, number := range calm {
			if r := b.Readings[id]; !r.Has || r.Number != number || len(r.Findings) > 0 {
				t.Errorf("seed %d: %s is %v, %v; want %v", seed, id, r.Number, r.Findings, number)
			}
		}
		named(t, b)
		asCopy.Close()
		s := openAt(t, path, false)
		calmAsBefore(t, b, look(t, cfg, s, "the rows"), fmt.Sprint("seed ", seed))
		ask(t, s, fmt.Sprint("seed ", seed))
		sound(t, s)
	}
}

func openAt(t *testing.T, path string, asCopy bool) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return hostileNow }, Copy: asCopy})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

var hostileNow = time.Date(2026, time.November, 20, 11, 59, 0, 0, time.UTC)

// look builds the board of now and of a past day, which never fails as a whole.
func look(t *testing.T, cfg *config.Config, s *store.Store, after string) *Board {
	t.Helper()
	b, err := Build(t.Context(), cfg, FromStore(s), hostileNow)
	if err == nil {
		_, err = BuildAsOf(t.Context(), cfg, FromStore(s), kpi.Date{Year: 2026, Month: time.November, Day: 18}, hostileNow)
	}
	if err != nil {
		t.Fatalf("after %s: %v", after, err)
	}
	return b
}

func calmAsBefore(t *testing.T, before, now *Board, after string) {
	t.Helper()
	for id := range calm {
		if !now.Readings[id].Equal(before.Readings[id]) {
			t.Fatalf("after %s: %s is %+v, was %+v", after, id, now.Readings[id], before.Readings[id])
		}
	}
}

// named wants warnings, and no more than that, about rows that cannot be read.
func named(t *testing.T, b *Board) {
	t.Helper()
	unreadable := 0
	for _, r := range b.Readings {
		for _, f := range r.Findings {
			if f.Severity != finding.Warning {
				t.Errorf("%+v is no warning", f)
			}
			if f.Code == "value.unreadable" {
				unreadable++
			}
		}
	}
	if unreadable == 0 {
		t.Error("no row that cannot be read is named")
	}
}

// ask asks all that the store answers besides the board.
func ask(t *testing.T, s *store.Store, after string) {
	t.Helper()
	_, err := s.Changed(t.Context())
	fail := func(what string, err error) {
		if err != nil {
			t.Fatalf("after %s: %s: %v", after, what, err)
		}
	}
	fail("changed", err)
	for _, id := range []string{"v0", "v1", "v2", "v3", "v4", "calm"} {
		_, err := s.History(t.Context(), id, 0)
		fail("history", err)
	}
	counts, err := s.KPIs(t.Context())
	fail("KPIs", err)
	for id := range calm {
		if counts[id] != 1 {
			t.Fatalf("after %s: %d values of %s", after, counts[id], id)
		}
	}
	fail("each", s.Each(t.Context(), nil, func(store.Value) error { return nil }))
	_, err = s.Facts(t.Context())
	fail("facts", err)
}

// sound records a value, undoes it, and has SQLite look through the file.
func sound(t *testing.T, s *store.Store) {
	t.Helper()
	for _, id := range []string{"calm", "v0"} {
		err := s.Write(t.Context(), "record", func(tx *store.Tx) error {
			stands, err := tx.Put(t.Context(), store.Value{KPI: id, Value: kpi.Value{At: kpi.AtInstant(hostileNow), Number: 99}})
			if err == nil {
				_, err = tx.Undo(t.Context(), stands.ID, "")
			}
			return err
		})
		if err != nil {
			t.Errorf("%s: %v", id, err)
		}
	}
	if damage, err := s.Check(t.Context()); err != nil || len(damage) > 0 {
		t.Errorf("the file is damaged: %v, %v", damage, err)
	}
}
