package engine

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

const goodConfig = `title = "Office"
timezone = "UTC"
[kpi.orders]
every = "day"
target = { min = 100 }
`

// office is a running board in a folder of its own.
type office struct {
	t      *testing.T
	config string
	store  string
	boards chan *board.Board

	watch   func(context.Context, ...string) config.Watch // nil: the files are polled
	running *Engine                                       // set by run
	stop    func()
}

func start(t *testing.T, configText string, withStore bool) *office {
	t.Helper()
	dir := t.TempDir()
	o := &office{t: t, config: filepath.Join(dir, "config.toml"), store: filepath.Join(dir, "kpi.db"), boards: make(chan *board.Board, 100)}
	if configText != "" {
		o.write(configText)
	}
	if withStore {
		if err := store.Create(t.Context(), o.store); err != nil {
			t.Fatal(err)
		}
	}
	o.run()
	return o
}

func (o *office) engine() *Engine {
	example, err := os.ReadFile("../../config.example.toml")
	if err != nil {
		o.t.Fatal(err)
	}
	return &Engine{
		Config: o.config, Store: o.store, State: filepath.Join(filepath.Dir(o.config), "state"), Example: example, Now: time.Now, Log: slog.New(slog.DiscardHandler),
		Show: func(b *board.Board) { o.boards <- b }, Watch: o.watch,
	}
}

// run starts the board and ends it with the test.
func (o *office) run() (stop func()) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	e := o.engine()
	o.running = e
	go func() { done <- e.Run(ctx) }()
	stopped := false
	stop = func() {
		if stopped {
			return
		}
		stopped = true
		cancel()
		if err := <-done; err != nil {
			o.t.Error(err)
		}
	}
	o.t.Cleanup(stop)
	o.stop = stop
	return stop
}

func (o *office) write(text string) {
	o.t.Helper()
	if err := os.WriteFile(o.config, []byte(text), 0o644); err != nil {
		o.t.Fatal(err)
	}
}

// await returns the first board that is as wanted.
func (o *office) await(what string, wanted func(*board.Board) bool) *board.Board {
	o.t.Helper()
	deadline := time.After(time.Minute)
	for {
		select {
		case b := <-o.boards:
			if wanted(b) {
				return b
			}
		case <-deadline:
			o.t.Fatalf("no board came with %s", what)
		}
	}
}

func trouble(text string) func(*board.Board) bool {
	return func(b *board.Board) bool {
		for _, f := range b.Findings {
			if strings.Contains(words.English().Wall(f, b.Now), text) {
				return true
			}
		}
		return false
	}
}

func TestLive_ShowsTheExampleUntilThereIsAConfig(t *testing.T) {
	o := start(t, "", false)
	b := o.await("demo values", func(b *board.Board) bool { return b.Demo })
	if len(b.Config.KPIs) == 0 || len(b.Findings) > 0 {
		t.Errorf("the example has %d KPIs and trouble %v", len(b.Config.KPIs), b.Findings)
	}
	if _, err := os.Stat(o.store); err == nil {
		t.Error("the demo made a store where the real one belongs")
	}
	if err := store.Create(t.Context(), o.store); err != nil {
		t.Fatal(err)
	}
	o.write(goodConfig)
	o.await("the new config", func(b *board.Board) bool { return b.Config.Title == "Office" && !b.Demo })
}

func TestLive_ABrokenEditKeepsTheBoardAndNamesTheLine(t *testing.T) {
	text := strings.Replace(goodConfig, "UTC", "Asia/Kolkata", 1) // the wall tells times in its own zone
	o := start(t, text, true)
	o.await("the config", func(b *board.Board) bool { return b.Config.Title == "Office" })
	o.write(text + "every = 3\n")
	b := o.await("the line of the mistake", trouble("config.toml line 6"))
	if b.Config.Title != "Office" || len(b.Readings) != 1 {
		t.Errorf("the board did not stand: %+v", b.Config)
	}
	now := time.Now().In(b.Config.Calendar.Zone)
	if !trouble("still showing the version of "+now.Format("15:"))(b) && now.Minute() > 0 {
		t.Errorf("trouble does not say what stands: %v", b.Findings)
	}
	o.write(strings.Replace(text, "Office", "Office 2", 1))
	o.await("the mended config", func(b *board.Board) bool { return b.Config.Title == "Office 2" && len(b.Findings) == 0 })
}

func TestLive_ABadFileAtStartShowsTheLastGoodBoard(t *testing.T) {
	o := start(t, goodConfig, true)
	o.await("the config", func(b *board.Board) bool { return b.Config.Title == "Office" })
	broken := &office{t: t, config: o.config, store: o.store, boards: make(chan *board.Board, 100)}
	o.write("title = ")
	broken.run()
	b := broken.await("the last good board", func(b *board.Board) bool { return b.Config.Title == "Office" })
	if !trouble("config.toml line 1")(b) {
		t.Errorf("trouble is %v", b.Findings)
	}
}

func TestLive_ABadFileAtTheFirstStartIsToldOnTheScreen(t *testing.T) {
	o := start(t, "title = ", true)
	b := o.await("the problem", trouble("config.toml line 1"))
	if len(b.Config.Pages) != 0 {
		t.Errorf("there are pages: %v", b.Config.Pages)
	}
	o.write(goodConfig)
	o.await("the mended config", func(b *board.Board) bool { return b.Config.Title == "Office" && len(b.Findings) == 0 })
}

func TestLive_WithoutAStoreSaysToRunInit(t *testing.T) {
	o := start(t, goodConfig, false)
	b := o.await("the missing store", trouble("store is missing"))
	if len(b.Readings) != 1 || b.Readings["orders"].Status != kpi.NoValue {
		t.Errorf("readings are %v", b.Readings)
	}
	if err := store.Create(t.Context(), o.store); err != nil {
		t.Fatal(err)
	}
	o.await("the store", func(b *board.Board) bool { return len(b.Findings) == 0 })
}

func TestOnce_ReturnsErrorsInsteadOfAStandIn(t *testing.T) {
	o := &office{t: t, config: filepath.Join(t.TempDir(), "c.toml"), store: filepath.Join(t.TempDir(), "k.db")}
	if b, err := o.engine().Once(t.Context()); err != nil || !b.Demo {
		t.Errorf("without a config: %v, %v", b, err)
	}
	o.write(goodConfig)
	if _, err := o.engine().Once(t.Context()); err == nil {
		t.Error("a missing store is no error")
	}
	o.write("x = 1")
	if _, err := o.engine().Once(t.Context()); err == nil {
		t.Error("a bad config is no error")
	}
}
