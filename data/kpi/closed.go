package kpi

import (
	"fmt"
	"hash/fnv"
	"slices"
	"sort"
)

// Closed are days on which an office is closed although they are workdays of the
// week, such as holidays. It is never changed; nil has none.
type Closed struct {
	days []int // their numbers, ascending
	open []int // how many open workdays lie before each, counted as the calendar does
}

// WithClosed returns c with days, in any order, on which the office is closed.
func (c Calendar) WithClosed(days []Date) Calendar {
	c.Closed = nil
	closed := &Closed{}
	for _, d := range days {
		if c.Workdays.orAll().Has(d.Weekday()) {
			closed.days = append(closed.days, d.number())
		}
	}
	slices.Sort(closed.days)
	closed.days = slices.Compact(closed.days)
	for i, day := range closed.days {
		closed.open = append(closed.open, c.weekdayNumber(day)-i)
	}
	if len(closed.days) > 0 {
		c.Closed = closed
	}
	return c
}

// before returns how many of the closed days lie before the day numbered n.
func (c *Closed) before(n int) int {
	if c == nil {
		return 0
	}
	return sort.SearchInts(c.days, n)
}

// passed returns how many closed days the count of workdays passes over on its way
// to the n-th that is open.
func (c *Closed) passed(n int) int {
	if c == nil {
		return 0
	}
	return sort.SearchInts(c.open, n+1)
}

// Sum tells sets of days apart.
func (c *Closed) Sum() uint64 {
	sum := fnv.New64a()
	if c != nil {
		for _, day := range c.days {
			fmt.Fprint(sum, day, " ")
		}
	}
	return sum.Sum64()
}

// Works reports whether d is a working day: a workday of the week on which the
// office is not closed.
func (c Calendar) Works(d Date) bool {
	n := d.number()
	return c.Workdays.orAll().Has(d.Weekday()) && c.Closed.before(n) == c.Closed.before(n+1)
}

// For returns the calendar that k lives by: one that has a value every day knows no
// days off.
func (c Calendar) For(k *KPI) Calendar {
	if k.EveryDay {
		c.Workdays, c.Closed = 0, nil
	}
	return c
}
