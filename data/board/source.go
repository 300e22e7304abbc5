package board

import (
	"context"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Source is where values are read: a store. It is used by one goroutine.
type Source interface {
	// Changed reports whether something may have been written since the last call.
	Changed(ctx context.Context) (bool, error)
	// View calls read with the values as they stand at one moment.
	View(ctx context.Context, read func(View) error) error
	Close() error
}

// View is a source at one moment, as [store.View] describes it.
type View interface {
	// Newest returns the newest value before end of those that are known: one or
	// none, or two where only a calendar can tell which of them is the newer.
	Newest(ctx context.Context, id string, end kpi.Bounds, known func(kpi.Value) bool) ([]kpi.Value, error)
	// Series returns the values of each span that pick wants, oldest first.
	Series(ctx context.Context, id string, spans []kpi.Bounds, pick store.Pick) ([][]kpi.Value, error)
	// Skipped returns the rows passed over so far, since they cannot be read.
	Skipped() []store.Skipped
	// Position says how far the view has read, and Written which KPIs have new
	// rows since then; false: it cannot tell.
	Position(ctx context.Context) (store.Position, error)
	Written(ctx context.Context, since store.Position) (kpis []string, now store.Position, ok bool, err error)
	// States returns what moves of rows, by number, without a new one.
	States(ctx context.Context, rows []int64) (map[int64]string, error)
	// Origin says which file the values are of.
	Origin(ctx context.Context) (store.Origin, error)
}

// FromStore returns s as a source. Closing the source closes s.
func FromStore(s *store.Store) Source { return fromStore{s} }

type fromStore struct{ *store.Store }

func (f fromStore) View(ctx context.Context, read func(View) error) error {
	return f.Store.View(ctx, func(v *store.View) error { return read(v) })
}
