package engine

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// enter records a number at the screen of a board.
func (o *office) enter(e *Engine, b *board.Board, id string, number float64) record.Saved {
	o.t.Helper()
	recorder := &record.Recorder{Config: b.Config, Open: e.OpenStore, Now: time.Now}
	saved, err := recorder.Put(o.t.Context(), record.Input{KPI: b.Config.KPI(id), Typed: kpi.Typed{Number: number}, Source: "screen"})
	if err != nil {
		o.t.Fatal(err)
	}
	return saved
}

func shows(id string, number float64) func(*board.Board) bool {
	return func(b *board.Board) bool {
		r := b.Readings[id]
		return r != nil && r.Has && r.Number == number
	}
}

func TestOpenStore_IsTheDemosWhileTheDemoRuns(t *testing.T) {
	o := start(t, "", true) // a real store, and no config
	b := o.await("demo values", func(b *board.Board) bool { return b.Demo })
	id := b.Config.KPIs[0].ID
	o.enter(o.running, b, id, 12345)
	o.running.Kick()
	o.await("what was entered", shows(id, 12345))

	o.write(goodConfig)
	b = o.await("the real board", func(b *board.Board) bool { return !b.Demo })
	s, err := o.running.OpenStore(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if counts, err := s.KPIs(t.Context()); err != nil || len(counts) != 0 {
		t.Errorf("what was entered in the demo is in the real store: %v, %v", counts, err)
	}
	o.enter(o.running, b, "orders", 7)
	if counts, err := s.KPIs(t.Context()); err != nil || counts["orders"] != 1 {
		t.Errorf("the real store holds %v, %v", counts, err)
	}
	o.await("the real value", shows("orders", 7))
}

func TestOpenStore_WithoutABoardOrAStoreSaysSo(t *testing.T) {
	o := &office{t: t, config: "c.toml", store: "k.db", boards: make(chan *board.Board, 1)}
	e := o.engine()
	e.Kick() // nobody to wake
	if _, err := e.OpenStore(t.Context()); err == nil {
		t.Error("a store is open before there is a board")
	}
	o = start(t, goodConfig, false)
	o.await("the missing store", trouble("store is missing"))
	if _, err := o.running.OpenStore(t.Context()); err == nil {
		t.Error("a missing store opens")
	}
	if _, err := os.Stat(o.store); err == nil {
		t.Error("a missing store was made")
	}
	if err := store.Create(t.Context(), o.store); err != nil {
		t.Fatal(err)
	}
	o.running.Kick()
	o.await("the store", func(b *board.Board) bool { return len(b.Findings) == 0 })
}

func TestKick_HasTheStoreReadAtOnce(t *testing.T) {
	o := start(t, goodConfig, true)
	b := o.await("the board", func(b *board.Board) bool { return b.Config.Title == "Office" })
	for n := range 3 {
		o.enter(o.running, b, "orders", float64(n+1))
		o.running.Kick()
		o.await("the value", shows("orders", float64(n+1)))
	}
	for range 5 { // nothing was written: only a kick brings a board
		o.running.Kick()
		o.await("another board", func(*board.Board) bool { return true })
	}
}

func TestEngine_WithoutAConfigSpeaksTheLanguageOfTheEnvironment(t *testing.T) {
	o := &office{t: t, config: filepath.Join(t.TempDir(), "config.toml"), boards: make(chan *board.Board, 10)}
	o.store = filepath.Join(filepath.Dir(o.config), "kpi.db")
	e := o.engine()
	e.Locale = words.In("de-DE").Locale()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error)
	go func() { ended <- e.Run(ctx) }()
	if b := <-o.boards; !b.Demo || words.Of(b.Config).Language() != "de" {
		t.Errorf("demo %v in %s", b.Demo, words.Of(b.Config).Language())
	}
	cancel()
	<-ended
}
