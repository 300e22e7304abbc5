package store

import "kpiwall/data/kpi"

// A period has two pairs of edges: plain days keep to the calendar, seconds to
// UTC, and their texts sort into each other. East of Greenwich its seconds
// begin on the date before its first day; west of it they end on the date after
// its last.

// within reports whether the moment lies in b. FirstDay and First may be empty,
// for "since ever"; an empty EndDay or End leaves that kind of moment out.
func within(b kpi.Bounds, at string) bool {
	if isDay(at) {
		return b.FirstDay <= at && at < b.EndDay
	}
	return b.First <= at && at < b.End
}

// edges returns the text range that holds all of b, and of its neighbours at
// most what lies between its two pairs of edges: a date's worth.
func edges(b kpi.Bounds) (low, high string) {
	low = b.First
	if b.EndDay > b.FirstDay {
		low = min(low, b.FirstDay)
	}
	return low, max(b.EndDay, b.End)
}

// nextEdge returns where to go on looking below a moment that is in the text
// range of b but not in b, so that the rest of its date is stepped over at once
// and no moment of b is missed.
func nextEdge(b kpi.Bounds, at string) string {
	if isDay(at) {
		return at
	}
	// Between the plain day and its first second; the day itself may be in b.
	edge := at[:len(dayLayout)] + "T"
	if edge < b.End && b.End <= at {
		return b.End
	}
	return edge
}

// after returns the lowest text above the moment at; "" for "".
func after(at string) string {
	if at == "" {
		return ""
	}
	return at + "\x00"
}
