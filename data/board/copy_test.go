package board

import (
	"errors"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// copyConfig is a board of one KPI whose store is a copy.
func copyConfig(t *testing.T, staleAfter time.Duration) *config.Config {
	t.Helper()
	cfg := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day})
	cfg.Store = config.Store{Role: config.Copy, StaleAfter: staleAfter}
	return cfg
}

func TestCopy_IsAsOldAsTheLastBeatOfItsSource(t *testing.T) {
	noon := timeOf(t, "2026-11-21 12:00")
	for _, row := range []struct {
		name string
		beat time.Time
		want string
	}{
		{"a moment ago", noon.Add(-time.Minute), ""},
		{"just in time", noon.Add(-10 * time.Minute), ""},
		{"too old", noon.Add(-11 * time.Minute), "copy.old of 12:49"},
		{"of yesterday", noon.Add(-24 * time.Hour), "copy.old of 13:00"},
		{"of last week", noon.Add(-24 * 7 * time.Hour), "copy.old of 13:00"},
		{"by a clock that is ahead", noon.Add(time.Minute), ""},
		{"never", time.Time{}, "copy.undated"},
	} {
		cfg := copyConfig(t, 10*time.Minute)
		cfg.Calendar.Zone = time.FixedZone("Berlin", 3600)
		src := &fake{origin: store.Origin{Beat: row.beat}}
		src.put("mrr", "2026-11-21", 12)
		b, err := Build(t.Context(), cfg, src, noon)
		if err != nil {
			t.Fatal(err)
		}
		if got := text(b); !strings.HasPrefix(got, row.want) || row.want == "" && got != "" {
			t.Errorf("%s: trouble %q, want %q", row.name, got, row.want)
		}
		if !b.Copied.Equal(row.beat) || b.Readings["mrr"].Number != 12 {
			t.Errorf("%s: copied %v, mrr %v", row.name, b.Copied, b.Readings["mrr"].Number)
		}
	}
}

func TestCopy_OnesOwnStoreHasNoAgeToTell(t *testing.T) {
	cfg := copyConfig(t, 10*time.Minute)
	for _, role := range []config.Role{config.Own, config.Source} {
		cfg.Store.Role = role
		src := &fake{origin: store.Origin{Beat: timeOf(t, "2020-01-01 00:00")}}
		b, err := Build(t.Context(), cfg, src, timeOf(t, "2026-11-21 12:00"))
		if err != nil || len(b.Findings) > 0 || !b.Copied.IsZero() {
			t.Errorf("role %v: trouble %v, copied %v (%v)", role, b.Findings, b.Copied, err)
		}
	}
}

// A copy that stays the same sends no change; that it grew old has to show all
// the same, also on a board that is refreshed once an hour.
func TestLoop_SaysThatACopyGrewOldWithinAMinute(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{origin: store.Origin{Beat: time.Now()}}
		r := run(t, src, func(r *running) {
			r.cfg = copyConfig(t, 10*time.Minute)
			r.cfg.Refresh = time.Hour
		})
		pass(10 * time.Minute)
		if got := text(r.wall.last(t)); got != "" {
			t.Errorf("after ten minutes: %q", got)
		}
		pass(time.Minute + time.Second)
		if got := text(r.wall.last(t)); !strings.HasPrefix(got, "copy.old of 00:00") {
			t.Errorf("a minute later: %q", got)
		}
		src.fail(errors.New("gone"))
		pass(time.Hour)
		if got := text(r.wall.last(t)); !strings.HasPrefix(got, "copy.old of 00:00") || !strings.Contains(got, "gone of 00:11") {
			t.Errorf("with the copy gone: %q", got)
		}
	})
}
