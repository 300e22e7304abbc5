package engine

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/demo"
	"kpiwall/data/store"
)

// watchedConfigPoll is how often a config file is looked for whose folder is
// watched.
const watchedConfigPoll = 10 * time.Second

// runDemo shows the example until ctx ends or a config file appears.
func (e *Engine) runDemo(ctx context.Context) error {
	cfg, path, remove, err := e.makeDemo(ctx)
	if err != nil {
		return err
	}
	defer remove()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		defer cancel()
		e.awaitConfig(ctx)
	}()
	loop := e.newLoop(cfg, path)
	loop.Demo = true
	loop.Run(ctx)
	return nil
}

// makeDemo reads the example and makes a store with values for it, in a folder
// of its own that remove takes away.
func (e *Engine) makeDemo(ctx context.Context) (cfg *config.Config, path string, remove func(), err error) {
	if cfg, err = config.Parse("config.example.toml", e.Example); err != nil {
		return nil, "", nil, fmt.Errorf("read the example: %w", err)
	}
	if e.Locale.Tag != "" {
		cfg.Locale = e.Locale
	}
	dir, err := os.MkdirTemp("", "kpiwall-demo-")
	if err != nil {
		return nil, "", nil, fmt.Errorf("make a place for the demo values: %w", err)
	}
	path, remove = filepath.Join(dir, "demo.db"), func() { os.RemoveAll(dir) }
	if err := e.fillDemo(ctx, cfg, path); err != nil {
		remove()
		return nil, "", nil, fmt.Errorf("make the demo store: %w", err)
	}
	return cfg, path, remove, nil
}

func (e *Engine) fillDemo(ctx context.Context, cfg *config.Config, path string) error {
	if err := store.Create(ctx, path); err != nil {
		return err
	}
	s, err := e.open(ctx, path)
	if err != nil {
		return err
	}
	_, err = s.Put(ctx, demo.Values(cfg, e.Now())...)
	return errors.Join(err, s.Close())
}

// awaitConfig returns when ctx ends or the config file is there.
func (e *Engine) awaitConfig(ctx context.Context) {
	w := e.watch(ctx, e.Config)
	var events <-chan struct{}
	if w != nil {
		events = w.Events()
	}
	for !exists(e.Config) {
		wait := configPoll
		if w != nil && w.Sees() {
			wait = watchedConfigPoll
		}
		select {
		case <-ctx.Done():
			return
		case <-events:
		case <-time.After(wait):
		}
	}
}
