package engine

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/words"
)

func TestWall_KeepsItsNumbersThroughAFaultOfTheStoreAndRecovers(t *testing.T) {
	type fault struct {
		name    string
		cause   func(h *harness, path string) error
		trouble string  // while it lasts; empty: none is to be told
		during  float64 // the number then; 0: still 42
		mend    func(h *harness, path string, content []byte) error
		after   float64 // the number once it is mended; 0: 42
	}
	back := func(_ *harness, path string, content []byte) error { return overwrite(path, content) }
	aside := func(_ *harness, path string) error { return os.Rename(path, path+".aside") }
	for _, f := range []fault{
		{"missing", aside, "store is missing", 0, func(_ *harness, path string, _ []byte) error { return os.Rename(path+".aside", path) }, 0},
		{"deleted and made anew", aside, "store is missing", 0, func(h *harness, path string, _ []byte) error { h.create(path, 7); return nil }, 7},
		{"without bytes", func(_ *harness, path string) error { return overwrite(path, nil) }, "store is empty", 0, back, 0},
		{"garbage", func(_ *harness, path string) error {
			return overwrite(path, []byte(strings.Repeat("garbage!", 4096)))
		}, "store", 0, back, 0},
		{"cut off", func(_ *harness, path string) error { return os.Truncate(path, 4096+100) }, "store is damaged", 0, back, 0},
		{"a folder", func(_ *harness, path string) error {
			return errors.Join(os.Rename(path, path+".aside"), os.Mkdir(path, 0o755))
		}, "store path is a folder", 0, func(_ *harness, path string, _ []byte) error {
			return errors.Join(os.Remove(path), os.Rename(path+".aside", path))
		}, 0},
		{"replaced by a backup", func(h *harness, path string) error {
			h.create(path+".backup", 8)
			return os.Rename(path+".backup", path)
		}, "", 8, nil, 8},
		{"of a newer kpiwall", func(h *harness, path string) error {
			return sqlite3(h.t, path, "PRAGMA user_version = 2")
		}, "", 0, func(h *harness, path string, _ []byte) error { return sqlite3(h.t, path, "PRAGMA user_version = 1") }, 0},
	} {
		t.Run(f.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				h := newHarness(t)
				h.run()
				h.shows("before", 42, "")
				path := h.engine.Store
				content, err := os.ReadFile(path)
				h.do(err)
				h.do(f.cause(h, path))
				h.pass(10 * time.Second)
				during := f.during
				if during == 0 {
					during = 42
				}
				h.shows("during", during, f.trouble)
				if f.trouble != "" && !strings.Contains(h.troubles(), "values as of 09:00") {
					t.Errorf("trouble %q does not say of when the values are", h.troubles())
				}
				if f.mend == nil {
					return
				}
				h.do(f.mend(h, path, content))
				h.pass(31 * time.Second)
				after := f.after
				if after == 0 {
					after = 42
				}
				h.shows("after", after, "")
			})
		})
	}
}

func sqlite3(t *testing.T, path, query string) error {
	t.Helper()
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("no sqlite3 program here")
	}
	if out, err := exec.CommandContext(t.Context(), program, "-cmd", ".timeout 5000", path, query).CombinedOutput(); err != nil {
		return fmt.Errorf("%w: %s", err, out)
	}
	return nil
}

func TestWall_SaysThatAnotherProgramHoldsTheStoreAndRecovers(t *testing.T) {
	program, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("no sqlite3 program here")
	}
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.run()
		cmd := exec.Command(program, h.engine.Store)
		in, _ := cmd.StdinPipe()
		out, _ := cmd.StdoutPipe()
		h.do(cmd.Start())
		fmt.Fprintln(in, "BEGIN EXCLUSIVE; SELECT 'held';")
		if line, _ := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
			t.Fatalf("sqlite3 says %q", line)
		}
		h.pass(35 * time.Second) // also past a refresh that nobody asked for
		h.shows("while it is held", 42, "store is locked by another program; values as of 09:00, retrying")
		if err := h.put(h.engine.Store, 43); err == nil {
			t.Error("a value was recorded all the same")
		}
		fmt.Fprintln(in, "COMMIT;")
		in.Close()
		h.do(cmd.Wait())
		h.pass(31 * time.Second)
		h.shows("after", 42, "")
		h.do(h.put(h.engine.Store, 43))
		h.pass(time.Second)
		h.shows("a new value", 43, "")
	})
}

func TestWall_SaysThatTheClockMayBeWrong(t *testing.T) {
	for _, c := range []struct {
		name    string
		offset  time.Duration
		number  string // "" without a value that counts
		trouble string
		overdue bool
	}{
		{"back a minute", -time.Minute, "42", "", false},
		{"back a day", -24 * time.Hour, "–", "the clock may be wrong: it says 2026-11-19 09:02, a value was recorded 2026-11-20 09:00", false},
		{"back to the beginning", -57 * 365 * 24 * time.Hour, "–", "the clock is wrong: it says 1969", false},
		{"on a year", 365 * 24 * time.Hour, "42", "", true},
	} {
		synctest.Test(t, func(t *testing.T) {
			h := newHarness(t)
			h.run()
			h.mu.Lock()
			h.offset = c.offset
			h.mu.Unlock()
			h.pass(2 * time.Minute)
			r := h.last().Readings["orders"]
			if got := h.troubles(); !strings.Contains(got, c.trouble) || c.trouble == "" && got != "" {
				t.Errorf("%s: trouble %q, want %q", c.name, got, c.trouble)
			}
			if words.English().ReadingText(r) != c.number || r.Fresh.Overdue != c.overdue || !r.Has && len(r.Findings) == 0 {
				t.Errorf("%s: the wall shows %q, overdue %v, warning %q", c.name, words.English().ReadingText(r), r.Fresh.Overdue, r.Findings)
			}
			if age := h.now().Sub(h.last().Read); age < 0 || age > time.Minute {
				t.Errorf("%s: the board is %v old", c.name, age)
			}
			h.mu.Lock()
			h.offset = 0
			h.mu.Unlock()
			h.pass(2 * time.Minute)
			h.shows(c.name+", mended", 42, "")
		})
	}
}

// A page that reading does not meet.
func TestWall_TellsOfDamageThatItDoesNotMeet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.do(sqlite3(t, h.engine.Store, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3000)
			INSERT INTO observation(kpi, at, value, recorded_at) SELECT 'old', date('2000-01-01', i || ' days'), i, '2026-11-20' FROM n`))
		whole, err := os.ReadFile(h.engine.Store)
		h.do(err)
		broken := bytes.Clone(whole)
		clear(broken[20*4096+1000 : 20*4096+1512])
		h.do(overwrite(h.engine.Store, broken))
		h.run()
		h.shows("damaged", 42, "store is damaged: ")
		if got := h.backups(); len(got) > 0 {
			t.Errorf("a damaged store was backed up: %v", got)
		}
		h.do(overwrite(h.engine.Store, whole))
		h.pass(2 * time.Minute)
		h.shows("whole again", 42, "")
		if got := h.backups(); len(got) != 1 {
			t.Errorf("backups of the whole store: %v", got)
		}
	})
}
