package board

import (
	"fmt"
	"time"
)

// copyRefresh is how often a copy is looked at even if nothing of it changed:
// that nothing comes through is news too.
const copyRefresh = time.Minute

// oldCopy says that a copy is older than it should be. Its age counts from when
// its source was last alive and not from when it was made: one that is made anew
// every minute of a source that stopped on Friday is of Friday, and one of a
// source where nothing was recorded over the weekend is of today.
func oldCopy(b *Board) []Trouble {
	switch {
	case b.Read.IsZero() || b.AsOf:
		return nil
	case b.Copied.IsZero():
		return []Trouble{{`a copy of nobody knows when: set role = "source" where it comes from`}}
	case b.Now.Sub(b.Copied) <= b.Config.Store.StaleAfter:
		return nil
	}
	of := clock(b.Copied, b.Now.In(b.Config.Calendar.Zone))
	return []Trouble{{fmt.Sprintf("copy of %s: nothing has come from its source since", of)}}
}
