package engine

import (
	"context"
	"errors"

	"kpiwall/data/board"
	"kpiwall/data/config"
)

// Once returns the board as it is now, for a picture. Unlike Run it shows
// nothing in place of what is broken, but returns the error.
func (e *Engine) Once(ctx context.Context) (*board.Board, error) {
	if exists(e.Config) {
		cfg, err := config.Load(e.Config, e.Checks...)
		if err != nil {
			return nil, err
		}
		e.define(cfg)
		return e.read(ctx, cfg, e.Store)
	}
	cfg, path, remove, err := e.makeDemo(ctx)
	if err != nil {
		return nil, err
	}
	defer remove()
	b, err := e.read(ctx, cfg, path)
	if err == nil {
		b.Demo = true
	}
	return b, err
}

func (e *Engine) read(ctx context.Context, cfg *config.Config, path string) (*board.Board, error) {
	s, err := e.open(ctx, path)
	if err != nil {
		return nil, err
	}
	var b *board.Board
	if e.AsOf.IsZero() {
		b, err = board.Build(ctx, cfg, board.FromStore(s), e.Now())
	} else {
		b, err = board.BuildAsOf(ctx, cfg, board.FromStore(s), e.AsOf, e.Now())
	}
	return b, errors.Join(err, s.Close())
}
