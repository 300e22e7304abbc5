package board

import (
	"time"

	"kpiwall/data/finding"
)

// copyRefresh is how often a copy is looked at even if nothing of it changed:
// that nothing comes through is news too.
const copyRefresh = time.Minute

// oldCopy says that a copy is older than it should be. Its age counts from when
// its source was last alive and not from when it was made: one that is made anew
// every minute of a source that stopped on Friday is of Friday, and one of a
// source where nothing was recorded over the weekend is of today.
func oldCopy(b *Board) []finding.Finding {
	switch {
	case b.Read.IsZero() || b.AsOf:
		return nil
	case b.Copied.IsZero():
		return []finding.Finding{{Severity: finding.Problem, Code: "copy.undated"}}
	case b.Now.Sub(b.Copied) <= b.Config.Store.StaleAfter:
		return nil
	}
	of := b.Copied.In(b.Config.Calendar.Zone)
	return []finding.Finding{{Severity: finding.Problem, Code: "copy.old", Args: finding.Args{"Of": of, "Now": b.Now}}}
}
