package board

import (
	"context"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/finding"

	"kpiwall/data/kpi"
)

// wall takes boards as the interface would.
type wall struct {
	mu     sync.Mutex
	boards []*Board
}

func (w *wall) show(b *Board) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.boards = append(w.boards, b)
}

func (w *wall) last(t *testing.T) *Board {
	t.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.boards) == 0 {
		t.Fatal("no board was shown")
	}
	return w.boards[len(w.boards)-1]
}

func (w *wall) count() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.boards)
}

// running is a loop over a fake source inside a synctest bubble.
type running struct {
	*Loop
	wall
	src    *fake
	offset atomic.Int64 // by which the wall clock is wrong, in nanoseconds
}

// run starts a loop; adjust, unless nil, sees it before. It ends with the test.
func run(t *testing.T, src *fake, adjust func(*running)) *running {
	t.Helper()
	r := &running{src: src}
	open := func(context.Context) (Source, error) { return src, nil }
	r.Loop = NewLoop(testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day, Targets: atLeast(10)}), open,
		func() time.Time { return time.Now().UTC().Add(time.Duration(r.offset.Load())) }, r.wall.show)
	if adjust != nil {
		adjust(r)
	}
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); r.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	synctest.Wait()
	return r
}

func pass(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// today is the day on which synctest's clock starts.
const today = "2000-01-01"

// text says in short what is wrong with b: "store.locked of 00:01 retrying".
func text(b *Board) string {
	var all []string
	for _, f := range b.Findings {
		all = append(all, short(f))
	}
	return strings.Join(all, " | ")
}

func short(f finding.Finding) string {
	said := f.Code
	if why, ok := f.Args["Why"].(error); ok && f.Code == "error" {
		said = why.Error()
	}
	for _, name := range []string{"Of", "ValuesOf"} {
		if t, ok := f.Args[name].(time.Time); ok && !t.IsZero() {
			said += t.Format(" of 15:04")
		}
	}
	if f.Args["Retrying"] == true {
		said += " retrying"
	}
	return said
}
