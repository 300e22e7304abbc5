package board

import (
	"context"
	"fmt"
	"testing"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

var crowdNow = time.Date(2026, time.November, 21, 12, 30, 0, 0, time.UTC)

// crowd is a board of 200 KPIs, 35 of them hourly, and a store with 1.1 million
// rows of them.
func crowd(b *testing.B) (*config.Config, *store.Store) {
	b.Helper()
	cfg, s := crowdConfig(b), openStore(b)
	crowdFill(b, cfg, s)
	return cfg, s
}

func crowdConfig(b *testing.B) *config.Config {
	b.Helper()
	cfg := testConfig(b)
	berlin, err := time.LoadLocation("Europe/Berlin")
	if err != nil {
		b.Fatal(err)
	}
	cfg.Calendar.Zone = berlin
	for i := range 200 {
		k := kpi.KPI{ID: fmt.Sprintf("k%d", i), Name: "K", Every: kpi.Day, Targets: atLeast(10)}
		switch {
		case i < 35:
			k.Every = kpi.Hour
		case i%5 == 0:
			k.Every, k.Combine = kpi.Week, kpi.Sum
		case i%5 == 1:
			k.Every = kpi.Month
		}
		cfg.KPIs = append(cfg.KPIs, k)
	}
	return cfg
}

func crowdFill(b *testing.B, cfg *config.Config, s *store.Store) {
	b.Helper()
	err := s.Write(b.Context(), "fill the store", func(tx *store.Tx) error {
		// As the jobs of years write them: hour by hour.
		for t := crowdNow.Add(-24_000 * time.Hour); !t.After(crowdNow); t = t.Add(time.Hour) {
			for i := range cfg.KPIs {
				at := kpi.AtInstant(t)
				if cfg.KPIs[i].Every != kpi.Hour {
					if t.Hour() != 6 {
						break // the hourly ones come first
					}
					at = kpi.At{Day: kpi.DateOf(t)}
				}
				v := store.Value{KPI: cfg.KPIs[i].ID, Value: kpi.Value{At: at, Number: float64(t.Unix() % 17), Source: "job"}}
				if err := tx.Load(b.Context(), v); err != nil {
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

// BenchmarkRefresh is what a wall of many KPIs costs: to read and to evaluate all
// of it, what one value costs that another program writes each second, and the
// same value sent once more.
func BenchmarkRefresh(b *testing.B) {
	cfg, s := crowd(b)
	now := crowdNow
	r := reader{now: func() time.Time { return now }, open: func(context.Context) (Source, error) { return FromStore(s), nil }}
	defer r.close()
	var last *Board
	refresh := func(b *testing.B, afresh bool) {
		all, err := r.read(b.Context(), cfg, moment{now: now}, afresh)
		if err != nil {
			b.Fatal(err)
		}
		last = assemble(cfg, all, moment{now: now}, last)
	}
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			last = nil
			refresh(b, true)
		}
	})
	n := 0.0
	for _, c := range []struct {
		name, id, at string
		step         float64
	}{
		{"hourly", "k3", "2026-11-21T12:10:00Z", 1},
		{"daily", "k42", "2026-11-21", 1},
		{"weekly sum", "k40", "2026-11-21", 1},
		{"monthly", "k41", "2026-11-21", 1},
		{"the same again", "k42", "2026-11-21", 0},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			refresh(b, false)
			r.seen.took = time.Hour // no whole read is due
			for b.Loop() {
				b.StopTimer()
				n += c.step
				put(b, s, c.id, c.at, n)
				now = now.Add(time.Second / 20) // so that a minute ends now and then
				b.StartTimer()
				refresh(b, false)
			}
		})
	}
}
