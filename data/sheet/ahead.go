package sheet

import (
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// moment reads the date of an item. Of a period that has not begun a file has no
// value, unless the program wrote the file itself.
func (r *reader) moment(it item) (kpi.At, error) {
	at, err := r.moments.parse(it.kpi, it.date)
	if err != nil && r.o.Until.IsZero() || err == nil && (it.kpi.Every < kpi.Week || r.header.own) {
		return at, err
	}
	if !r.o.Until.IsZero() {
		return r.beforeUntil(it)
	}
	if p, ok := r.cfg.Calendar.For(it.kpi).PeriodAt(it.kpi.Every, at); ok && r.cfg.Calendar.Start(p).After(r.o.Now) {
		return at, finding.New("exchange.date.ahead", finding.Args{"Given": it.date})
	}
	return at, err
}

// beforeUntil reads a date that may lie ahead, since it will be left out then.
func (r *reader) beforeUntil(it item) (kpi.At, error) {
	at, err := r.moments.read(it.kpi, it.date)
	if err != nil || r.isLater(it.kpi, at) {
		return at, err
	}
	return r.moments.parse(it.kpi, it.date)
}

// isLater reports whether a value is of a period that begins after those wanted.
func (r *reader) isLater(k *kpi.KPI, at kpi.At) bool {
	p, ok := r.cfg.Calendar.For(k).PeriodAt(k.Every, at)
	return ok && !r.o.Until.IsZero() && p.First.After(r.o.Until)
}
