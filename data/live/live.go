// Package live is the running board: it follows the config file and the store
// and hands out a new board whenever either changes, until it is told to end.
// It knows nothing of the screen.
package live

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

// configPoll is how often the config file is looked at; a version counts when
// it was seen twice, so that a saved change shows within two seconds.
const configPoll = 800 * time.Millisecond

// Live is a running board. The fields are set before Run and not changed after.
type Live struct {
	Config  string // path of the config file
	Store   string // path of the store
	State   string // folder in which the last values are kept; empty: they are not
	Example []byte // the board shown, with demo values, while there is no config file
	AsOf    kpi.Date
	Checks  []config.Check
	Now     func() time.Time
	Log     *slog.Logger
	Show    func(*board.Board) // takes each board, on a goroutine of Live's

	mu       sync.Mutex // guards what follows
	loop     *board.Loop
	board    *board.Board // that was shown last; nil before the first
	shown    string       // path of its store
	role     config.Role  // of the store
	calendar kpi.Calendar // of that board
}

// Run shows boards until ctx ends. Without a config file it shows the example
// with values made up for it, apart from any store, until a file appears.
func (l *Live) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		_, err := os.Stat(l.Config)
		if errors.Is(err, fs.ErrNotExist) && !exists(config.GoodPath(l.Store)) {
			if err := l.runDemo(ctx); err != nil {
				return err
			}
			continue
		}
		return l.runBoard(ctx)
	}
	return nil
}

// open opens the store at path with the board's clock, as the board's definition
// wants it opened. The log says where that has migrated it.
func (l *Live) open(ctx context.Context, path string) (*store.Store, error) {
	s, err := store.Open(ctx, path, store.Options{Now: l.Now, Copy: l.storeRole() == config.Copy})
	if err != nil {
		return nil, err
	}
	if m := s.Migrated(); m != nil {
		level := slog.LevelInfo
		if m.Refused > 0 {
			level = slog.LevelWarn
		}
		l.Log.Log(ctx, level, "the store was brought to a newer version", "store", path, "from", m.From, "to", m.To,
			"backup", m.Backup, "rows put aside in observation_refused", m.Refused)
	}
	return s, nil
}

func (l *Live) storeRole() config.Role {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.role
}

// define notes what a definition says of the store.
func (l *Live) define(cfg *config.Config) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.role = cfg.Store.Role
}

// runBoard shows the board of the config file until ctx ends.
func (l *Live) runBoard(ctx context.Context) error {
	cfg, since, found := l.start()
	loop := l.newLoop(cfg, l.Store)
	loop.SetFindings(configTrouble, found)
	loop.Snapshot = l.loadKept()
	f := &follower{Live: l, loop: loop, since: since}
	var beside sync.WaitGroup
	beside.Go(func() {
		sum := cfg.Sum
		if len(found) > 0 {
			sum = ""
		}
		config.Follow(ctx, l.Config, sum, configPoll, f.take, l.Checks...)
	})
	beside.Go(func() {
		newCare(l, loop).run(ctx)
	})
	loop.Run(ctx)
	beside.Wait()
	return nil
}

// newLoop returns the loop of a board, and makes it the one that Kick wakes.
func (l *Live) newLoop(cfg *config.Config, path string) *board.Loop {
	l.define(cfg)
	open := func(ctx context.Context) (board.Source, error) {
		s, err := l.open(ctx, path)
		if err != nil {
			return nil, err
		}
		return board.FromStore(s), nil
	}
	loop := board.NewLoop(cfg, open, l.Now, func(b *board.Board) {
		l.mu.Lock()
		l.board, l.shown, l.calendar = b, path, b.Config.Calendar
		l.mu.Unlock()
		l.Show(b)
	})
	loop.AsOf = l.AsOf
	l.mu.Lock()
	defer l.mu.Unlock()
	l.loop, l.calendar = loop, cfg.Calendar
	return loop
}

// lastBoard returns the board that was shown last, or nil.
func (l *Live) lastBoard() *board.Board {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.board
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
