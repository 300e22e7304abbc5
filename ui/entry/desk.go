package entry

import (
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/ui/overlay"
)

// desk is what all of this package works with.
type desk struct {
	wall     Wall
	stack    *overlay.Stack
	recorder Recorder // nil: nothing can be recorded
	person   person
	round    record.Round // that of the values that are entered; zero: none was yet
	checking bool         // a PIN; of no lock in particular, for one may be opened meanwhile
}

// calendar returns the calendar that k lives by, and current its period of now.
func (d *desk) calendar(k *kpi.KPI) kpi.Calendar { return d.wall.Board().Config.Calendar.For(k) }

func (d *desk) current(k *kpi.KPI) kpi.Period { return d.calendar(k).Period(k.Every, d.wall.Now()) }
