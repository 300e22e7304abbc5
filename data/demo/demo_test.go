package demo

import (
	"path/filepath"
	"slices"
	"testing"
	"time"
	_ "time/tzdata"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// told is what a newcomer has to see on the example board, whatever the day.
var told = map[string]kpi.Status{
	"recurring_revenue":       kpi.OnTarget,
	"qualified_leads":         kpi.Below,
	"acquisition_cost":        kpi.OnTarget,
	"lifetime_value":          kpi.OnTarget,
	"lifetime_to_acquisition": kpi.OnTarget,
	"conversion_rate":         kpi.OnTarget,
	"first_reply":             kpi.OnTarget,
	"solved_at_first_contact": kpi.Near,
	"churn":                   kpi.OnTarget,
	"sessions_per_user":       kpi.Overdue,
	"team_workload":           kpi.Above,
	"operating_cash_flow":     kpi.OnTarget,
}

// moments are days on which periods begin, end or count otherwise.
var moments = []string{
	"2025-06-18T10:00:00Z", // an ordinary Wednesday
	"2026-11-20T08:30:00Z", // Friday
	"2026-11-21T13:00:00Z", // Saturday
	"2026-11-22T23:30:00Z", // Sunday
	"2026-11-23T00:00:00Z", // Monday, the first second of a week
	"2026-12-31T23:59:59Z",
	"2027-01-01T00:00:00Z", // a Friday in the last week of the year before
	"2028-02-29T12:00:00Z", // leap day
	"2028-03-01T00:30:00Z",
	"2029-10-28T01:30:00Z", // clocks go back in Europe
}

func example(t *testing.T) *config.Config {
	t.Helper()
	cfg, err := config.Load("../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	return cfg
}

// each calls test with the example board in several zones and at all moments.
func each(t *testing.T, test func(t *testing.T, cfg *config.Config, now time.Time)) {
	t.Helper()
	for _, zone := range []string{"UTC", "America/Sao_Paulo", "Pacific/Auckland"} {
		for _, moment := range moments {
			t.Run(zone+" "+moment, func(t *testing.T) {
				cfg := example(t)
				location, err := time.LoadLocation(zone)
				if err != nil {
					t.Fatal(err)
				}
				cfg.Calendar.Zone = location
				now, err := time.Parse(time.RFC3339, moment)
				if err != nil {
					t.Fatal(err)
				}
				test(t, cfg, now)
			})
		}
	}
}

// latest returns the newest period of k with values, what they combine to, and
// the note of the last one.
func latest(c kpi.Calendar, k *kpi.KPI, values []store.Value) (p kpi.Period, number float64, last kpi.Value) {
	var numbers []float64
	for _, v := range values {
		if v.KPI != k.ID {
			continue
		}
		at, _ := c.PeriodAt(k.Every, v.At)
		if at != p {
			p, numbers = at, nil
		}
		numbers, last = append(numbers, v.Number), v.Value
	}
	number, _ = k.Combine.Of(numbers)
	return p, number, last
}

func TestValues_TellTheSameStoryOnEveryDay(t *testing.T) {
	each(t, func(t *testing.T, cfg *config.Config, now time.Time) {
		values := Values(cfg, now)
		for i := range cfg.KPIs {
			k := &cfg.KPIs[i]
			if k.Formula != nil {
				continue
			}
			p, number, last := latest(cfg.Calendar, k, values)
			status := kpi.Judge(k.Format, cfg.Calendar.TargetIn(k.Targets, p), k.Tolerance, number).Status
			if status.Off() && last.Note == "" {
				t.Errorf("%s is %v at %v, and no note says why", k.ID, status, number)
			}
			if cfg.Calendar.Fresh(k, kpi.Entry{Period: p, At: last.At}, now).Overdue {
				status = kpi.Overdue
			}
			if status != told[k.ID] {
				t.Errorf("%s is %v at %v in %v, want %v", k.ID, status, number, p.First, told[k.ID])
			}
		}
	})
}

func TestValues_HaveWhatTheFormulasNeed(t *testing.T) {
	for _, moment := range moments {
		cfg := example(t)
		cfg.Calendar.Zone = time.UTC
		now, err := time.Parse(time.RFC3339, moment)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "demo.db")
		if err := store.Create(t.Context(), path); err != nil {
			t.Fatal(err)
		}
		s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return now }})
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if _, err := s.Put(t.Context(), Values(cfg, now)...); err != nil {
			t.Fatal(err)
		}
		b, err := board.Build(t.Context(), cfg, board.FromStore(s), now)
		if err != nil {
			t.Fatal(err)
		}
		for i := range cfg.KPIs {
			k := &cfg.KPIs[i]
			if r := b.Readings[k.ID]; r.Status != told[k.ID] {
				t.Errorf("%s: %s is %v at %v, want %v", moment, k.ID, r.Status, r.Number, told[k.ID])
			}
		}
	}
}

func TestValues_AreOverAndEachInAMomentOfItsOwn(t *testing.T) {
	each(t, func(t *testing.T, cfg *config.Config, now time.Time) {
		seen := map[string]bool{}
		for _, v := range Values(cfg, now) {
			key := v.KPI + " " + v.At.String()
			if seen[key] {
				t.Errorf("%s is there twice", key)
			}
			seen[key] = true
			p, ok := cfg.Calendar.PeriodAt(cfg.Defined(v.KPI).Every, v.At)
			if !ok || cfg.Calendar.End(p).After(now) || v.Source != Source {
				t.Errorf("%s (%v, source %q) is not over", key, ok, v.Source)
			}
		}
	})
}

func TestValues_GiveEveryKPIOfTheExample24Periods(t *testing.T) {
	cfg := example(t)
	now := time.Date(2026, 11, 21, 13, 0, 0, 0, time.UTC)
	values := Values(cfg, now)
	recorded := 0
	for k := range cfg.Recorded {
		recorded++
		rows, periods := 0, map[kpi.Period]bool{}
		for _, v := range values {
			if p, ok := cfg.Calendar.PeriodAt(k.Every, v.At); ok && v.KPI == k.ID {
				periods[p] = true
				rows++
			}
		}
		if len(periods) != 24 {
			t.Errorf("%s has values in %d periods", k.ID, len(periods))
		}
		if several := rows > len(periods); several != (k.Combine == kpi.Sum) {
			t.Errorf("%s has %d values in %d periods", k.ID, rows, len(periods))
		}
	}
	if n := len(stories) + len(measured); n != recorded || len(measured) != len(cfg.Measures) || len(told) != len(cfg.KPIs) {
		t.Errorf("%d stories for %d KPIs and measures; %d KPIs tell a newcomer something", n, recorded, len(told))
	}
	if !slices.Equal(values, Values(cfg, now)) {
		t.Error("twice the same moment gave other values")
	}
}

func TestValues_LeaveOutWhatTheExampleDoesNotHave(t *testing.T) {
	cfg, err := config.Parse("c.toml", []byte("[kpi.open_tickets]\nevery = \"day\"\n[kpi.recurring_revenue]\nevery = \"hour\"\ncombine = \"sum\"\n"))
	if err != nil {
		t.Fatal(err)
	}
	values := Values(cfg, time.Date(2026, 11, 21, 13, 0, 0, 0, time.UTC))
	if len(values) != 24 || values[0].KPI != "recurring_revenue" {
		t.Errorf("got %+v", values)
	}
}

func TestSplit_AddsUpToTheSum(t *testing.T) {
	for _, sum := range []float64{0, 1, 29, -6_200, 187_400, 12.3, -0.7} {
		for n := 1; n <= 53; n++ {
			parts := split(sum, n, 1)
			if got, _ := kpi.Sum.Of(parts); len(parts) != n || (kpi.Format{Decimals: 1}).Round(got) != sum {
				t.Errorf("split(%v, %d) = %v, which add up to %v", sum, n, parts, got)
			}
		}
	}
}
