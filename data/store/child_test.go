package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// childRole is the variable that makes the test binary another program.
const childRole = "KPIWALL_STORE_CHILD"

func TestMain(m *testing.M) {
	if role := os.Getenv(childRole); role != "" {
		if err := children[role](os.Args[1]); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	code := m.Run()
	for _, path := range benchStores.made {
		os.RemoveAll(filepath.Dir(path))
	}
	os.Exit(code)
}

// children are the roles of a child process; each gets the path of a store.
var children = map[string]func(path string) error{
	"write":  writeForever,
	"import": importForever,
	"lock":   lockUntilStdinEnds,
}

// child returns the command that runs a role in a process of its own.
func child(t testing.TB, role, path string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, path)
	cmd.Env = append(os.Environ(), childRole+"="+role)
	return cmd
}

// writeForever records pairs of values, and tells each number when it is safe.
func writeForever(path string) error {
	s, err := Open(context.Background(), path, Options{Now: time.Now})
	if err != nil {
		return err
	}
	counts, err := s.KPIs(context.Background())
	for n := counts["left"]; err == nil; n++ {
		left, right := Value{KPI: "left"}, Value{KPI: "right"}
		left.At = kpi.AtInstant(noon.Add(time.Duration(n) * time.Second))
		left.Number = float64(n)
		right.Value = left.Value
		if _, err = s.Put(context.Background(), left, right); err == nil {
			fmt.Println(n)
		}
	}
	return err
}

// importForever imports without an end, through a cache that is soon full.
func importForever(path string) error {
	s, err := Open(context.Background(), path, Options{Now: time.Now})
	if err != nil {
		return err
	}
	if _, err := s.current.writer.Exec("PRAGMA cache_size = 10"); err != nil {
		return err
	}
	n, next := 0, generate(1<<30, every(time.Second))
	_, err = load(context.Background(), s, func() (Value, bool, error) {
		if n++; n%10_000 == 0 {
			fmt.Println(n)
		}
		return next()
	})
	return err
}

// Nothing that Put called recorded may be missing after a kill, and no half of it
// there. Every other kill comes while values are being recorded, however long the
// program takes to start; the rest may come at its start.
func TestPut_SurvivesBeingKilled(t *testing.T) {
	t.Parallel() // it waits more than it works
	path := newStore(t).path
	acked := 0
	for n := range 30 {
		cmd := child(t, "write", path)
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		kill := time.AfterFunc(time.Minute, func() { cmd.Process.Kill() })
		if n%2 == 0 {
			kill.Reset(30*time.Millisecond + rand.N(60*time.Millisecond))
		}
		for lines, first := bufio.NewScanner(out), n%2 == 1; lines.Scan(); first = false {
			if first {
				kill.Reset(rand.N(60 * time.Millisecond))
			}
			last, err := strconv.Atoi(lines.Text())
			if err != nil {
				t.Fatal(lines.Text())
			}
			acked = last + 1
		}
		cmd.Wait()
		kill.Stop()
		// Opened as the next start of the wall would, with a journal to roll back.
		s := open(t, path)
		counts, err := s.KPIs(t.Context())
		if err != nil || counts["left"] < acked || counts["left"] > acked+1 || counts["left"] != counts["right"] {
			t.Fatalf("%d values were acknowledged; the store has %v, %v", acked, counts, err)
		}
		s.Close()
		acked = counts["left"] // with the one that was killed before it could tell
	}
	intact(t, outside(t, path))
	if acked == 0 {
		t.Error("no value was ever recorded")
	}
	t.Logf("%d pairs recorded over 30 kills", acked)
}

// leaveJournal kills a program in the middle of writing the store at path.
func leaveJournal(t *testing.T, path string) {
	t.Helper()
	cmd := child(t, "import", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	line, _ := bufio.NewReader(out).ReadString('\n')
	cmd.Process.Kill()
	cmd.Wait()
	if _, err := os.Stat(path + "-journal"); err != nil || line == "" {
		t.Fatalf("the import left no journal (%v), said %q", err, line)
	}
}

// A killed import has written to the file and left its journal behind.
func TestImport_ThatIsKilledIsRolledBackByTheReader(t *testing.T) {
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	s.Close()
	leaveJournal(t, s.path)
	counts, err := open(t, s.path).KPIs(t.Context())
	if err != nil || len(counts) != 1 || counts["revenue"] != 1 {
		t.Errorf("the store has %v, %v", counts, err)
	}
	intact(t, outside(t, s.path))
}

// lockUntilStdinEnds holds the store as a program in the middle of its writing does.
func lockUntilStdinEnds(path string) error {
	db, err := openWriter(path, "rw")
	if err != nil {
		return err
	}
	conn, err := db.Conn(context.Background())
	if err == nil {
		_, err = conn.ExecContext(context.Background(), "BEGIN EXCLUSIVE")
	}
	if err != nil {
		return err
	}
	fmt.Println("locked")
	bufio.NewReader(os.Stdin).ReadString('\n')
	return conn.Close()
}

func TestStore_SaysThatAnotherProgramHoldsItAndRecovers(t *testing.T) {
	t.Parallel() // it waits more than it works
	s := newStore(t)
	put(t, s, "revenue", "2026-11-21", 1)
	wantChanged(t, s, "a write", true)
	cmd := child(t, "lock", s.path)
	in, _ := cmd.StdinPipe()
	out, _ := cmd.StdoutPipe()
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	bufio.NewReader(out).ReadString('\n')

	ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
	start := time.Now()
	_, err := s.Put(ctx, value(t, "revenue", "2026-11-22", 1))
	if !errors.Is(err, context.DeadlineExceeded) || time.Since(start) > writerWait/2 {
		t.Errorf("Put with a deadline = %v after %v", err, time.Since(start))
	}
	cancel()
	var waiting sync.WaitGroup
	for name, ask := range map[string]func() error{
		"Changed": func() error { _, err := s.Changed(t.Context()); return err },
		"View": func() error {
			return s.View(t.Context(), func(v *View) error {
				_, err := v.Newest(t.Context(), "revenue", ever, nil)
				return err
			})
		},
		"Open": func() error { _, err := Open(t.Context(), s.path, Options{Now: ticking()}); return err },
		"Put":  func() error { _, err := s.Put(t.Context(), value(t, "revenue", "2026-11-22", 1)); return err },
	} {
		waiting.Go(func() { wantKind(t, name, ask(), Locked) })
	}
	waiting.Wait()

	in.Close()
	cmd.Wait()
	wantChanged(t, s, "the lock", true) // an error may have hidden a write
	put(t, s, "revenue", "2026-11-22", 2)
	if got := newest(t, s, "revenue"); got[0].Number != 2 {
		t.Errorf("after the lock the newest is %v", got)
	}
}

// The contract with other programs, by the program that most of them use.
func TestStore_WorksWithTheSQLiteProgram(t *testing.T) {
	sqlite3, err := exec.LookPath("sqlite3")
	if err != nil {
		t.Skip("no sqlite3 program here")
	}
	s := newStore(t)
	run := func(query string) string {
		out, _ := exec.CommandContext(t.Context(), sqlite3, "-cmd", ".timeout 5000", s.path, query).CombinedOutput()
		return strings.TrimSpace(string(out))
	}
	wantChanged(t, s, "nothing", false)
	if out := run("INSERT INTO observation(kpi, at, value, note, source) VALUES ('revenue', '2026-11-21', 42, '', 'cron')"); out != "" {
		t.Fatal(out)
	}
	wantChanged(t, s, "its insert", true)
	if got := newest(t, s, "revenue"); len(got) != 1 || got[0].Number != 42 || got[0].Source != "cron" || got[0].Recorded.IsZero() {
		t.Errorf("its value is read as %+v", got)
	}
	put(t, s, "revenue", "2026-11-22", 43)
	if out := run("SELECT at, value, prev_value FROM kpi_latest"); out != "2026-11-22|43.0|42.0" {
		t.Errorf("it reads %q", out)
	}
	if out := run("INSERT INTO observation(kpi, at, value) VALUES ('revenue', 'today', 1)"); !strings.Contains(out, "at must be YYYY-MM-DD") && !strings.Contains(out, "non-deterministic") {
		t.Errorf("it is refused with %q", out)
	}
	if out := run("PRAGMA integrity_check"); out != "ok" {
		t.Errorf("it finds %q", out)
	}
}
