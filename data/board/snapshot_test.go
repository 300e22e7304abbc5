package board

import (
	"encoding/json"
	"errors"
	"reflect"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// through sends what b was made from through a file's text.
func through(t *testing.T, b *Board) *Snapshot {
	t.Helper()
	saved, ok := b.Snapshot()
	if !ok {
		t.Fatal("the board is not to be saved")
	}
	text, err := json.Marshal(saved)
	if err != nil {
		t.Fatal(err)
	}
	var back Snapshot
	if err := json.Unmarshal(text, &back); err != nil {
		t.Fatal(err)
	}
	return &back
}

// everyKind is a board with KPIs of every rhythm and every way to combine.
func everyKind(t testing.TB) []kpi.KPI {
	all := []kpi.KPI{
		computedAs(t, "ratio", kpi.Month, "week_sum / prev(month_mean)"), computedAs(t, "peak", kpi.Quarter, "max(hour_max, day_last, 1)"),
		computedAs(t, "of_ratio", kpi.Month, "sum(ratio, 2) - month_sum"),
	}
	for every := kpi.Hour; every <= kpi.Year; every++ {
		for combine := kpi.Last; combine <= kpi.Max; combine++ {
			all = append(all, kpi.KPI{
				ID: every.String() + "_" + combine.String(), Every: every, Combine: combine,
				Targets: atLeast(10), StaleAfter: time.Duration(every) * 30 * time.Hour,
			})
		}
	}
	return append(all, kpi.KPI{ID: "mood", Every: kpi.Week, Judged: true}, kpi.KPI{ID: "never", Every: kpi.Day})
}

func TestKept_ReadsAsTheStoreDidAtAnyLaterMoment(t *testing.T) {
	cfg := testConfig(t, everyKind(t)...)
	src := &fake{origin: store.Origin{File: "1:2", Beat: timeOf(t, "2026-11-21 11:59")}}
	for i := range cfg.KPIs {
		id := cfg.KPIs[i].ID
		for n, at := range []string{
			"2025-02-03", "2026-08-31", "2026-10-30T08:00:00Z", "2026-11-19T23:59:59Z", "2026-11-20T09:10:00Z",
			"2026-11-20T09:20:00Z", "2026-11-21T10:00:00Z", "2026-11-21T10:30:00Z", "2062-01-01",
		} {
			if id != "never" {
				src.put(id, at, 0.1+float64(n*7%10))
			}
		}
		for n := range src.values[id] {
			v := &src.values[id][n]
			v.Recorded = timeOf(t, "2026-11-21 11:00")
			v.LastConfirmed = v.Recorded.Add(time.Duration(n) * time.Minute)
			if n%2 == 0 {
				v.Note, v.EnteredBy = "why "+v.At.String(), "Ada"
			}
		}
	}
	b, err := Build(t.Context(), cfg, src, timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	back := through(t, b).restore(cfg)
	if !back.read.Equal(b.Read) || back.origin != b.data.origin {
		t.Errorf("read %v from %v, want %v from %v", back.read, back.origin, b.Read, b.data.origin)
	}
	for _, later := range []time.Duration{0, time.Hour, 40 * time.Hour, 400 * time.Hour, 9000 * time.Hour} {
		m := moment{now: b.Now.Add(later)}
		was, is := assemble(cfg, b.data, m, nil), assemble(cfg, back, m, nil)
		for id, want := range was.Readings {
			if got := is.Readings[id]; !got.Equal(want) || !reflect.DeepEqual(got.Fresh, want.Fresh) {
				t.Errorf("%v later %s reads\n%+v, want\n%+v", later, id, got, want)
			}
		}
	}
}

// A number that was the last of a day is not that day's sum.
func TestKept_AKPIThatIsReadByAnotherRuleHasNoValue(t *testing.T) {
	def := kpi.KPI{ID: "mrr", Every: kpi.Day, Targets: atLeast(10)}
	src := &fake{}
	src.put("mrr", "2026-11-21", 12)
	b, err := Build(t.Context(), testConfig(t, def), src, timeOf(t, "2026-11-21 12:00"))
	if err != nil {
		t.Fatal(err)
	}
	saved := through(t, b)
	for name, change := range map[string]func(k *kpi.KPI){
		"its rhythm":         func(k *kpi.KPI) { k.Every = kpi.Week },
		"how values combine": func(k *kpi.KPI) { k.Combine = kpi.Sum },
		"judged":             func(k *kpi.KPI) { k.Judged = true },
		"another KPI":        func(k *kpi.KPI) { k.ID = "arr" },
	} {
		other := def
		change(&other)
		cfg := testConfig(t, other)
		r := assemble(cfg, saved.restore(cfg), moment{now: b.Now}, nil).Readings[other.ID]
		if r.Has || !strings.Contains(odd(r), "value.unknown") {
			t.Errorf("with another %s: has %v, warning %q", name, r.Has, odd(r))
		}
	}
	other := def
	other.Targets, other.Name = atLeast(20), "MRR"
	cfg := testConfig(t, other)
	if r := assemble(cfg, saved.restore(cfg), moment{now: b.Now}, nil).Readings["mrr"]; r.Status != kpi.Below {
		t.Errorf("by another target the saved value is %v, want it judged by that", r.Status)
	}
}

func TestKept_IsNothingThatIsNotTrueToday(t *testing.T) {
	cfg := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day})
	for name, b := range map[string]*Board{
		"never read":       assemble(cfg, storeData{}, moment{}, nil),
		"made up":          {Config: cfg, Demo: true, Read: time.Now()},
		"as of a past day": {Config: cfg, AsOf: true, Read: time.Now()},
	} {
		if _, ok := b.Snapshot(); ok {
			t.Errorf("a board that is %s is saved", name)
		}
	}
}

func TestLoop_ShowsKeptValuesUntilTheStoreCanBeRead(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		cfg := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day, Targets: atLeast(10)})
		b, err := Build(t.Context(), cfg, src, time.Now().UTC())
		if err != nil {
			t.Fatal(err)
		}
		saved := through(t, b)
		pass(72 * time.Hour)

		src.fail(errors.New("gone"))
		r := run(t, src, func(r *running) { r.Snapshot = saved })
		shown := r.wall.last(t)
		if got := shown.Readings["mrr"]; !got.Has || got.Number != 12 || got.Status != kpi.Overdue {
			t.Errorf("three days later the saved value shows as %v %v, want 12 overdue", got.Number, got.Status)
		}
		if got := text(shown); !strings.Contains(got, "gone of "+saved.Read.Format("15:04")+" retrying") {
			t.Errorf("trouble %q", got)
		}
		if again, _ := shown.Snapshot(); !again.Read.Equal(saved.Read) {
			t.Errorf("saved values shown again count as read at %v", again.Read)
		}
		src.fail(nil)
		src.put("mrr", kpi.DateOf(time.Now().UTC()).String(), 14)
		pass(lastWait)
		if got := r.wall.last(t); got.Readings["mrr"].Number != 14 || len(got.Findings) > 0 {
			t.Errorf("when the store is back: %v, %q", got.Readings["mrr"].Number, text(got))
		}
	})
}

// The config may have been broken at the start, and its empty board is not what
// the saved values are for.
func TestLoop_KeptValuesFollowAnEditedConfig(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		full := testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day})
		b, err := Build(t.Context(), full, src, time.Now().UTC())
		if err != nil {
			t.Fatal(err)
		}
		src.fail(errors.New("gone"))
		r := run(t, src, func(r *running) { r.Snapshot, r.cfg = through(t, b), testConfig(t) })
		r.SetConfig(full)
		synctest.Wait()
		if got := r.wall.last(t).Readings["mrr"]; got == nil || got.Number != 12 {
			t.Errorf("after the edit the wall shows %+v, want the saved value", got)
		}
	})
}
