package board

import (
	"context"
	"maps"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

const (
	// wholeShare is how much longer than a whole read the time to the next one is
	// at least, so that reading all takes a five-hundredth of a processor at most,
	// however often others write.
	wholeShare = 500
	// wholeWithin is how long what was written waits at most for a whole read.
	wholeWithin = 5 * time.Minute
	// wholeEvery is after what time all is read although nothing was written.
	wholeEvery = time.Hour
)

// seen is what a reader knows of its source: what it found there, and by what it
// tells later which KPIs may be others by now. New rows and confirmed values it
// finds at once. What somebody has moved in old rows, past the rules of the store,
// only a whole read finds, which therefore follows as soon as one may.
type seen struct {
	cfg      *config.Config
	data     storeData
	today    kpi.Date
	hour     kpi.Period
	position store.Position
	states   map[int64]string // of the rows that stand in the newest periods
	partial  bool             // something was written since all was read
	whole    time.Time        // when that was
	took     time.Duration    // and how long it took
}

// seeAll reads everything.
func seeAll(ctx context.Context, cfg *config.Config, v View, m moment) (*seen, error) {
	s := &seen{cfg: cfg, today: cfg.Calendar.Today(m.now), hour: hourOf(cfg, m)}
	s.data.kpis = make(map[string]KPIData, len(cfg.KPIs))
	err := s.data.readFrom(ctx, cfg, v, m, everyKPI)
	if err == nil {
		s.position, err = v.Position(ctx)
	}
	if err == nil {
		err = s.watch(ctx, v, nil)
	}
	return s, err
}

func hourOf(cfg *config.Config, m moment) kpi.Period { return cfg.Calendar.Period(kpi.Hour, m.now) }

// outdated reports whether all is to be read for a board of m. All periods but
// hours end with a day.
func (s *seen) outdated(cfg *config.Config, m moment, now time.Time, moved bool) bool {
	if s == nil || m.asOf || cfg != s.cfg || cfg.Calendar.Today(m.now) != s.today {
		return true
	}
	since := now.Sub(s.whole)
	return since < 0 || since >= wholeEvery || (moved || s.partial) && since >= s.rest()
}

// rest is how long after a whole read there is no other.
func (s *seen) rest() time.Duration {
	return min(wholeShare*min(max(s.took, 0), wholeWithin), wholeWithin)
}

// dueIn returns how long it is until all is to be read; false: nothing was written.
func (s *seen) dueIn(now time.Time) (time.Duration, bool) {
	if s == nil || !s.partial {
		return 0, false
	}
	return s.rest() - now.Sub(s.whole), true
}

// update reads what may be another than s; moved says that something was written.
// It returns nil where it cannot tell.
func (s *seen) update(ctx context.Context, v View, m moment, moved bool) (*seen, error) {
	next, written := *s, map[string]bool{}
	next.hour, next.partial = hourOf(s.cfg, m), s.partial || moved
	known := s.states
	if moved {
		var ok bool
		var err error
		if next.position, known, ok, err = s.find(ctx, v, written); err != nil || !ok {
			return nil, err
		}
	}
	ended := next.hour != s.hour
	next.data.kpis = maps.Clone(s.data.kpis)
	err := next.data.readFrom(ctx, s.cfg, v, m, func(k *kpi.KPI) bool { return written[k.ID] || ended && k.Every == kpi.Hour })
	if err == nil {
		err = next.watch(ctx, v, known)
	}
	return &next, err
}

// find adds to written the KPIs of which something was written, and returns how
// the source stands now.
func (s *seen) find(ctx context.Context, v View, written map[string]bool) (now store.Position, states map[int64]string, ok bool, err error) {
	kpis, now, ok, err := v.Written(ctx, s.position)
	if err != nil || !ok {
		return now, nil, false, err
	}
	for _, id := range kpis {
		written[id] = true
	}
	rows := make([]int64, 0, len(s.states))
	for row := range s.states {
		rows = append(rows, row)
	}
	states, err = v.States(ctx, rows)
	for id, d := range s.data.kpis {
		if row := d.standing(); row != 0 && states[row] != s.states[row] {
			written[id] = true
		}
	}
	return now, states, true, err
}

// standing returns the row whose confirmation the reading tells; 0: none.
func (d KPIData) standing() int64 {
	e, _ := d.Newest()
	return e.ID
}

// watch notes how the rows stand that stand in the newest periods, as far as known
// does not say it.
func (s *seen) watch(ctx context.Context, v View, known map[int64]string) error {
	s.states = make(map[int64]string, len(s.data.kpis))
	if s.position == (store.Position{}) {
		return nil
	}
	var rows []int64
	for _, d := range s.data.kpis {
		row := d.standing()
		if state, ok := known[row]; ok {
			s.states[row] = state
		} else if row != 0 {
			rows = append(rows, row)
		}
	}
	if len(rows) == 0 {
		return nil
	}
	more, err := v.States(ctx, rows)
	maps.Copy(s.states, more)
	return err
}
