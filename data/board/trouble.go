package board

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"time"

	"kpiwall/data/kpi"
)

// failure is a run of reads that did not succeed.
type failure struct {
	text string
	wait time.Duration // until the next try
}

// The waits between two tries grow from the first to the second, doubling.
const (
	firstWait = time.Second
	lastWait  = 30 * time.Second
)

// again notes one more failed read.
func (f *failure) again(err error) {
	f.text = Short(err)
	f.wait = min(max(firstWait, 2*f.wait), lastWait)
}

// trouble says at now, in the board's zone, what is wrong and what the wall
// shows meanwhile: the values that were read at, where any were.
func (f *failure) trouble(read, now time.Time) Trouble {
	if read.IsZero() {
		return Trouble{f.text + "; retrying"}
	}
	return Trouble{fmt.Sprintf("%s; values of %s, retrying", f.text, clock(read, now))}
}

// clock writes the time of day of t in now's zone, and which day that was where
// it is another one.
func clock(t, now time.Time) string {
	t = t.In(now.Location())
	switch kpi.DateOf(t) {
	case kpi.DateOf(now):
		return t.Format("15:04")
	case kpi.DateOf(now).AddDays(-1):
		return t.Format("15:04 yesterday")
	}
	return t.Format("2006-01-02 15:04")
}

// Short words err for the wall: in the few words that it has for that, if any, as
// those of a store and of a config have.
func Short(err error) string {
	var brief interface{ Short() string }
	if errors.As(err, &brief) {
		return brief.Short()
	}
	return err.Error()
}

// inOrder lists troubles by the names they were set under, so that the wall's
// lines do not jump about.
func inOrder(set map[string]Trouble) []Trouble {
	names := make([]string, 0, len(set))
	for name := range set {
		names = append(names, name)
	}
	slices.SortFunc(names, cmp.Compare[string])
	list := make([]Trouble, 0, len(names))
	for _, name := range names {
		list = append(list, set[name])
	}
	return list
}
