package board

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// fake is a source in memory, and its own view.
type fake struct {
	untold
	mu      sync.Mutex
	values  map[string][]kpi.Value
	changed bool

	restless bool          // each look at it finds that something was written
	err      error         // what reading and looking for changes fail with
	slow     time.Duration // how long a read takes, where ctx lets it
	dead     chan struct{} // until it is closed no call comes back; nil: it is alive
	origin   store.Origin
	reads    int
	asked    int
	closed   int
}

func (f *fake) put(id, at string, number float64) {
	f.mu.Lock()
	defer f.mu.Unlock()
	a, err := kpi.ParseAt(at)
	if err != nil {
		panic(err)
	}
	if f.values == nil {
		f.values = map[string][]kpi.Value{}
	}
	f.values[id] = append(f.values[id], kpi.Value{ID: int64(len(f.values[id]) + 1), At: a, Number: number})
	slices.SortStableFunc(f.values[id], func(a, b kpi.Value) int { return strings.Compare(a.At.String(), b.At.String()) })
	f.changed = true
}

func (f *fake) fail(err error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.err = err
}

func (f *fake) count() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.reads
}

// looks returns how often it was asked whether something changed.
func (f *fake) looks() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.asked
}

// die has all calls hang from now on, whatever their context says, until revive.
func (f *fake) die() (revive func()) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.dead = make(chan struct{})
	return sync.OnceFunc(func() { close(f.dead) })
}

func (f *fake) hang() {
	f.mu.Lock()
	dead := f.dead
	f.mu.Unlock()
	if dead != nil {
		<-dead
	}
}

func (f *fake) Changed(context.Context) (bool, error) {
	f.hang()
	f.mu.Lock()
	defer f.mu.Unlock()
	f.asked++
	was := f.changed || f.restless
	f.changed = false
	return was, f.err
}

func (f *fake) View(ctx context.Context, read func(View) error) error {
	f.mu.Lock()
	f.reads++
	err, slow := f.err, f.slow
	f.mu.Unlock()
	select {
	case <-time.After(slow):
	case <-ctx.Done():
		return &store.Error{Op: "read", Err: ctx.Err()}
	}
	if err != nil {
		return err
	}
	return read(f)
}

func (f *fake) Close() error {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.closed++
	return nil
}

func (f *fake) Newest(_ context.Context, id string, end kpi.Bounds, known func(kpi.Value) bool) ([]kpi.Value, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	for _, v := range slices.Backward(f.values[id]) {
		if before(v.At, end) && (known == nil || known(v)) {
			return []kpi.Value{v}, nil
		}
	}
	return nil, nil
}

func (f *fake) Series(_ context.Context, id string, spans []kpi.Bounds, pick store.Pick) ([][]kpi.Value, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	series := make([][]kpi.Value, len(spans))
	for i, span := range spans {
		for _, v := range f.values[id] {
			if !before(v.At, kpi.Bounds{EndDay: span.FirstDay, End: span.First}) && before(v.At, span) && (pick.Known == nil || pick.Known(v)) {
				series[i] = append(series[i], v)
			}
		}
	}
	return series, nil
}

func (f *fake) Skipped() []store.Skipped { return nil }

// untold is what sources have in common that cannot tell what is new.
type untold struct{}

func (untold) Position(context.Context) (store.Position, error) { return store.Position{}, nil }

func (untold) Written(context.Context, store.Position) ([]string, store.Position, bool, error) {
	return nil, store.Position{}, false, nil
}

func (untold) States(context.Context, []int64) (map[int64]string, error) { return nil, nil }

func (f *fake) Origin(context.Context) (store.Origin, error) { return f.origin, nil }

// testConfig is a board in UTC with the given KPIs.
func testConfig(t testing.TB, kpis ...kpi.KPI) *config.Config {
	t.Helper()
	l, err := kpi.ParseLocale("en-US")
	if err != nil {
		t.Fatal(err)
	}
	for i := range kpis {
		if kpis[i].Name == "" {
			kpis[i].Name = kpis[i].ID
		}
	}
	return &config.Config{
		Calendar: kpi.Calendar{Zone: time.UTC, WeekStarts: time.Monday, YearStarts: time.January},
		Locale:   l,
		Refresh:  time.Minute,
		KPIs:     kpis,
	}
}

// odd returns the codes of a reading's findings, with the moments they are of.
func odd(r *Reading) string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, fmt.Sprint(f.Code, " ", f.Args["At"]))
	}
	return strings.ReplaceAll(strings.Join(all, ", "), " <nil>", "")
}

func timeOf(t testing.TB, s string) time.Time {
	t.Helper()
	m, err := time.Parse("2006-01-02 15:04", s)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func atLeast(v float64) kpi.Plan {
	return kpi.Plan{{Target: kpi.Target{Min: v, HasMin: true}}}
}
