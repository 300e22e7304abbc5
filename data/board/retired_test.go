package board

import (
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

func TestLoop_TakesAKPIOffThePagesWhenItsLastDayIsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		src := &fake{}
		src.put("mrr", today, 12)
		r := run(t, src, func(r *running) {
			r.cfg = testConfig(t, kpi.KPI{ID: "mrr", Every: kpi.Day, Retired: kpi.Date{Year: 2000, Month: 1, Day: 1}}, kpi.KPI{ID: "cash", Every: kpi.Day})
			r.cfg.Pages = []config.Page{{ID: "one", Tiles: []string{"mrr"}}, {ID: "two", Tiles: []string{"mrr", "cash"}}}
		})
		on := r.wall.last(t)
		pass(23 * time.Hour)
		if b := r.wall.last(t); b.Config != on.Config || len(b.Config.Pages) != 2 || len(b.Due()) == 0 {
			t.Errorf("on its last day there are %d pages, %d due", len(b.Config.Pages), len(b.Due()))
		}
		pass(2 * time.Hour)
		b := r.wall.last(t)
		if len(b.Config.Pages) != 1 || len(b.Config.Pages[0].Tiles) != 1 || len(b.Config.KPIs) != 1 {
			t.Errorf("a day later pages %v", b.Config.Pages)
		}
		if got := b.Readings["mrr"]; got == nil || !got.Has || got.Number != 12 {
			t.Errorf("its reading is %+v", got)
		}
		for _, due := range b.Due() {
			if due.KPI.ID == "mrr" {
				t.Error("it is due")
			}
		}
		pass(time.Hour)
		if r.wall.last(t).Config != b.Config {
			t.Error("the board is defined anew every time")
		}
	})
}
