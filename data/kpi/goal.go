package kpi

import (
	"math"
	"slices"
	"time"
)

// Goal makes a KPI a key result, which is not to stay in a range but to move: from a
// baseline to a goal, along a straight line in time or through the points of a path.
// From and To differ.
type Goal struct {
	From, To  float64
	Start, By Date       // the days of the baseline and of the goal; By is the later
	Path      []Waypoint // between them, ascending
}

// Waypoint is what should be there on a day.
type Waypoint struct {
	On    Date
	Value float64
}

// At returns what should be there on day d: the baseline before the start, the goal
// after its day.
func (g *Goal) At(d Date) float64 {
	before := Waypoint{g.Start, g.From}
	if !d.After(g.Start) {
		return g.From
	}
	for _, next := range g.way() {
		if !d.After(next.On) {
			share := float64(d.Sub(before.On)) / float64(next.On.Sub(before.On))
			return Clean(before.Value + (next.Value-before.Value)*share)
		}
		before = next
	}
	return g.To
}

// way returns the points after the start, of which the goal is the last.
func (g *Goal) way() []Waypoint { return append(slices.Clip(g.Path), Waypoint{g.By, g.To}) }

// Rises reports whether the goal is above the baseline.
func (g *Goal) Rises() bool { return g.To > g.From }

// eases reports whether the line is to ask for less on a day after d than on d.
func (g *Goal) eases(d Date) bool {
	asked := g.At(d)
	for _, p := range g.way() {
		if p.On.After(d) && (p.Value < asked) == g.Rises() && p.Value != asked {
			return true
		}
	}
	return false
}

// Reached reports whether n is at the goal or beyond it.
func (g *Goal) Reached(n float64) bool {
	if g.Rises() {
		return n >= g.To
	}
	return n <= g.To
}

// Share returns how much of the way n has come: 0 at the baseline, 1 at the goal, below
// 0 behind the baseline.
func (g *Goal) Share(n float64) float64 { return Clean((n - g.From) / (g.To - g.From)) }

// Whole is the goal as a target.
func (g *Goal) Whole() Target { return g.bound(g.To) }

func (g *Goal) bound(v float64) Target {
	if g.Rises() {
		return Target{Min: v, HasMin: true}
	}
	return Target{Max: v, HasMax: true}
}

// Target returns what should be there on day d as the target of a KPI that is written
// as f, rounded to the displayed digits in its favour, but not beyond the goal.
func (g *Goal) Target(f Format, d Date) Target {
	v := g.At(d)
	switch {
	case v == g.To || v == g.From:
	case g.Rises():
		v = min(f.floor(v), max(v, g.To))
	default:
		v = max(f.ceil(v), min(v, g.To))
	}
	return g.bound(v)
}

// Margins returns the tolerance of k in its unit: a share is one of the target's bound,
// or for a key result one of its whole way.
func (k *KPI) Margins() Tolerance {
	if k.Goal == nil {
		return k.Tolerance
	}
	of := func(m Margin) Margin {
		return Margin{Amount: m.of(math.Abs(k.Goal.To - k.Goal.From))}
	}
	return Tolerance{Below: of(k.Tolerance.Below), Above: of(k.Tolerance.Above)}
}

// GoalDay returns the day whose part of the way the i-th entry of s is held against: the
// last day of a period that is over, and of a sum; else that of its value; but at most
// that of the goal.
func (c Calendar) GoalDay(k *KPI, s Series, i int, now time.Time) Date {
	e := s.Entries[i]
	day := c.For(k).goalDayIn(e.Period)
	if now.Before(c.For(k).End(e.Period)) && k.Combine != Sum && e.Has {
		day = c.upTo(c.DayOf(e.At), now)
	}
	if day.After(k.Goal.By) {
		return k.Goal.By
	}
	return day
}

// goalDayIn returns the last day of p; of a daily KPI the workday.
func (c Calendar) goalDayIn(p Period) Date {
	if p.Every <= Day {
		return p.First
	}
	return c.LastDay(p)
}

// judgeGoal judges the i-th entry of s, of a key result, at now. What lies before the
// start has no verdict.
func (c Calendar) judgeGoal(k *KPI, s Series, i int, now time.Time) Verdict {
	g, e := k.Goal, s.Entries[i]
	day := c.GoalDay(k, s, i, now)
	measured := *k
	measured.Goal, measured.Tolerance = nil, k.Margins()
	v := c.JudgeEntry(&measured, s, i, g.Target(k.Format, day), now)
	switch running := now.Before(c.For(k).End(e.Period)); {
	case v.Status == NoValue:
	case day.Before(g.Start):
		v.Judgement = Judge(k.Format, Target{}, Tolerance{}, e.Number)
		v.Status, v.Final = NotStarted, true
		v.Running = Running{On: v.Running.On, Ends: v.Running.Ends}
	case c.reached(k, s, i, now):
		v.Judgement = Judge(k.Format, g.Whole(), Tolerance{}, e.Number)
		v.Status, v.Final = Reached, !running || !s.Negative
	case running && k.Combine != Sum && day.Before(g.By):
		v.Final = v.Status.Off() && !g.eases(day) // at the end of the period the line asks for more
	}
	return v
}
