package board

import (
	"slices"
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// rhythm is what the periods of a formula are: those of a cadence, of which days are
// all or only those on which somebody works.
type rhythm struct {
	every    kpi.Cadence
	everyDay bool
}

// rhythmOf returns the rhythm of k.
func rhythmOf(k *kpi.KPI) rhythm { return rhythm{k.Every, k.Every == kpi.Day && k.EveryDay} }

// String returns the rhythm as snapshots have it: "week", "day", "day of all".
func (r rhythm) String() string {
	if r.everyDay {
		return r.every.String() + " of all"
	}
	return r.every.String()
}

// calendar returns the calendar of periods of r.
func (r rhythm) calendar(c kpi.Calendar) kpi.Calendar { return c.For(&kpi.KPI{EveryDay: r.everyDay}) }

// needs says what the formulas of a board need of others: of what is recorded how
// many periods in which rhythms, and of what is computed how many periods.
type needs struct {
	recorded map[string]map[rhythm]int
	computed map[string]int
}

// lag is by how many periods the last value of one input may be older than that of
// another, so that there is still a whole history of what is computed from both.
const lag = 12

// needsOf returns what the formulas of cfg need at now.
func needsOf(cfg *config.Config, now time.Time) needs {
	n := needs{recorded: map[string]map[rhythm]int{}, computed: map[string]int{}}
	for i := range cfg.KPIs {
		if k := &cfg.KPIs[i]; k.Formula != nil {
			c := cfg.Calendar.For(k)
			n.add(cfg, k, periodsOf(c, k, c.Period(k.Every, now)))
		}
	}
	return n
}

// add notes that so many periods of k are needed, and what its inputs need for that.
func (n needs) add(cfg *config.Config, k *kpi.KPI, periods int) {
	if periods <= n.computed[k.ID] {
		return
	}
	n.computed[k.ID] = periods
	for id, span := range k.Reach() {
		switch in := cfg.Defined(id); {
		case in == nil:
		case in.Formula != nil:
			n.add(cfg, in, periods+span.Farthest)
		default:
			if n.recorded[id] == nil {
				n.recorded[id] = map[rhythm]int{}
			}
			r := rhythmOf(k)
			n.recorded[id][r] = max(n.recorded[id][r], periods+lag+span.Farthest)
		}
	}
}

// computer makes the readings of a board, and computes each formula once for that.
type computer struct {
	cfg    *config.Config
	data   map[string]KPIData // of what is recorded
	moment moment
	before *Board // may be nil
	needs  needs
	made   map[string]KPIData
	same   map[string]bool // what [computer.unchanged] has found of formulas
}

func newComputer(cfg *config.Config, data map[string]KPIData, m moment, before *Board) *computer {
	return &computer{
		cfg: cfg, data: data, moment: m, before: before, needs: needsOf(cfg, m.now),
		made: map[string]KPIData{}, same: map[string]bool{},
	}
}

// reading returns how k stands: as on the board before, where it cannot be another.
func (c *computer) reading(k *kpi.KPI) *Reading {
	if k.Formula == nil {
		if r := c.before.same(c.cfg, k, c.data[k.ID], c.moment); r != nil {
			return r
		}
		return Judge(c.cfg, k, c.data[k.ID], c.moment.now)
	}
	if c.before.sameMinute(c.cfg, c.moment) && k.StaleAfter == 0 && c.unchanged(k) {
		return c.before.Readings[k.ID]
	}
	d := c.of(k)
	cal := c.cfg.Calendar.For(k)
	d.Series = lastPeriods(d.Series, periodsOf(cal, k, cal.Period(k.Every, c.moment.now)))
	return Judge(c.cfg, k, d, c.moment.now)
}

// unchanged reports whether all that k is made from is as on the board before.
func (c *computer) unchanged(k *kpi.KPI) bool {
	if k == nil || k.Formula == nil {
		return k != nil && c.before.data.kpis[k.ID].is(c.data[k.ID])
	}
	same, known := c.same[k.ID]
	if !known {
		same = !slices.ContainsFunc(k.Formula.Names(), func(id string) bool { return !c.unchanged(c.cfg.Defined(id)) })
		c.same[k.ID] = same
	}
	return same
}

// of returns what is known of k, whose series may be longer than a reading shows.
func (c *computer) of(k *kpi.KPI) KPIData {
	if k.Formula == nil {
		return c.data[k.ID]
	}
	if d, ok := c.made[k.ID]; ok {
		return d
	}
	var d KPIData
	for _, id := range k.Formula.Names() {
		if in := c.cfg.Defined(id); in != nil {
			d.Findings = append(d.Findings, c.of(in).Findings...)
		}
	}
	made := c.cfg.Calendar.Compute(k, c.source(rhythmOf(k)), c.needs.computed[k.ID], c.moment.now)
	d.Series, d.Computed = made.Series, &made
	c.made[k.ID] = d
	return d
}

// source returns the inputs by their ids for a formula of a rhythm.
func (c *computer) source(r rhythm) func(id string) kpi.Source {
	return func(id string) kpi.Source {
		k := c.cfg.Defined(id)
		if k == nil {
			return kpi.Source{KPI: &kpi.KPI{ID: id, Name: id}}
		}
		d := c.of(k)
		if k.Formula != nil {
			return kpi.Source{KPI: k, Series: d.Series, Computed: d.Computed}
		}
		in := *k
		in.Every, in.EveryDay = r.every, r.everyDay
		return kpi.Source{KPI: k, Series: c.cfg.Calendar.WithZeros(&in, d.Inputs[r], c.moment.now)}
	}
}

// lastPeriods returns s with at most n of its entries.
func lastPeriods(s kpi.Series, n int) kpi.Series {
	s.Entries = s.Entries[max(0, len(s.Entries)-n):]
	return s
}

// sameComputation reports whether a and b are made from the same and wait for the
// same, so that they show the same beside a reading of the same number.
func sameComputation(a, b *kpi.Computation) bool {
	if a == nil || b == nil {
		return a == b
	}
	return slices.Equal(a.Inputs, b.Inputs) && slices.Equal(a.Waits, b.Waits)
}
