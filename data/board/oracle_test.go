package board

import (
	"flag"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

var (
	boardsFlag = flag.Int("oracle-boards", oracleBoards, "how many generated boards the oracle judges")
	storedFlag = flag.Bool("oracle-stored", false, "judge all of them through a real store, too, and not every tenth")
)

func TestBuild_AgreesWithASlowJudgeOfPlainRows(t *testing.T) {
	boards := *boardsFlag
	if testing.Short() {
		boards = min(boards, 100)
	}
	const groups = 4
	for group := range groups {
		t.Run(fmt.Sprint(group), func(t *testing.T) {
			t.Parallel()
			for seed := group; seed < boards; seed += groups {
				compareBoard(t, uint64(seed), *storedFlag || seed/groups%10 == 0)
			}
		})
	}
}

// A year of goals, pace, closed days and fiscal years, looked at on every evening.
func TestBuild_AgreesOnEveryDayOfAYear(t *testing.T) {
	years := 4
	if testing.Short() {
		years = 1
	}
	for seed := uint64(0); years > 0; seed++ {
		d := throw(seed)
		if d.days < 365 || d.cfg.Calendar.Closed == nil || d.cfg.KPIs[0].Goal == nil {
			continue
		}
		years--
		for on := d.from; on < d.from+d.days; on++ {
			now := d.clock(on, time.Duration(16+on%3)*time.Hour)
			d.compareNow(t, seed, rowsOf(d.deeds, now), rowsOf(d.deeds, now), now)
		}
	}
}

// compareBoard plays the board of a seed and compares the two at its moments, read
// from plain rows and, where it is also stored, from a store.
func compareBoard(t *testing.T, seed uint64, stored bool) {
	d := throw(seed)
	moments := d.moments(7)
	slices.SortFunc(moments, time.Time.Compare)
	var a *archive
	if stored {
		a = newArchive(t)
		defer a.Close()
	}
	for i, now := range moments {
		in := rowsOf(d.deeds, now)
		on := d.today(now) - 1 - day(d.IntN(int(d.days)/4+1))
		sources := []Source{in}
		if stored {
			a.upTo(t, d.deeds, now)
			sources = append(sources, FromStore(a.Store))
		}
		for _, src := range sources {
			d.compareNow(t, seed, src, in, now)
			if i%2 == 0 {
				d.compareAsOf(t, seed, src, in, on, now)
			}
		}
	}
}

// compareNow compares what the wall shows, and what it shows as of today.
func (d *dice) compareNow(t *testing.T, seed uint64, src Source, in *rows, now time.Time) {
	b, err := Build(t.Context(), d.cfg, src, now)
	if err != nil {
		t.Fatal(err)
	}
	d.compare(t, seed, b, in, now, func(kpi.Value) bool { return true })

	same, err := BuildAsOf(t.Context(), d.cfg, src, d.today(now).date(), now)
	if err != nil {
		t.Fatal(err)
	}
	for id, r := range b.Readings {
		if !r.Equal(same.Readings[id]) {
			t.Errorf("seed %d at %v: %s as of today differs from now", seed, now.In(d.Zone), id)
		}
	}
}

// compareAsOf compares the end of a day of the past.
func (d *dice) compareAsOf(t *testing.T, seed uint64, src Source, in *rows, on day, now time.Time) {
	b, err := BuildAsOf(t.Context(), d.cfg, src, on.date(), now)
	if err != nil {
		t.Fatal(err)
	}
	end := d.start(on + 1).Add(-time.Second)
	d.compare(t, seed, b, in, end, func(v kpi.Value) bool {
		dated := !v.At.Instant.After(end)
		if !v.At.Day.IsZero() {
			dated = dayOf(v.At.Day) <= on
		}
		return dated || !v.Recorded.After(end) || !v.Since.After(end)
	})
}

// compare compares the readings of b with the oracle's, which knows those rows of
// in that known says.
func (d *dice) compare(t *testing.T, seed uint64, b *Board, in *rows, now time.Time, known func(kpi.Value) bool) {
	for i := range d.cfg.KPIs {
		k := &d.cfg.KPIs[i]
		var all []kpi.Value
		for _, v := range in.inForce(k.ID) {
			if known(v.Value) {
				all = append(all, v.Value)
			}
		}
		o := oracle{d.almanac, d.cfg.Locale, k, all, now}
		if k.EveryDay {
			o.almanac = d.always
		}
		want, got := o.reading(), b.Readings[k.ID]
		wrong := append(differences(o, want, got), contradictions(o, want, got)...)
		if len(wrong) > 0 {
			t.Errorf("seed %d: %s\n%s", seed, strings.Join(wrong, "\n"), o.describe(b))
		}
	}
}
