package board

import (
	"flag"
	"fmt"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

var boardsFlag = flag.Int("oracle-boards", oracleBoards, "how many generated boards the oracle judges")

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
				compareBoard(t, uint64(seed))
			}
		})
	}
}

// compareBoard plays the board of a seed and compares the two at its moments.
func compareBoard(t *testing.T, seed uint64) {
	d := throw(seed)
	for i, now := range d.moments(7) {
		src := rowsOf(d.deeds, now)
		b, err := Build(t.Context(), d.cfg, src, now)
		if err != nil {
			t.Fatal(err)
		}
		d.compare(t, seed, b, src, now, func(kpi.Value) bool { return true })

		on := d.today(now).date()
		same, err := BuildAsOf(t.Context(), d.cfg, src, on, now)
		if err != nil {
			t.Fatal(err)
		}
		for id, r := range b.Readings {
			if !r.Equal(same.Readings[id]) {
				t.Errorf("seed %d at %v: %s as of today differs from now", seed, now.In(d.Zone), id)
			}
		}
		if i%2 == 0 {
			d.compareAsOf(t, seed, src, now)
		}
	}
}

// compareAsOf compares the end of a day of the past.
func (d *dice) compareAsOf(t *testing.T, seed uint64, src *rows, now time.Time) {
	on := d.today(now) - 1 - day(d.IntN(int(d.days)/4+1))
	b, err := BuildAsOf(t.Context(), d.cfg, src, on.date(), now)
	if err != nil {
		t.Fatal(err)
	}
	end := d.start(on + 1).Add(-time.Second)
	d.compare(t, seed, b, src, end, func(v kpi.Value) bool {
		dated := !v.At.Instant.After(end)
		if !v.At.Day.IsZero() {
			dated = dayOf(v.At.Day) <= on
		}
		return dated || !v.Recorded.After(end) || !v.Since.After(end)
	})
}

// compare compares the readings of b with the oracle's, which knows those rows of
// src that known says.
func (d *dice) compare(t *testing.T, seed uint64, b *Board, src *rows, now time.Time, known func(kpi.Value) bool) {
	for i := range d.cfg.KPIs {
		k := &d.cfg.KPIs[i]
		var all []kpi.Value
		for _, v := range src.inForce(k.ID) {
			if known(v.Value) {
				all = append(all, v.Value)
			}
		}
		o := oracle{d.almanac, d.cfg.Locale, k, all, now}
		want, got := o.reading(), b.Readings[k.ID]
		wrong := append(differences(o, want, got), contradictions(o, want, got)...)
		if len(wrong) > 0 {
			t.Errorf("seed %d: %s\n%s", seed, strings.Join(wrong, "\n"), o.describe(b))
		}
	}
}
