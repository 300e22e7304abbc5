package board

import (
	"sort"
	"time"

	"kpiwall/data/kpi"
)

// day counts the days since 1970-01-01.
type day int

func dayOf(d kpi.Date) day {
	return day(time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d day) date() kpi.Date { return kpi.DateOf(time.Unix(int64(d)*86400, 0).UTC()) }

func (d day) weekday() time.Weekday { return time.Weekday((d + 4) % 7) }

// window is a period of the oracle, half-open: in days and, exactly, in instants.
type window struct {
	first, end day
	from, to   time.Time
}

// almanac cuts time as the oracle does: by walking from day to day, and for hours
// from minute to minute. It remembers what it has found.
type almanac struct {
	kpi.Calendar
	closed  map[day]bool
	starts  map[day]time.Time
	windows map[kpi.Cadence]map[day]window
	hours   map[int64]window
}

func newAlmanac(c kpi.Calendar, closed map[day]bool) *almanac {
	return &almanac{
		Calendar: c, closed: closed, starts: map[day]time.Time{}, hours: map[int64]window{},
		windows: map[kpi.Cadence]map[day]window{},
	}
}

func (a *almanac) today(t time.Time) day { return dayOf(kpi.DateOf(t.In(a.Zone))) }

// works reports whether d is a working day.
func (a *almanac) works(d day) bool {
	return !a.closed[d] && (a.Workdays == 0 || a.Workdays.Has(d.weekday()))
}

// everyDay returns the almanac of an office that never closes.
func (a *almanac) everyDay() *almanac {
	c := a.Calendar
	c.Workdays, c.Closed = 0, nil
	return newAlmanac(c, nil)
}

// start returns the first second of d: the first on which a calendar on the
// office's wall shows it.
func (a *almanac) start(d day) time.Time {
	t, ok := a.starts[d]
	if !ok {
		utc := int64(d)*86400 - 30*3600
		t = time.Unix(utc+int64(sort.Search(60*3600, func(i int) bool {
			return a.today(time.Unix(utc+int64(i), 0)) >= d
		})), 0)
		a.starts[d] = t
	}
	return t
}

// clock returns the first second of d at which the office's clock shows at least
// so much since midnight; from 24 hours on that is the end of the day.
func (a *almanac) clock(d day, since time.Duration) time.Time {
	from, to := a.start(d), a.start(d+1)
	n := sort.Search(int(to.Sub(from)/time.Second), func(i int) bool {
		t := from.Add(time.Duration(i) * time.Second).In(a.Zone)
		h, m, s := t.Clock()
		return time.Duration(h)*time.Hour+time.Duration(m)*time.Minute+time.Duration(s)*time.Second >= since
	})
	return from.Add(time.Duration(n) * time.Second)
}

// of returns the window that holds t.
func (a *almanac) of(every kpi.Cadence, t time.Time) window {
	if every == kpi.Hour {
		return a.hour(t)
	}
	return a.ofDay(every, a.today(t))
}

// at returns the window of a value; a plain day is in no hour.
func (a *almanac) at(every kpi.Cadence, at kpi.At) (window, bool) {
	if at.Day.IsZero() {
		return a.of(every, at.Instant), true
	}
	if every == kpi.Hour {
		return window{}, false
	}
	return a.ofDay(every, dayOf(at.Day)), true
}

func (a *almanac) before(every kpi.Cadence, w window) window {
	return a.of(every, w.from.Add(-time.Second))
}

func (a *almanac) ofDay(every kpi.Cadence, d day) window {
	if w, ok := a.windows[every][d]; ok {
		return w
	}
	begins := a.beginning(every)
	w := window{first: d, end: d + 1}
	for !begins(w.first) {
		w.first--
	}
	for !begins(w.end) {
		w.end++
	}
	w.from, w.to = a.start(w.first), a.start(w.end)
	if a.windows[every] == nil {
		a.windows[every] = map[day]window{}
	}
	for d := w.first; d < w.end; d++ {
		a.windows[every][d] = w
	}
	return w
}

// beginning returns what tells whether a period begins on a day.
func (a *almanac) beginning(every kpi.Cadence) func(day) bool {
	switch every {
	case kpi.Day:
		return a.works
	case kpi.Week:
		return func(d day) bool { return d.weekday() == a.WeekStarts }
	}
	months := map[kpi.Cadence]int{kpi.Month: 1, kpi.Quarter: 3, kpi.Year: 12}[every]
	return func(d day) bool {
		date := d.date()
		return date.Day == 1 && (int(date.Month)-int(a.YearStarts)+12)%months == 0
	}
}

// hour returns the clock hour of t: all the minutes around it in which the hour on
// the office's clock, and its distance from UTC, are the same.
func (a *almanac) hour(t time.Time) window {
	from := t.Truncate(time.Minute)
	if w, ok := a.hours[from.Unix()]; ok {
		return w
	}
	same := func(u time.Time) bool {
		u, t := u.In(a.Zone), t.In(a.Zone)
		_, x := u.Zone()
		_, y := t.Zone()
		return u.Hour() == t.Hour() && x == y && u.Day() == t.Day()
	}
	to := from.Add(time.Minute)
	minute := from.Unix()
	for same(from.Add(-time.Minute)) {
		from = from.Add(-time.Minute)
	}
	for same(to) {
		to = to.Add(time.Minute)
	}
	d := a.today(from)
	w := window{first: d, end: d + 1, from: from, to: to}
	a.hours[minute] = w
	return w
}

// endOf returns the first instant after what at says: of an instant, itself.
func (a *almanac) endOf(at kpi.At) time.Time {
	if at.Day.IsZero() {
		return at.Instant
	}
	return a.start(dayOf(at.Day) + 1)
}

// dayAt returns the day of at in the office.
func (a *almanac) dayAt(at kpi.At) day {
	if at.Day.IsZero() {
		return a.today(at.Instant)
	}
	return dayOf(at.Day)
}
