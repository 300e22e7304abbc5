//go:build unix

package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	_ "modernc.org/sqlite"
)

// number is one that was written, once, as a value of a KPI; kpi is also the way
// that it came.
type number struct {
	kpi string
	n   int
}

// outcome is what a program that wrote said in the end.
type outcome int

const (
	killed  outcome = iota // nothing: it is saved or not, but not by half
	saved                  // that it is saved
	refused                // that it is not
)

var outcomes = [...]string{"killed on the way", "acknowledged", "refused"}

// ledger notes what was said. Several goroutines use it.
type ledger struct {
	mu    sync.Mutex
	last  int
	said  map[number]outcome // of the store under fire
	total map[string][3]int  // of all stores, by outcome
}

// next returns a number of kpi that nobody has written yet.
func (l *ledger) next(kpi string) number {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.last++
	return number{kpi, l.last}
}

func (l *ledger) note(n number, o outcome) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.said[n] = o
	t := l.total[n.kpi]
	t[o]++
	l.total[n.kpi] = t
}

func (l *ledger) String() (all string) {
	for _, kpi := range slices.Sorted(maps.Keys(l.total)) {
		t := l.total[kpi]
		all += fmt.Sprintf("%s: %d acknowledged, %d killed on the way, %d refused\n", kpi, t[saved], t[killed], t[refused])
	}
	return all
}

// feed has everybody write until duty ends. What is under way then is brought to
// its end, unless power ends too.
func (h *hunt) feed(power, duty context.Context) *sync.WaitGroup {
	var all sync.WaitGroup
	ways := map[string]func(context.Context, *rand.Rand, number){
		"keys": h.enterOne,
		"put":  h.writeBy(func(n int) []string { return h.command("put", "put", fmt.Sprint(n)) }),
		"bulk": h.writeBy(func(n int) []string { return h.command("import", h.bulk(n)) }),
		"sql": h.writeBy(func(n int) []string {
			return h.sql("BEGIN IMMEDIATE;" + insert("sql", n) + insert("pair", n) + "COMMIT")
		}),
	}
	for _, kpi := range slices.Sorted(maps.Keys(ways)) {
		r := rand.New(rand.NewPCG(h.rand.Uint64(), 0))
		all.Go(func() {
			for duty.Err() == nil {
				ways[kpi](power, r, h.ledger.next(kpi))
				time.Sleep(time.Duration(r.Int64N(int64(60 * time.Millisecond))))
			}
		})
	}
	return &all
}

// enterOne types a value at the screen. Whether it was saved the wall says.
func (h *hunt) enterOne(power context.Context, r *rand.Rand, n number) {
	keys := append([]string{"xdotool", "key", "--delay", "12", "Escape", "Escape", "Escape", "e", "k"}, strings.Split(fmt.Sprint(n.n), "")...)
	_ = run(keys).Run() // it is never killed: a key that is down would repeat for ever
	if power.Err() != nil {
		return
	}
	select {
	case h.enter <- struct{}{}:
	default:
	}
	_ = run([]string{"xdotool", "key", "Return"}).Run()
	time.Sleep(time.Duration(r.Int64N(int64(100 * time.Millisecond))))
}

// writeBy returns what runs a program that writes a number, kills it on the way
// every third time, and notes what it says.
func (h *hunt) writeBy(words func(n int) []string) func(context.Context, *rand.Rand, number) {
	return func(power context.Context, r *rand.Rand, n number) {
		ctx, done := context.WithCancel(power)
		defer done()
		argv := words(n.n)
		if r.IntN(3) == 0 {
			defer time.AfterFunc(time.Duration(r.Int64N(int64(25*time.Millisecond))), done).Stop()
		}
		var said strings.Builder
		cmd := exec.CommandContext(ctx, argv[0], argv[1:]...)
		cmd.Stdout, cmd.Stderr = &said, &said
		_ = cmd.Run()
		switch end := cmd.ProcessState; {
		case end == nil: // it never began
		case end.Success():
			h.ledger.note(n, saved)
		case end.ExitCode() < 0:
			h.ledger.note(n, killed)
		default:
			h.ledger.note(n, refused)
			h.t.Logf("%v was refused: %s", n, said.String())
		}
	}
}

// command returns the words of a command of the program, and sql those of the
// sqlite3 program.
func (h *hunt) command(name string, args ...string) []string {
	return append([]string{os.Getenv("KPIWALL_PROGRAM"), name, "--config", h.path("config.toml"), "--store", h.path("kpi.db")}, args...)
}

func (h *hunt) sql(query string) []string {
	return []string{"sqlite3", "-bail", "-cmd", ".timeout 5000", h.path("kpi.db"), query}
}

func run(words []string) *exec.Cmd { return exec.Command(words[0], words[1:]...) }

func (h *hunt) must(words []string) {
	h.t.Helper()
	if out, err := run(words).CombinedOutput(); err != nil {
		h.t.Fatalf("%v: %v\n%s", words, err, out)
	}
}

func insert(kpi string, n int) string {
	return fmt.Sprintf("INSERT INTO observation(kpi, at, value) VALUES ('%s', date('now'), %d);", kpi, n)
}

// bulkRows is how many rows an imported file has. They are days of last year:
// each file corrects the one before, and the year's mean is the file's number.
const bulkRows = 364

// bulk makes the file of number n.
func (h *hunt) bulk(n int) (path string) {
	csv := "date,kpi,value\n"
	for day := range bulkRows {
		csv += fmt.Sprintf("%s,bulk,%d\n", time.Date(time.Now().Year()-1, 1, 1+day, 0, 0, 0, 0, time.UTC).Format(time.DateOnly), n)
	}
	path = h.path("bulk.csv")
	if err := os.WriteFile(path, []byte(csv), 0o644); err != nil {
		h.t.Error(err)
	}
	return path
}

// examine compares the store with the ledger, and returns what a wall must show.
// It looks at a copy, so that it is the wall that meets what a kill left. Nobody
// may have the store open.
func (h *hunt) examine() (shown map[string]int) {
	h.t.Helper()
	folder := h.t.TempDir()
	defer os.RemoveAll(folder)
	for _, name := range []string{"kpi.db", "kpi.db-journal", "kpi.db-wal"} {
		content, err := os.ReadFile(h.path(name))
		if err == nil {
			err = os.WriteFile(filepath.Join(folder, name), content, 0o644)
		}
		if err != nil && !(errors.Is(err, fs.ErrNotExist) && name != "kpi.db") {
			h.t.Fatal(err)
		}
		if name == "kpi.db-journal" && len(content) > 0 {
			h.count["half-written transactions left"]++
		}
	}
	there, shown := h.sound(filepath.Join(folder, "kpi.db"))
	for n, said := range h.ledger.said {
		if said != killed && there[n] != (said == saved) {
			h.t.Errorf("%v was %s; in the store: %v", n, outcomes[said], there[n])
		}
	}
	return shown
}

// sound checks that a store is whole and holds nothing by half or twice. It
// returns the numbers that are there, and the newest of each KPI.
func (h *hunt) sound(path string) (there map[number]bool, newest map[string]int) {
	h.t.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?mode=rw")
	if err != nil {
		h.t.Fatal(err)
	}
	defer db.Close()
	var verdict string
	if err := db.QueryRow("PRAGMA integrity_check").Scan(&verdict); err != nil || verdict != "ok" {
		h.t.Errorf("%s: %s %v", path, verdict, err)
	}
	rows, err := db.Query("SELECT kpi, value, count(*), max(superseded = 0) FROM observation GROUP BY kpi, value ORDER BY value")
	if err != nil {
		h.t.Fatal(err)
	}
	defer rows.Close()
	there, newest = map[number]bool{}, map[string]int{}
	halves := map[string][]int{}
	for rows.Next() {
		var n number
		var count int
		var inForce bool
		if err := rows.Scan(&n.kpi, &n.n, &count, &inForce); err != nil {
			h.t.Fatal(err)
		}
		if count != 1 && n.kpi != "bulk" || count != bulkRows && n.kpi == "bulk" {
			h.t.Errorf("%s: %v is in %d rows", path, n, count)
		}
		there[n] = true
		halves[n.kpi] = append(halves[n.kpi], n.n)
		if inForce {
			newest[n.kpi] = n.n
		}
	}
	if err := rows.Err(); err != nil || !slices.Equal(halves["sql"], halves["pair"]) {
		h.t.Errorf("%s: pairs are torn: %v, %v, %v", path, halves["sql"], halves["pair"], err)
	}
	return there, newest
}
