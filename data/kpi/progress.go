package kpi

import "time"

// GoalState is where a key result stands.
type GoalState uint8

// The states. Those from ReachedEarly on will not change by themselves any more,
// unless the goal's day is still to come.
const (
	GoalAhead    GoalState = iota + 1 // before the start
	UnderWay                          // between start and goal
	ReachedEarly                      // before the goal's period
	ReachedInTime
	ReachedLate // in a period after the goal's
	GoalMissed
)

var goalStateNames = [...]string{
	GoalAhead: "not started", UnderWay: "under way", ReachedEarly: "reached early",
	ReachedInTime: "reached", ReachedLate: "reached late", GoalMissed: "missed",
}

// String returns the state as JSON has it: "not started", "under way", "reached
// early", "reached", "reached late", "missed".
func (s GoalState) String() string { return nameOf(goalStateNames[:], int(s)) }

// Progress is how far a key result has come; the zero Progress is that of a KPI that
// is none.
type Progress struct {
	State    GoalState
	Day      Date    // for which ByNow is
	ByNow    float64 // what should be there by Day
	HasShare bool
	Share    float64 // of the way, see [Goal.Share]: of a sum by its newest whole period
	DaysLeft int     // until the goal's day, 0 on it and after it
	// Settled says that the goal's day is over and what stood then is known. Nothing is
	// waited for any more.
	Settled bool
}

// AtRest reports whether no value is waited for: before the start, and once it is
// settled how it went.
func (p Progress) AtRest() bool { return p.Settled || p.State == GoalAhead }

// Progress returns how far s, of the key result k, has come at now, and how many of its
// entries count: once the goal's time is over, those up to the one that decided it,
// so that the number shown is the one that was judged. Where the goal's period has no
// value yet it is waited for as long as for any other.
func (c Calendar) Progress(k *KPI, s Series, now time.Time) (p Progress, entries int) {
	c = c.For(k)
	g, today := k.Goal, c.Today(now)
	p = Progress{State: UnderWay, DaysLeft: max(0, g.By.Sub(today))}
	entries = len(s.Entries)
	if decided, state, ok := c.decision(k, s, now); ok {
		p.State, p.Settled, entries = state, true, decided
	}
	day := today
	if entries > 0 {
		i := entries - 1
		day = c.GoalDay(k, s, i, now)
		switch reached := c.reached(k, s, i, now); {
		case reached && p.State == UnderWay && !day.Before(g.Start):
			p.State = c.reachedState(k, s, i, now)
		case !reached && k.Combine == Sum && now.Before(c.End(s.Entries[i].Period)):
			i-- // what there is so far of a period says nothing of the way
		}
		if i >= 0 && s.Entries[i].Has {
			p.HasShare, p.Share = true, g.Share(k.Format.judged(g.Whole(), s.Entries[i].Number))
		}
	}
	if today.Before(g.Start) {
		p.State = GoalAhead
	}
	p.Day = day
	target := g.Target(k.Format, day)
	p.ByNow = target.Min + target.Max // of which one is there
	return p, entries
}

// reached reports whether the i-th entry of s has reached the goal of k, by the number
// that is judged. A sum that should be small has not while it may still grow.
func (c Calendar) reached(k *KPI, s Series, i int, now time.Time) bool {
	g, e := k.Goal, s.Entries[i]
	if !e.Has || !g.Reached(k.Format.judged(g.Whole(), e.Number)) {
		return false
	}
	return k.Combine != Sum || g.Rises() || !now.Before(c.For(k).End(e.Period))
}

// reachedState says whether the i-th entry of s, which has reached the goal of k by its
// day, did so early: before the goal's own period. What comes after that is late, also
// while the goal's own is still waited for.
func (c Calendar) reachedState(k *KPI, s Series, i int, now time.Time) GoalState {
	last, _ := c.PeriodAt(k.Every, At{Day: k.Goal.By})
	if s.Entries[i].Period.First.After(k.Goal.By) {
		return ReachedLate
	}
	if s.Entries[i].Period != last || i > 0 && c.reached(k, s, i-1, now) {
		return ReachedEarly
	}
	return ReachedInTime
}

// AfterGoal returns e, which is the period that the goal's day of k lies in, as that day
// left it, of whose values up to that day byDay is made: what was reached by then stays
// so, and what comes later in the period is late. Where nothing was known by then the
// period's value is waited for, as any other.
func (c Calendar) AfterGoal(k *KPI, e, byDay Entry) Entry {
	switch g := k.Goal; {
	case !byDay.Has:
		return e
	case g.Reached(k.Format.judged(g.Whole(), byDay.Number)):
		return byDay
	}
	e.Late = true
	return e
}

// decision returns how a goal whose time is over went, and how many entries it took
// to know; it reports false before that.
func (c Calendar) decision(k *KPI, s Series, now time.Time) (entries int, state GoalState, ok bool) {
	g := k.Goal
	last, _ := c.PeriodAt(k.Every, At{Day: g.By})
	if !c.Today(now).After(g.By) || k.Combine == Sum && now.Before(c.End(last)) {
		return 0, 0, false
	}
	reached := func(i int) bool { return c.reached(k, s, i, now) }
	i := len(s.Entries) - 1 // the newest with a value that is not of after the goal's time
	for i >= 0 && (!s.Entries[i].Has || s.Entries[i].Period.First.After(g.By)) {
		i--
	}
	if (i < 0 || s.Entries[i].Period != last) && c.Steps(last, c.Period(k.Every, now)) < 2 {
		return 0, 0, false
	}
	if i >= 0 && reached(i) && !s.Entries[i].Late {
		return i + 1, c.reachedState(k, s, i, now), true
	}
	for j := max(i, 0); j < len(s.Entries); j++ {
		if reached(j) {
			return j + 1, ReachedLate, true
		}
	}
	return len(s.Entries), GoalMissed, true
}
