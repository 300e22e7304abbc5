package live

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
)

func TestWall_KeepsItsNumbersThroughAFaultOfTheStoreAndRecovers(t *testing.T) {
	type fault struct {
		name    string
		cause   func(w *ward, path string) error
		trouble string  // while it lasts; empty: none is to be told
		during  float64 // the number then; 0: still 42
		mend    func(w *ward, path string, content []byte) error
		after   float64 // the number once it is mended; 0: 42
	}
	back := func(_ *ward, path string, content []byte) error { return overwrite(path, content) }
	aside := func(_ *ward, path string) error { return os.Rename(path, path+".aside") }
	for _, f := range []fault{
		{"missing", aside, "store is missing", 0, func(_ *ward, path string, _ []byte) error { return os.Rename(path+".aside", path) }, 0},
		{"deleted and made anew", aside, "store is missing", 0, func(w *ward, path string, _ []byte) error { w.create(path, 7); return nil }, 7},
		{"without bytes", func(_ *ward, path string) error { return overwrite(path, nil) }, "store is empty", 0, back, 0},
		{"garbage", func(_ *ward, path string) error {
			return overwrite(path, []byte(strings.Repeat("garbage!", 4096)))
		}, "store", 0, back, 0},
		{"cut off", func(_ *ward, path string) error { return os.Truncate(path, 4096+100) }, "store is damaged", 0, back, 0},
		{"a folder", func(_ *ward, path string) error {
			return errors.Join(os.Rename(path, path+".aside"), os.Mkdir(path, 0o755))
		}, "store path is a folder", 0, func(_ *ward, path string, _ []byte) error {
			return errors.Join(os.Remove(path), os.Rename(path+".aside", path))
		}, 0},
		{"replaced by a backup", func(w *ward, path string) error {
			w.create(path+".backup", 8)
			return os.Rename(path+".backup", path)
		}, "", 8, nil, 8},
		{"of a newer kpiwall", func(w *ward, path string) error {
			return sqlite3(w.t, path, "PRAGMA user_version = 2")
		}, "", 0, func(w *ward, path string, _ []byte) error { return sqlite3(w.t, path, "PRAGMA user_version = 1") }, 0},
	} {
		t.Run(f.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				w := newWard(t)
				w.run()
				w.shows("before", 42, "")
				path := w.live.Store
				content, err := os.ReadFile(path)
				w.do(err)
				w.do(f.cause(w, path))
				w.pass(10 * time.Second)
				during := f.during
				if during == 0 {
					during = 42
				}
				w.shows("during", during, f.trouble)
				if f.trouble != "" && !strings.Contains(w.troubles(), "values of 09:00") {
					t.Errorf("trouble %q does not say of when the values are", w.troubles())
				}
				if f.mend == nil {
					return
				}
				w.do(f.mend(w, path, content))
				w.pass(31 * time.Second)
				after := f.after
				if after == 0 {
					after = 42
				}
				w.shows("after", after, "")
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
		w := newWard(t)
		w.run()
		cmd := exec.Command(program, w.live.Store)
		in, _ := cmd.StdinPipe()
		out, _ := cmd.StdoutPipe()
		w.do(cmd.Start())
		fmt.Fprintln(in, "BEGIN EXCLUSIVE; SELECT 'held';")
		if line, _ := bufio.NewReader(out).ReadString('\n'); line != "held\n" {
			t.Fatalf("sqlite3 says %q", line)
		}
		w.pass(35 * time.Second) // also past a refresh that nobody asked for
		w.shows("while it is held", 42, "store is locked by another program; values of 09:00, retrying")
		if err := w.put(w.live.Store, 43); err == nil {
			t.Error("a value was recorded all the same")
		}
		fmt.Fprintln(in, "COMMIT;")
		in.Close()
		w.do(cmd.Wait())
		w.pass(31 * time.Second)
		w.shows("after", 42, "")
		w.do(w.put(w.live.Store, 43))
		w.pass(time.Second)
		w.shows("a new value", 43, "")
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
			w := newWard(t)
			w.run()
			w.mu.Lock()
			w.offset = c.offset
			w.mu.Unlock()
			w.pass(2 * time.Minute)
			r := w.last().Readings["orders"]
			if got := w.troubles(); !strings.Contains(got, c.trouble) || c.trouble == "" && got != "" {
				t.Errorf("%s: trouble %q, want %q", c.name, got, c.trouble)
			}
			if r.Text != c.number || r.Fresh.Overdue != c.overdue || !r.Has && len(r.Findings) == 0 {
				t.Errorf("%s: the wall shows %q, overdue %v, warning %q", c.name, r.Text, r.Fresh.Overdue, r.Findings)
			}
			if age := w.now().Sub(w.last().Read); age < 0 || age > time.Minute {
				t.Errorf("%s: the board is %v old", c.name, age)
			}
			w.mu.Lock()
			w.offset = 0
			w.mu.Unlock()
			w.pass(2 * time.Minute)
			w.shows(c.name+", mended", 42, "")
		})
	}
}

// A page that reading does not meet.
func TestWall_TellsOfDamageThatItDoesNotMeet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.do(sqlite3(t, w.live.Store, `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i < 3000)
			INSERT INTO observation(kpi, at, value, recorded_at) SELECT 'old', date('2000-01-01', i || ' days'), i, '2026-11-20' FROM n`))
		whole, err := os.ReadFile(w.live.Store)
		w.do(err)
		broken := bytes.Clone(whole)
		clear(broken[20*4096+1000 : 20*4096+1512])
		w.do(overwrite(w.live.Store, broken))
		w.run()
		w.shows("damaged", 42, "store is damaged: ")
		if got := w.backups(); len(got) > 0 {
			t.Errorf("a damaged store was backed up: %v", got)
		}
		w.do(overwrite(w.live.Store, whole))
		w.pass(2 * time.Minute)
		w.shows("whole again", 42, "")
		if got := w.backups(); len(got) != 1 {
			t.Errorf("backups of the whole store: %v", got)
		}
	})
}
