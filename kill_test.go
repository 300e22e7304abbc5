//go:build unix

package main

import (
	"bufio"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// killsPerStore is after how many kills a new, small store is begun.
const killsPerStore = 10

// The wall and all who write to its store are killed at random moments. After
// each kill the store must be whole and hold what anybody was told is saved, and
// the wall that is started again must show what it holds.
func TestWall_LosesNothingWhenItIsKilled(t *testing.T) {
	kills, err := strconv.Atoi(os.Getenv("KPIWALL_KILLS"))
	if err != nil {
		t.Skip("takes long and a display of its own: run .ci/kills")
	}
	seed, err := strconv.ParseUint(os.Getenv("KPIWALL_SEED"), 10, 64)
	if err != nil {
		seed = rand.Uint64()
	}
	t.Logf("seed %d", seed)
	begin := time.Now()
	h := &hunt{
		t: t, rand: rand.New(rand.NewPCG(seed, 0)), enter: make(chan struct{}), count: map[string]int{},
		ledger: &ledger{last: 1000, total: map[string][3]int{}},
	}
	defer func() { _ = h.wall.Process.Kill() }()
	for store := 0; h.walls < kills && !t.Failed(); store++ {
		h.found(store%2 == 1)
		for begun := h.walls; h.walls < min(begun+killsPerStore, kills) && !t.Failed(); {
			h.round()
		}
		h.kill()
		h.tidy()
		t.Logf("%d kills", h.walls)
	}
	t.Logf("%d kills of the wall in %v, %v\n%s", h.walls, time.Since(begin).Round(time.Second), h.count, h.ledger)
}

// tidy sees that nothing lies about but drafts of the last good config, which stay for an
// hour where a kill has cut their writing off.
func (h *hunt) tidy() {
	left, _ := filepath.Glob(h.path(".*"))
	left = slices.DeleteFunc(left, func(path string) bool { return strings.HasPrefix(filepath.Base(path), ".kpi.good.toml-") })
	if len(left) > 0 {
		h.t.Errorf("left behind: %v", left)
	}
}

// hunt is a wall under fire.
type hunt struct {
	t      *testing.T
	rand   *rand.Rand // of the test's own goroutine
	folder string     // of the store under fire
	wall   *exec.Cmd
	heard  chan struct{} // closed when all that the wall logged was read
	said   []string      // what that was
	enter  chan struct{} // Enter is about to be pressed at the screen
	ledger *ledger

	walls int            // killed
	count map[string]int // of what else happened
}

// found begins a new store: with a rollback journal, as the wall makes it, or
// with a write-ahead log, as its owner may choose.
func (h *hunt) found(wal bool) {
	h.folder = h.t.TempDir()
	h.ledger.said = map[number]outcome{}
	h.configure(map[string]int{})
	h.must(h.command("init"))
	if wal {
		h.must(h.sql("PRAGMA journal_mode = WAL"))
	}
	h.must(h.sql(insert("keys", 1) + insert("put", 1) + insert("sql", 1) + insert("pair", 1)))
	h.must(h.command("import", h.bulk(1)))
	h.watch(h.examine())
}

// round has everybody write for a while, kills the wall, and looks at what
// became of it all.
func (h *hunt) round() {
	power, cut := context.WithCancel(h.t.Context())
	defer cut()
	duty, rest := context.WithCancel(power)
	writing := h.feed(power, duty)
	h.await()
	if h.rand.IntN(2) == 0 {
		h.count["together with all who wrote"]++
		cut()
	}
	h.kill()
	h.pause(200 * time.Millisecond) // the others go on without a wall
	rest()
	writing.Wait()
	h.watch(h.examine())
}

// await returns at a random moment, or two times out of three at one that hurts:
// when somebody has begun to write after an Enter at the screen.
func (h *hunt) await() {
	if h.rand.IntN(3) == 0 {
		h.pause(1200 * time.Millisecond)
		return
	}
	for range 1 + h.rand.IntN(4) {
		select {
		case <-h.enter:
		case <-time.After(2 * time.Second):
		}
	}
	before := h.unwritten()
	for end := time.Now().Add(40 * time.Millisecond); h.unwritten() == before && time.Now().Before(end); {
	}
	h.pause(4 * time.Millisecond)
}

// unwritten returns a number that changes when a transaction writes.
func (h *hunt) unwritten() (size int64) {
	for _, name := range []string{"kpi.db-journal", "kpi.db-wal"} {
		if info, err := os.Stat(h.path(name)); err == nil {
			size += info.Size() + 1
		}
	}
	return size
}

// pause waits for a random time below most.
func (h *hunt) pause(most time.Duration) { time.Sleep(time.Duration(h.rand.Int64N(int64(most)))) }

// watch starts the wall, now and then twice since it is killed on the way, and
// waits until it shows the numbers.
func (h *hunt) watch(numbers map[string]int) {
	h.t.Helper()
	h.configure(numbers)
	made, _ := filepath.Glob(h.path("backups/kpi-daily-*.db"))
	for _, path := range made { // the wall makes another, which may be killed as well
		h.count["backups looked at"]++
		h.sound(path)
		os.Remove(path)
	}
	h.start()
	if h.rand.IntN(3) == 0 {
		h.pause(800 * time.Millisecond)
		h.count["while it started"]++
		h.kill()
		h.start()
	}
	h.green()
}

// start starts the wall and listens to what it logs.
func (h *hunt) start() {
	h.t.Helper()
	h.wall, h.heard, h.said = run(h.command("run")), make(chan struct{}), nil
	h.wall.Env = append(os.Environ(), "XDG_STATE_HOME="+h.path("state"))
	log, err := h.wall.StderrPipe()
	if err == nil {
		err = h.wall.Start()
	}
	if err != nil {
		h.t.Fatal(err)
	}
	go func(heard chan struct{}) {
		defer close(heard)
		for lines := bufio.NewScanner(log); lines.Scan(); {
			h.said = append(h.said, lines.Text())
			h.hear(lines.Text())
		}
	}(h.heard)
}

// hear notes what the wall has saved at the screen.
func (h *hunt) hear(line string) {
	var row, n int
	var moment string
	if _, at, ok := strings.Cut(line, `msg="saved at the screen"`); ok {
		if _, err := fmt.Sscanf(at, " kpi=keys row=%d at=%s number=%d", &row, &moment, &n); err != nil {
			h.t.Errorf("the wall logs %q: %v", line, err)
		}
		h.ledger.note(number{"keys", n}, saved)
	}
	if strings.Contains(line, "level=ERROR") || strings.Contains(line, "needs care") {
		h.t.Errorf("the wall logs %s", line)
	}
}

// kill kills the wall, and returns when all that it said is noted.
func (h *hunt) kill() {
	_ = h.wall.Process.Kill()
	<-h.heard
	_ = h.wall.Wait()
	h.walls++
}

// tiles are the KPIs of the wall, with what is special to each.
var tiles = map[string]string{"keys": "", "put": "", "sql": "", "bulk": "combine = 'mean'\ndecimals = 3\n"}

// screenOf asks for the driver that is tested.
func screenOf() string { return fmt.Sprintf("[screen]\ndriver = %q\n", os.Getenv("KPIWALL_DRIVER")) }

// configure sets the target of each KPI to the number that its tile must show:
// the tile is green then, and with any other number it would not be.
func (h *hunt) configure(numbers map[string]int) {
	h.t.Helper()
	board := "title = 'Kills'\ntimezone = 'UTC'\nstay = '1h'\n" + screenOf() + "[page.one]\ntiles = ['keys', 'put', 'sql', 'bulk']\n"
	for id, rest := range tiles {
		board += fmt.Sprintf("[kpi.%s]\nevery = 'year'\ntarget = { min = %[2]v, max = %[2]v }\n%s", id, numbers[id], rest)
	}
	if err := os.WriteFile(h.path("config.toml"), []byte(board), 0o644); err != nil {
		h.t.Fatal(err)
	}
}

// green waits until a place in each tile has the colour of a number on target.
func (h *hunt) green() {
	h.t.Helper()
	for end := time.Now().Add(15 * time.Second); time.Now().Before(end); {
		picture, green := screenshot(), 0
		for _, x := range []int{625, 1207} { // in the padding, where nothing is written
			for _, y := range []int{200, 480} {
				if colorAt(picture, x, y) == onTarget {
					green++
				}
			}
		}
		if green == len(tiles) {
			return
		}
	}
	_ = exec.Command("import", "-window", "root", filepath.Join(os.TempDir(), "kpiwall-killed.png")).Run()
	h.kill()
	h.t.Fatalf("the wall does not show what is in its store; a picture is kpiwall-killed.png in %s; its log is\n%s", os.TempDir(), strings.Join(h.said, "\n"))
}

func (h *hunt) path(name string) string { return filepath.Join(h.folder, name) }

// onTarget is the fill of a tile whose number is on target, as a picture has it.
const onTarget = "\x0f\x4a\x3c"

// screenshot returns the colours on a screen of 1280x720 pixels.
func screenshot() []byte {
	picture, _ := exec.Command("import", "-window", "root", "-depth", "8", "rgb:-").Output()
	return picture
}

// colorAt returns the colour of a pixel, or nothing where there is no picture.
func colorAt(picture []byte, x, y int) string {
	at := (y*1280 + x) * 3
	if at+3 > len(picture) {
		return ""
	}
	return string(picture[at : at+3])
}
