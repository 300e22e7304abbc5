package doctor

import (
	"time"

	"kpiwall/data/finding"
)

// slack is how far a clock that wrote a value may be ahead: that of another
// machine, or this one's before it asked for the time.
const slack = 5 * time.Minute

// firstYear is when this program was made. A box without a battery for its
// clock starts in 1970, or on the day that its system was built.
const firstYear = 2026

// Clock returns what speaks against now being the time, where the newest row
// of the store was recorded at recorded (zero: nobody knows). A clock that is
// ahead cannot be told from one that is right.
func Clock(now, recorded time.Time) []finding.Finding {
	switch {
	case now.Year() < firstYear:
		return []finding.Finding{{Severity: finding.Problem, Code: "clock.wrong", Args: finding.Args{"Now": now}}}
	case recorded.After(now.Add(slack)):
		return []finding.Finding{{
			Severity: finding.Problem, Code: "clock.behind", Args: finding.Args{"Now": now, "Recorded": recorded.In(now.Location())},
		}}
	}
	return nil
}
