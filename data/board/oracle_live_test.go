package board

import (
	"time"

	"kpiwall/data/kpi"
)

// live records values of k over the days of the board.
func (d *dice) live(k *kpi.KPI, scale float64) {
	deeds := 5 + d.IntN(50)
	if k.Combine == kpi.Sum {
		scale /= float64(one(d, 1, 4, 20))
	}
	negative := d.chance(30)
	var used []deed
	for range deeds {
		when := d.moment()
		if len(used) > 0 && d.chance(25) {
			old := used[d.IntN(len(used))]
			old.when = when
			old.what = one(d, "write", "send", "undo", "withdraw")
			d.deeds = append(d.deeds, old)
			continue
		}
		n := d.number(scale)
		if !negative {
			n = max(n, -n)
		}
		if k.Judged {
			n = one(d, kpi.Good, kpi.Good, kpi.Watch, kpi.Watch, kpi.Bad, kpi.Bad, 2)
		}
		at := d.at(k, when)
		if len(used) > 0 && d.chance(10) {
			at = used[d.IntN(len(used))].at // a correction
		}
		new := deed{when: when, what: one(d, "write", "send"), id: k.ID, at: at, number: n}
		used = append(used, new)
		d.deeds = append(d.deeds, new)
	}
}

// moment is some time in the days of the board, often near one that matters.
func (d *dice) moment() time.Time {
	on := d.from + day(d.IntN(int(d.days)))
	t := d.start(on)
	switch d.IntN(6) {
	case 0:
		t = t.Add(time.Duration(d.IntN(3)-1) * time.Second)
	case 1:
		t = d.clock(on, 17*time.Hour).Add(time.Duration(d.IntN(3)-1) * time.Second)
	default:
		t = t.Add(time.Duration(d.IntN(24*3600)) * time.Second)
	}
	return t
}

// at is what somebody dates a value with who enters it at when.
func (d *dice) at(k *kpi.KPI, when time.Time) kpi.At {
	today := d.today(when)
	if k.Every == kpi.Hour {
		return kpi.AtInstant(when.Add(time.Duration(one(d, 0, 0, 0, -1, -3, 1, -24)*3600-d.IntN(2)*d.IntN(3600)) * time.Second))
	}
	w := d.of(k.Every, when)
	on := today
	switch d.IntN(12) {
	case 0:
		on = today - day(1+d.IntN(5)) // late
	case 1:
		on = today + day(1+d.IntN(5)) // early
	case 2:
		on = w.end - 1
	case 3:
		on = w.first - 1
	case 4, 5:
		return kpi.AtInstant(when)
	case 6:
		return kpi.AtInstant(when.Add(time.Duration(d.IntN(72)-48) * time.Hour))
	case 7:
		return kpi.AtInstant(one(d, w.from, w.to, w.to.Add(-time.Second)))
	}
	return kpi.At{Day: on.date()}
}

// moments are when the board is looked at: around midnight, the end of a working
// day and the ends of periods, and at any time.
func (d *dice) moments(n int) []time.Time {
	var all []time.Time
	for range n {
		k := &d.cfg.KPIs[d.IntN(len(d.cfg.KPIs))]
		t := d.moment()
		w := d.of(k.Every, t)
		on := one(d, d.today(t), d.today(t), w.end-1, w.first, d.working(w.end-1))
		t = one(d, t, w.from, w.to, d.start(on), d.start(on+1), d.clock(on, k.DayEnds), d.clock(on, k.DayEnds))
		all = append(all, t.Add(time.Duration(d.IntN(3)-1)*time.Second))
	}
	return all
}

// working is the last working day up to on.
func (d *dice) working(on day) day {
	for !d.works(on) {
		on--
	}
	return on
}
