// Package holidays knows on which days an office is closed: the public holidays of
// regions, and the all-day events of a calendar file.
package holidays

import (
	"maps"
	"slices"
	"time"

	cal "github.com/rickar/cal/v2"

	"kpiwall/data/kpi"
)

// The years for which holidays are known.
const (
	firstYear = 1990
	lastYear  = 2100
)

// Regions returns the names of the regions that there are holidays of, such as DE-BY
// or US, sorted.
func Regions() []string { return slices.Sorted(maps.Keys(regions)) }

// Of returns the public holidays of a region, those of the years 1990 to 2100: each on
// its own day, and on the one on which it is made up for where the law gives one. It
// reports false where the region is not known.
func Of(region string) (days []kpi.Date, ok bool) {
	list, ok := regions[region]
	for year := firstYear; year <= lastYear; year++ {
		for _, h := range list {
			day, madeUp := h.Calc(year)
			if day.IsZero() {
				continue
			}
			days = append(days, kpi.DateOf(day), kpi.DateOf(madeUp))
		}
	}
	return days, ok
}

// The library counts in the zone of the computer, where some days have no midnight.
func init() { cal.DefaultLoc = time.UTC }
