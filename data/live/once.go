package live

import (
	"context"
	"errors"

	"kpiwall/data/board"
	"kpiwall/data/config"
)

// Once returns the board as it is now, for a picture. Unlike Run it shows
// nothing in place of what is broken, but returns the error.
func (l *Live) Once(ctx context.Context) (*board.Board, error) {
	if exists(l.Config) {
		cfg, err := config.Load(l.Config, l.Checks...)
		if err != nil {
			return nil, err
		}
		l.define(cfg)
		return l.read(ctx, cfg, l.Store)
	}
	cfg, path, remove, err := l.makeDemo(ctx)
	if err != nil {
		return nil, err
	}
	defer remove()
	b, err := l.read(ctx, cfg, path)
	if err == nil {
		b.Demo = true
	}
	return b, err
}

func (l *Live) read(ctx context.Context, cfg *config.Config, path string) (*board.Board, error) {
	s, err := l.open(ctx, path)
	if err != nil {
		return nil, err
	}
	var b *board.Board
	if l.AsOf.IsZero() {
		b, err = board.Build(ctx, cfg, board.FromStore(s), l.Now())
	} else {
		b, err = board.BuildAsOf(ctx, cfg, board.FromStore(s), l.AsOf, l.Now())
	}
	return b, errors.Join(err, s.Close())
}
