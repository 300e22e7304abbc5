package kpi

import (
	"testing"
	"time"
)

// Every way of stepping must agree with walking one day at a time.
func TestAdd_AgreesWithWalkingDayByDay(t *testing.T) {
	free := office(time.UTC)
	free.Workdays = NewWeekdays(time.Tuesday)
	split := office(time.UTC)
	split.Workdays = NewWeekdays(time.Sunday, time.Wednesday, time.Thursday)
	split.WeekStarts = time.Saturday
	for _, c := range []Calendar{office(time.UTC), free, split, fiscal(time.February), fiscal(time.December)} {
		for every := Day; every <= Year; every++ {
			d := day("1967-12-30")
			start := on(t, c, every, d.String())
			last, n := start, 0
			for range 3000 {
				d = d.AddDays(1)
				p := on(t, c, every, d.String())
				if p != last {
					last, n = p, n+1
					if every != Day && p.First != d || every == Day && !c.Workdays.Has(d.Weekday()) {
						t.Fatalf("%v: %v starts on %v", every, d, p.First)
					}
				}
				if got := c.Steps(start, p); got != n {
					t.Fatalf("%v: Steps(%v, %v) = %d, want %d", every, start.First, p.First, got, n)
				}
				if c.Add(start, n) != p || c.Add(p, -n) != start {
					t.Fatalf("%v: %d steps from %v do not lead to %v and back", every, n, start.First, p.First)
				}
			}
		}
	}
}
