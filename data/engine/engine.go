// Package engine is the running board: it follows the config file and the store
// and hands out a new board whenever either changes, until it is told to end.
// It knows nothing of the screen.
package engine

import (
	"context"
	"errors"
	"io/fs"
	"log/slog"
	"os"
	"sync"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// configPoll is how often the config file is looked at where nobody tells what
// happens to it; a version counts when it was seen twice, so that a saved change
// shows within two seconds.
const configPoll = 800 * time.Millisecond

// Engine is a running board. The fields are set before Run and not changed after.
type Engine struct {
	Config  string     // path of the config file
	Store   string     // path of the store
	State   string     // folder in which the last values are saved; empty: they are not
	Example []byte     // the board shown, with demo values, while there is no config file
	Locale  kpi.Locale // of the example, and of a board that has no config
	AsOf    kpi.Date
	Checks  []config.Check
	Now     func() time.Time
	Log     *slog.Logger
	Show    func(*board.Board) // takes each board, on a goroutine of Engine's
	// Watch, unless nil, watches files until its context ends; else all is polled.
	Watch func(ctx context.Context, paths ...string) config.Watch

	ticked time.Time // when Tick was called last

	mu       sync.Mutex // guards what follows
	loop     *board.Loop
	board    *board.Board // that was shown last; nil before the first
	shown    string       // path of its store
	role     config.Role  // of the store
	calendar kpi.Calendar // of that board
}

// Run shows boards until ctx ends. Without a config file it shows the example
// with values made up for it, apart from any store, until a file appears.
func (e *Engine) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		_, err := os.Stat(e.Config)
		if errors.Is(err, fs.ErrNotExist) && !exists(config.GoodPath(e.Store)) {
			if err := e.runDemo(ctx); err != nil {
				return err
			}
			continue
		}
		return e.runBoard(ctx)
	}
	return nil
}

// open opens the store at path with the board's clock, as the board's definition
// wants it opened. The log says where that has migrated it.
func (e *Engine) open(ctx context.Context, path string) (*store.Store, error) {
	s, err := store.Open(ctx, path, store.Options{Now: e.Now, Copy: e.storeRole() == config.Copy})
	if err != nil {
		return nil, err
	}
	if m := s.Migrated(); m != nil {
		level := slog.LevelInfo
		if m.Refused > 0 {
			level = slog.LevelWarn
		}
		e.Log.Log(ctx, level, "the store was brought to a newer version", "store", path, "from", m.From, "to", m.To,
			"backup", m.Backup, "rows put aside in observation_refused", m.Refused)
	}
	return s, nil
}

func (e *Engine) storeRole() config.Role {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.role
}

// define notes what a definition says of the store.
func (e *Engine) define(cfg *config.Config) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.role = cfg.Store.Role
}

// runBoard shows the board of the config file until ctx ends.
func (e *Engine) runBoard(ctx context.Context) error {
	cfg, since, found := e.start()
	loop := e.newLoop(cfg, e.Store)
	loop.SetFindings(configTrouble, found)
	loop.Snapshot = e.loadSnapshot()
	if w := e.watch(ctx, e.Store); w != nil {
		loop.Watch = w
	}
	f := &follower{Engine: e, loop: loop, since: since}
	var background sync.WaitGroup
	background.Go(func() {
		sum := cfg.Sum
		if len(found) > 0 {
			sum = ""
		}
		config.Follow(ctx, e.Config, sum, configPoll, e.watch(ctx), f.take, e.Checks...)
	})
	background.Go(func() {
		newMaintenance(e, loop).run(ctx)
	})
	loop.Run(ctx)
	background.Wait()
	return nil
}

// newLoop returns the loop of a board, and makes it the one that Kick wakes.
func (e *Engine) newLoop(cfg *config.Config, path string) *board.Loop {
	e.define(cfg)
	open := func(ctx context.Context) (board.Source, error) {
		s, err := e.open(ctx, path)
		if err != nil {
			return nil, err
		}
		return board.FromStore(s), nil
	}
	loop := board.NewLoop(cfg, open, e.Now, func(b *board.Board) {
		e.mu.Lock()
		e.board, e.shown, e.calendar = b, path, b.Config.Calendar
		e.mu.Unlock()
		e.Show(b)
	})
	loop.AsOf = e.AsOf
	e.mu.Lock()
	defer e.mu.Unlock()
	e.loop, e.calendar = loop, cfg.Calendar
	return loop
}

// watch watches files until ctx ends; nil: nobody does.
func (e *Engine) watch(ctx context.Context, paths ...string) config.Watch {
	if e.Watch == nil {
		return nil
	}
	return e.Watch(ctx, paths...)
}

// lastBoard returns the board that was shown last, or nil.
func (e *Engine) lastBoard() *board.Board {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.board
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
