package kpi

import "time"

// Bounds are the edges of a period as the store's text: plain days in
// [FirstDay, EndDay) and seconds in [First, End) belong to it. For an hour
// FirstDay and EndDay are empty: no plain day belongs to it.
type Bounds struct {
	FirstDay, EndDay string
	First, End       string
}

// Ever lies around every moment that a store can hold: a year of five digits would
// sort as text before most others.
var Ever = Bounds{EndDay: "9999-12-32", End: "9999-12-31T23:59:60Z"}

// Start returns the first instant of p, in the calendar's zone. Where the zone
// has no midnight on that day it is the moment at which the day begins.
func (c Calendar) Start(p Period) time.Time {
	if p.Every == Hour {
		return time.Unix(p.hour, 0).In(c.zone())
	}
	return time.Unix(c.dayStart(p.First), 0).In(c.zone())
}

// End returns the first instant after p.
func (c Calendar) End(p Period) time.Time { return c.Start(c.Add(p, 1)) }

// LastDay returns the last calendar day of p. For a daily KPI it is the last
// free day before the next workday.
func (c Calendar) LastDay(p Period) Date {
	if p.Every == Hour {
		return p.First
	}
	return c.Add(p, 1).First.AddDays(-1)
}

// Bounds returns the edges of p as the store writes them.
func (c Calendar) Bounds(p Period) Bounds {
	next := c.Add(p, 1)
	b := Bounds{First: instantEdge(c.Start(p)), End: instantEdge(c.Start(next))}
	if p.Every != Hour {
		b.FirstDay, b.EndDay = dayEdge(p.First), dayEdge(next.First)
	}
	return b
}

func instantEdge(t time.Time) string {
	if t.UTC().Year() > 9999 {
		return Ever.End
	}
	return instantText(t)
}

func dayEdge(d Date) string {
	if d.Year > 9999 {
		return Ever.EndDay
	}
	return d.String()
}

// AtFor returns the moment to record a value of k for period p under, entered at
// now: today in the current period, the last day of another, so that it stands
// behind whatever was recorded in it. For an hour it is now or the hour's last
// second. Where the values of an hour are combined it is the first second, and of
// another day that day itself and not a day off after it: typing it again replaces it.
func (c Calendar) AtFor(k *KPI, p Period, now time.Time) At {
	c = c.For(k)
	current := c.Period(p.Every, now) == p
	switch {
	case p.Every == Hour && k.Combine != Last:
		return AtInstant(c.Start(p))
	case p.Every == Hour && current:
		return AtInstant(now)
	case p.Every == Hour:
		return AtInstant(c.End(p).Add(-time.Second))
	case current:
		return At{Day: c.Today(now)}
	case p.Every == Day && k.Combine != Last:
		return At{Day: p.First}
	}
	return At{Day: c.LastDay(p)}
}

// dayStart returns the Unix second at which day d begins: local midnight, or
// the moment at which the clocks jump over it. Where they are set back across
// midnight, the day begins for good at the second one.
func (c Calendar) dayStart(d Date) int64 {
	midnight := d.time().Unix()
	for sec := midnight - farthestOffset; ; {
		s := c.offsetSpanAt(sec)
		if at := max(midnight-s.offset, s.from); at < s.to {
			// A span that ends far away cannot bring midnight back.
			if s.to > at+farthestOffset || s.to+c.offsetSpanAt(s.to).offset >= midnight {
				return at
			}
		}
		sec = s.to
	}
}
