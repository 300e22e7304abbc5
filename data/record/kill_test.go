package record_test

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"testing"
	"time"

	. "kpiwall/data/record"
	"kpiwall/data/record/recordtest"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// childRole is the variable that makes the test binary another program.
const childRole = "KPIWALL_RECORD_CHILD"

func TestMain(m *testing.M) {
	role := os.Getenv(childRole)
	if role == "" {
		os.Exit(m.Run())
	}
	now, most := time.Now, 1<<30
	if role == "together" { // all in one second
		now, most = func() time.Time { return noon }, together
	}
	if err := addForever(os.Args[1], now, most); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

// together is how often each of two programs adds, half of it to each KPI.
const together = 16

// addForever adds 1 to a sum and to a last value in turns, and tells the row of
// each when it is saved.
func addForever(path string, now func() time.Time, most int) error {
	cfg, err := config.Parse("config.toml", []byte(definition))
	if err != nil {
		return err
	}
	recorder := recordtest.Of(cfg, path, now)
	for n := range most {
		in := Input{KPI: cfg.KPI([]string{"visits", "mrr"}[n%2]), Typed: kpi.Typed{Number: 1, Add: true}}
		saved, err := recorder.Put(context.Background(), in)
		if err != nil {
			return err
		}
		fmt.Println(saved.Value.KPI, saved.Value.ID, saved.Value.Number)
	}
	return nil
}

func child(t *testing.T, role, path string) *exec.Cmd {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), exe, path)
	cmd.Env = append(os.Environ(), childRole+"="+role)
	return cmd
}

// acked is a row that a child has called saved.
type acked struct {
	id     int64
	kpi    string
	number float64
}

// killed runs a child, kills it after a while, and returns what it has called
// saved until then.
func killed(t *testing.T, path string, after time.Duration) (safe []acked) {
	t.Helper()
	cmd := child(t, "forever", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		var a acked
		if n, _ := fmt.Sscan(lines.Text(), &a.kpi, &a.id, &a.number); n != 3 {
			t.Fatalf("the child says %q", lines.Text())
		}
		if safe = append(safe, a); len(safe) == 1 { // it has started
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		}
	}
	cmd.Wait()
	return safe
}

// What Put has called saved is there after the program was killed, and nothing
// of it twice or half.
func TestPut_SurvivesBeingKilled(t *testing.T) {
	o := newOffice(t)
	o.now = time.Now()
	o.put(o.input("mrr", "0", ""))
	db := raw(t, o.path)
	safe := map[int64]acked{}
	const rounds = 25
	for range rounds {
		for _, a := range killed(t, o.path, time.Duration(1+rand.IntN(150))*time.Millisecond) {
			safe[a.id] = a
		}
		var verdict string
		if err := db.QueryRow("PRAGMA quick_check").Scan(&verdict); err != nil || verdict != "ok" {
			t.Fatalf("quick_check: %s, %v", verdict, err)
		}
	}
	rows := append(o.rows("mrr"), o.rows("visits")...)
	for _, row := range rows {
		if a, ok := safe[row.ID]; ok && a.kpi == row.KPI && a.number == row.Number {
			delete(safe, row.ID)
		}
	}
	if len(safe) > 0 {
		t.Errorf("called saved and not there: %v", safe)
	}
	// A round ends with one row at most that nobody was told of.
	mrr := o.rows("mrr")
	if got := mrr[0].Number; got != float64(len(mrr)-1) {
		t.Errorf("%d additions make %v", len(mrr)-1, got)
	}
	t.Logf("%d rows in %d rounds", len(rows), rounds)
}

func TestPut_TwoProgramsInOneSecondBothCount(t *testing.T) {
	o := newOffice(t)
	o.put(o.input("mrr", "0", ""))
	children := []*exec.Cmd{child(t, "together", o.path), child(t, "together", o.path)}
	for _, cmd := range children {
		cmd.Stderr = os.Stderr
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
	}
	for _, cmd := range children {
		if err := cmd.Wait(); err != nil {
			t.Error(err)
		}
	}
	for _, id := range []string{"visits", "mrr"} {
		k := o.Config.KPI(id)
		p := o.Config.Calendar.Period(k.Every, noon)
		values, err := o.Period(t.Context(), k, p)
		if got := Reading(o.Config, k, p, values, noon).Number; err != nil || got != together {
			t.Errorf("%s is %v, %v; want %d", id, got, err, together)
		}
	}
}
