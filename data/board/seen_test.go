package board

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

func TestReader_SeesWhatIsNewAsIfItReadEverything(t *testing.T) {
	t.Parallel()
	steps := *hostileFlag
	for seed, journal := range []string{"DELETE", "WAL", "DELETE"} {
		h := handsOn(t, uint64(seed), journal)
		h.took = time.Hour // no whole read comes to the help
		backup := ""
		h.look(t, "nothing")
		for step := range steps {
			after := ""
			for range 1 + h.IntN(3) {
				after += h.write(t) + ", "
			}
			switch h.IntN(40) {
			case 0:
				after += h.replace(t, backup)
				backup = ""
			case 1:
				backup = filepath.Join(t.TempDir(), fmt.Sprint(step))
				must(t, h.other, "VACUUM INTO ?", backup)
			}
			h.clock = h.clock.Add(one(&dice{Rand: h.Rand}, 0, 0, 0, 0, time.Second, time.Second, time.Second, 20*time.Second, 20*time.Second, 100*time.Second, 59*time.Minute))
			h.look(t, fmt.Sprintf("seed %d, step %d: %s", seed, step, after))
		}
		h.close()
		t.Logf("seed %d: %v", seed, h.count)
		if h.count["partial"] < steps/2 {
			t.Errorf("seed %d: only %d of %d reads were partial", seed, h.count["partial"], steps)
		}
	}
}

// What somebody changes in old rows past all rules shows as soon as a whole read may
// be made.
func TestReader_FindsWhatLeftNoNewRowAfterARest(t *testing.T) {
	h := handsOn(t, 1, "DELETE")
	defer h.close()
	for day := 1; day <= 20; day++ {
		must(t, h.other, "INSERT INTO observation(kpi, at, value) VALUES ('v0', ?, ?)", fmt.Sprintf("2026-11-%02d", day), day)
	}
	h.look(t, "twenty values")
	h.read.seen.took = 100 * time.Millisecond
	must(t, h.other, "UPDATE observation SET superseded = 1 WHERE kpi = 'v0' AND at = '2026-11-10'")
	h.clock = h.clock.Add(wholeShare*100*time.Millisecond - 1)
	all, err := h.read.read(t.Context(), h.cfg, moment{now: h.clock}, false)
	if rest, due := h.read.seen.dueIn(h.clock); err != nil || !due || rest != 1 {
		t.Fatalf("the next whole read is due %v in %v (%v), want in a nanosecond", due, rest, err)
	}
	has := func() bool {
		return slices.ContainsFunc(all.kpis["v0"].Entries, func(e kpi.Entry) bool { return e.At.Day.Day == 10 })
	}
	if !has() {
		t.Error("an old row was read although nothing told of it: this test cannot fail")
	}
	h.clock = h.clock.Add(1)
	if all, err = h.read.read(t.Context(), h.cfg, moment{now: h.clock}, false); err != nil || has() {
		t.Errorf("a row that somebody has put out of force still shows (%v)", err)
	}
}

func TestReader_SeesWhatAPersonRenewed(t *testing.T) {
	h := handsOn(t, 1, "DELETE")
	defer h.close()
	must(t, h.other, `INSERT INTO observation(kpi, at, value, note, recorded_at) VALUES
		('v1', '2026-11-22', 1, 'a', '2026-11-18T10:00:00.000Z'), ('v1', '2026-11-21', 2, 'b', '2026-11-19T10:00:00.000Z')`)
	h.took = time.Hour
	h.look(t, "two values of a week")
	var id int64
	if err := h.other.QueryRow("SELECT id FROM observation WHERE at = '2026-11-22'").Scan(&id); err != nil {
		t.Fatal(err)
	}
	err := h.own.Write(t.Context(), "renew", func(tx *store.Tx) error { return tx.Renew(t.Context(), id, h.clock) })
	if err != nil {
		t.Fatal(err)
	}
	h.look(t, "a renewal")
	if got := h.last.Readings["v1"].Note; got != "a" {
		t.Errorf("the note is %q, want that of the renewed value", got)
	}
}

func TestReader_LetsAValueGoStaleBetweenTwoMinutes(t *testing.T) {
	h := handsOn(t, 1, "DELETE")
	defer h.close()
	h.clock = h.clock.Add(20 * time.Second)
	must(t, h.other, "INSERT INTO observation(kpi, at, value, recorded_at) VALUES ('stale', '2026-11-20', 1, '2026-11-20T07:30:30.000Z')")
	h.took = time.Hour
	h.look(t, "a value that is almost stale")
	h.clock = h.clock.Add(11 * time.Second)
	must(t, h.other, "INSERT INTO observation(kpi, at, value) VALUES ('v0', '2026-11-20', 1)")
	h.look(t, "a moment")
	if !h.last.Readings["stale"].Fresh.Overdue {
		t.Error("an hour and a half and a second after its value it is not stale")
	}
}
