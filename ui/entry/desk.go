package entry

import (
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
