package store

import (
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

func init() {
	children["migrate"] = func(path string) error {
		s, err := Open(context.Background(), path, Options{Now: time.Now})
		if err == nil {
			err = s.Close()
		}
		return err
	}
	for n := range len((&migration{}).steps()) + 1 {
		children[fmt.Sprint("migrate", n)] = func(path string) error { return migrateAndDie(path, n) }
	}
}

// migrateAndDie does the first n steps of a migration through a cache that is
// soon full, so that they are in the file, and kills itself.
func migrateAndDie(path string, n int) error {
	ctx := context.Background()
	ofdLocking()
	db, err := openWriter(path, "rw")
	if err != nil {
		return err
	}
	if _, err := db.Exec("PRAGMA cache_size = 10"); err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	m := migration{tx: tx}
	for _, step := range m.steps()[:n] {
		if err := step(ctx); err != nil {
			return err
		}
	}
	self, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = self.Kill()
	}
	time.Sleep(time.Minute) // it may take a moment
	return err
}

func TestMigrate_KilledAfterAnyStepLeavesVersionOne(t *testing.T) {
	t.Parallel() // it waits more than it works
	for journal, shapes := range map[string][]string{"DELETE": {chain, chain + ";" + harm}, "WAL": {chain}} {
		for _, queries := range shapes {
			for n := range len((&migration{}).steps()) + 1 {
				path := storeOne(t, "PRAGMA journal_mode = "+journal, manyOne, queries)
				before := rowsOf(t, path, "observation")
				out, err := child(t, fmt.Sprint("migrate", n), path).CombinedOutput()
				if err == nil || len(out) > 0 {
					t.Fatalf("the child was not killed: %s, %v", out, err)
				}
				if s := versionIn(t, path); s != 1 {
					t.Errorf("%s, after %d steps: version %d", journal, n, s)
				}
				if after := rowsOf(t, path, "observation"); !slices.Equal(after, before) {
					t.Errorf("%s, after %d steps: %d rows, had %d", journal, n, len(after), len(before))
				}
				if open(t, path).Migrated() == nil {
					t.Errorf("%s, after %d steps: cannot be migrated any more", journal, n)
				}
				intact(t, outside(t, path))
			}
		}
	}
}

// manyOne are 2,000 rows, of which every tenth was corrected.
const manyOne = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2200)
	INSERT INTO observation(kpi, at, value) SELECT 'many' || (i % 7), date('2020-01-01', (i % 2000) || ' days'), i FROM n`

// versionIn returns the version in the file as the next program sees it.
func versionIn(t *testing.T, path string) (version int) {
	t.Helper()
	if err := outside(t, path).QueryRow("PRAGMA user_version").Scan(&version); err != nil {
		t.Fatal(err)
	}
	return version
}

// Killed at any moment, also while the backup is made or the transaction is
// committed, the store is whole, of the one version or the other.
func TestMigrate_SurvivesBeingKilledAtAnyMoment(t *testing.T) {
	t.Parallel() // it waits more than it works
	versions := map[int]int{}
	for n := range 15 {
		path := storeOne(t, manyOne, chain, harm)
		kept := len(rowsOf(t, path, "observation")) - 3
		cmd := child(t, "migrate", path)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(n)*10*time.Millisecond + rand.N(10*time.Millisecond))
		cmd.Process.Kill()
		cmd.Wait()
		versions[versionIn(t, path)]++
		intact(t, outside(t, path))
		s := open(t, path)
		if rows := rowsOf(t, path, "observation"); len(rows) != kept {
			t.Errorf("%d rows, want %d", len(rows), kept)
		}
		put(t, s, "c", "2026-11-24", 1)
		backups, err := filepath.Glob(filepath.Join(BackupFolder(path), "kpi-version-1-*.db"))
		if err != nil || len(backups) == 0 {
			t.Errorf("no backup: %v, %v", backups, err)
		}
		for _, b := range backups {
			if len(rowsOf(t, b, "observation")) != kept+3 {
				t.Errorf("backup %s is not whole", b)
			}
		}
		s.Close()
	}
	t.Logf("versions after a kill: %v", versions)
}

// A deadline that is meant for a look at the store must not end, each time, what
// takes longer once.
func TestMigrate_OutlivesTheDeadlineButNotTheEnd(t *testing.T) {
	late, cancel := context.WithDeadline(t.Context(), time.Now().Add(-time.Second))
	defer cancel()
	free, end := withoutDeadline(late)
	if free.Err() != nil {
		t.Error("it ended with its time")
	}
	end()
	ended, cancel := context.WithCancel(t.Context())
	free, end = withoutDeadline(ended)
	defer end()
	cancel()
	select {
	case <-free.Done():
	case <-time.After(5 * time.Second):
		t.Error("it goes on after it was called off")
	}
}

// BenchmarkMigrate migrates a million values (use -benchtime=1x).
func BenchmarkMigrate(b *testing.B) {
	const fill = `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 999999)
		INSERT INTO observation(kpi, at, value, source) SELECT 'kpi_' || (i % 50), strftime('%Y-%m-%dT%H:%M:%SZ', 1700000000 + 300 * (i / 50), 'unixepoch'), i, 'bench' FROM n`
	for _, c := range []struct{ name, more string }{{"Sound", ""}, {"Harmed", harm}} {
		b.Run(c.name, func(b *testing.B) {
			for b.Loop() {
				b.StopTimer()
				path := storeOne(b, fill, c.more)
				b.StartTimer()
				s := open(b, path)
				if s.Migrated() == nil {
					b.Fatal("not migrated")
				}
			}
		})
	}
}
