package doctor

import "time"

// slack is how far a clock that wrote a value may be ahead: that of another
// machine, or this one's before it asked for the time.
const slack = 5 * time.Minute

// firstYear is when this program was made. A box without a battery for its
// clock starts in 1970, or on the day that its system was built.
const firstYear = 2026

// Clock returns what speaks against now being the time, where the newest row
// of the store was recorded at recorded (zero: nobody knows). A clock that is
// ahead cannot be told from one that is right.
func Clock(now, recorded time.Time) []Finding {
	const layout = "2006-01-02 15:04"
	const remedy = "set this computer's clock, or let it ask for the time over the network (timedatectl set-ntp true)"
	switch {
	case now.Year() < firstYear:
		return []Finding{{Problem, "the clock is wrong: it says " + now.Format(layout), remedy}}
	case recorded.After(now.Add(slack)):
		return []Finding{{
			Problem,
			"the clock may be wrong: it says " + now.Format(layout) + ", a value was recorded " + recorded.In(now.Location()).Format(layout),
			remedy,
		}}
	}
	return nil
}
