package entry

import (
	"time"

	"kpiwall/data/record"
)

// retryAfter is how long a value waits for the next try after the store could not
// take it.
const retryAfter = 3 * time.Second

// entered is a value that somebody has entered and that the store does not have
// yet. It outlives the form on the screen: it is tried again, and the wall says so.
type entered struct {
	in      record.Input
	draft   draft // as it was entered; what is typed since is another value
	permit  permit
	saving  bool      // on its way to the store
	retry   time.Time // before which it is not tried again
	failed  string    // why the last try failed; empty: there was none
	refused string    // why it is not tried again; empty: it waits for its turn
}

// early reports whether it is too early for the next try. A clock that was set back
// meanwhile does not put it off.
func (e *entered) early(now time.Time) bool {
	wait := e.retry.Sub(now)
	return wait > 0 && wait <= retryAfter
}
