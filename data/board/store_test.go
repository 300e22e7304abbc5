package board

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// openStore returns a new store that ends with the test.
func openStore(t testing.TB) *store.Store {
	t.Helper()
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	s, err := store.Open(t.Context(), path, store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func put(t testing.TB, s *store.Store, id, at string, number float64) {
	t.Helper()
	a, err := kpi.ParseAt(at)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Put(t.Context(), store.Value{KPI: id, Value: kpi.Value{At: a, Number: number}}); err != nil {
		t.Fatal(err)
	}
}

func TestBuild_ReadsARealStore(t *testing.T) {
	s := openStore(t)
	put(t, s, "mrr", "2026-09-30", 39000)
	put(t, s, "mrr", "2026-10-31", 40000)
	put(t, s, "mrr", "2026-11-20", 42000)
	put(t, s, "mrr", "2062-11-20", 1)
	put(t, s, "orders", "2026-11-21", 3)
	put(t, s, "orders", "2026-11-21T11:30:00Z", 7)
	put(t, s, "visits", "2026-11-20", 1)
	put(t, s, "visits", "2026-11-20T23:00:00Z", 2) // a minute before midnight's other side in UTC
	cfg := testConfig(t,
		kpi.KPI{ID: "mrr", Every: kpi.Month, Targets: atLeast(40000)},
		kpi.KPI{ID: "orders", Every: kpi.Hour},
		kpi.KPI{ID: "visits", Every: kpi.Day, Combine: kpi.Sum})
	cfg.Calendar.Zone = time.FixedZone("Berlin", 3600)
	b, err := Build(t.Context(), cfg, FromStore(s), timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	mrr, orders, visits := b.Readings["mrr"], b.Readings["orders"], b.Readings["visits"]
	if mrr.Number != 42000 || mrr.Status != kpi.OnTarget || mrr.Change.Amount != 2000 || odd(mrr) == "" {
		t.Errorf("mrr is %+v", mrr)
	}
	if orders.Number != 7 || orders.Fresh.Due != true {
		t.Errorf("orders are %v, due %v; want 7 of the hour before", orders.Number, orders.Fresh.Due)
	}
	// 23:00 UTC is midnight in Berlin: the value belongs to the 21st.
	if visits.Number != 2 || visits.History[len(visits.History)-2].Number != 1 {
		t.Errorf("visits are %v after %v, want 2 after 1", visits.Number, visits.History[len(visits.History)-2].Number)
	}
}

func TestBuild_NamesTheLastMomentsOfAllAsFuture(t *testing.T) {
	for _, at := range []string{"9999-12-31", "9999-12-31T23:59:59Z"} {
		s := openStore(t)
		put(t, s, "mrr", "2026-11-20", 42000)
		put(t, s, "mrr", at, 1)
		for _, zone := range []string{"Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"} {
			cfg := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Month})
			var err error
			if cfg.Calendar.Zone, err = time.LoadLocation(zone); err != nil {
				t.Fatal(err)
			}
			b, err := Build(t.Context(), cfg, FromStore(s), timeOf(t, "2026-11-21 12:00"))
			if err != nil {
				t.Fatal(err)
			}
			if r := b.Readings["mrr"]; r.Number != 42000 || odd(r) != "value.future "+at {
				t.Errorf("%s beside %s: %v, %q", zone, at, r.Number, odd(r))
			}
			// A wall whose clock is there shows it.
			b, err = Build(t.Context(), cfg, FromStore(s), time.Date(9999, time.December, 31, 23, 59, 59, 0, cfg.Calendar.Zone))
			if r := b.Readings["mrr"]; err != nil || at == "9999-12-31" && r.Number != 1 {
				t.Errorf("%s at the end of all: %v, %v", zone, r.Number, err)
			}
		}
	}
}

func TestLoop_SeesWhatAnotherProgramWrites(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.db")
	if err := store.Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	open := func(ctx context.Context) (*store.Store, error) {
		return store.Open(ctx, path, store.Options{Now: time.Now})
	}
	boards := make(chan *Board, 100)
	loop := NewLoop(testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Month}), func(ctx context.Context) (Source, error) {
		s, err := open(ctx)
		return FromStore(s), err
	}, time.Now, func(b *Board) { boards <- b })
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	done := make(chan struct{})
	go func() { defer close(done); loop.Run(ctx) }()
	defer func() { cancel(); <-done }()

	if b := <-boards; b.Readings["mrr"].Has || len(b.Findings) > 0 {
		t.Fatalf("an empty store shows %+v, trouble %v", b.Readings["mrr"], b.Findings)
	}
	other, err := open(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer other.Close()
	put(t, other, "mrr", kpi.DateOf(time.Now().UTC()).String(), 42)
	select {
	case b := <-boards:
		if got := b.Readings["mrr"].Number; got != 42 {
			t.Errorf("shows %v, want 42", got)
		}
	case <-ctx.Done():
		t.Error("the value was not seen")
	}
}

// BenchmarkBuild is a refresh of 12 tiles of 36 periods: its cost must not grow
// with the rows.
func BenchmarkBuild(b *testing.B) {
	for _, rows := range []int{10_000, 1_000_000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := openStore(b)
			const kpis = 50
			now := time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)
			fill(b, s, kpis, rows/kpis, now)
			cfg := testConfig(b)
			for i := range 12 {
				cfg.KPIs = append(cfg.KPIs, kpi.KPI{ID: fmt.Sprintf("k%d", i*4), Every: kpi.Day, Targets: atLeast(10)})
			}
			src := FromStore(s)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := Build(context.Background(), cfg, src, now); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// fill records one value a day of each KPI, up to now.
func fill(b *testing.B, s *store.Store, kpis, each int, now time.Time) {
	b.Helper()
	err := s.Write(b.Context(), "fill the store", func(tx *store.Tx) error {
		for i := range each {
			at := kpi.At{Day: kpi.DateOf(now).AddDays(i - each + 1)}
			for k := range kpis {
				if err := tx.Load(b.Context(), store.Value{KPI: fmt.Sprintf("k%d", k), Value: kpi.Value{At: at, Number: float64(i % 17)}}); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
}
