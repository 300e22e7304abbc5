package kpi

import "time"

// Rule is how a sum is judged while its period runs.
type Rule uint8

// The rules.
const (
	Whole Rule = iota // by the whole period's target, as everything else is
	Pace              // by the part of it that should be there by now
	Open              // not at all until its last working day is over
)

// Running is how far a sum has come while its period runs; zero where the whole
// target counts, because the period is over or nothing else was wanted.
type Running struct {
	On bool

	// ByNow is the part of the target that should be there by the end of Until. It
	// has no end for as long as that part is nothing.
	ByNow Target
	Until Date // zero where ByNow has no end
	Ends  Date // the last day of the period, by which the whole is due
}

// Verdict is how a period stands.
type Verdict struct {
	Judgement
	Running Running
	// Final says that the verdict will not change by itself any more, unless a
	// value is corrected: only such verdicts are worth an alarm or a cheer.
	Final bool
}

// JudgeEntry judges the i-th entry of s, of a KPI that is not [KPI.Judged], under
// target t as it stands at now; a key result under what its goal asks for.
func (c Calendar) JudgeEntry(k *KPI, s Series, i int, t Target, now time.Time) Verdict {
	if k.Goal != nil {
		return c.judgeGoal(k, s, i, now)
	}
	c = c.For(k)
	e := s.Entries[i]
	if !e.Has {
		return Verdict{Judgement: Judgement{Status: NoValue, Format: k.Format}, Final: true}
	}
	v := Verdict{Judgement: Judge(k.Format, t, k.Tolerance, e.Number), Final: true}
	span, on := c.span(k, e.Period, c.reach(s, i), now)
	if !on || v.Status == NoValue {
		return v
	}
	v.Running = Running{On: true, Ends: c.LastDay(e.Period)}
	if v.Status == NoTarget {
		return v
	}
	v.Final = !s.Negative && (v.Status == Above || v.Status == OnTarget && !t.HasMax)
	switch {
	case span.rule == Pace:
		k.judgePace(t, span, &v)
	case !v.Final:
		v.Status = InProgress
	}
	return v
}

// span counts the working days of p up to the day that its values reach. It
// reports false where p is judged by its whole target.
func (c Calendar) span(k *KPI, p Period, reach Date, now time.Time) (span, bool) {
	if k.Combine != Sum || k.Running == Whole || !now.Before(c.End(p)) {
		return span{}, false
	}
	if p.Every == Hour || k.Running == Open {
		return span{rule: Open}, !c.Over(k, p, now)
	}
	days := c.WorkdaysIn(p)
	reach = c.upTo(reach, now)
	s := span{rule: Pace, days: len(days), lastDay: reach}
	for _, d := range days {
		if d.After(reach) {
			continue
		}
		s.begun++
		if c.over(k, d, now) {
			s.over++
			s.lastOver = d
		}
	}
	return s, s.over < s.days || s.days == 0
}

// upTo returns d or, where that is to come, today: what is dated ahead reaches no
// further.
func (c Calendar) upTo(d Date, now time.Time) Date {
	if today := c.Today(now); d.After(today) {
		return today
	}
	return d
}

// over reports whether the working day d of k is over at now.
func (c Calendar) over(k *KPI, d Date, now time.Time) bool {
	local := now.In(c.zone())
	switch today := DateOf(local); {
	case d.Before(today):
		return true
	case d.After(today):
		return false
	}
	hour, minute, second := local.Clock()
	return time.Duration(hour)*time.Hour+time.Duration(minute)*time.Minute+time.Duration(second)*time.Second >= k.DayEnds
}

// Over reports whether p is over for k: its last working day, or the hour itself.
func (c Calendar) Over(k *KPI, p Period, now time.Time) bool {
	c = c.For(k)
	if !now.Before(c.End(p)) {
		return true
	}
	if p.Every == Hour {
		return false
	}
	days := c.WorkdaysIn(p)
	return len(days) > 0 && c.over(k, days[len(days)-1], now)
}

// WorkdaysIn returns the working days of p, which is no hour.
func (c Calendar) WorkdaysIn(p Period) []Date {
	if p.Every == Day {
		return []Date{p.First}
	}
	var days []Date
	for d, last := p.First, c.LastDay(p); !d.After(last); d = d.AddDays(1) {
		if c.Works(d) {
			days = append(days, d)
		}
	}
	return days
}

// reach returns the day of the newest value of the i-th entry.
func (c Calendar) reach(s Series, i int) Date {
	if n := len(s.Parts); i == len(s.Entries)-1 && n > 0 {
		return s.Parts[n-1].Day
	}
	return c.DayOf(s.Entries[i].At)
}

// SameDaysBefore returns what the period before the newest of s, which runs, had after as
// many working days as the newest has by the day that its values reach; those that are
// dated ahead reach the last day that is over. It reports false where that cannot be
// told: a day or an hour has no parts, and values that were recorded for other days,
// such as a month's at its end, say nothing of the days between.
func (c Calendar) SameDaysBefore(k *KPI, s Series, now time.Time) (float64, bool) {
	c = c.For(k)
	n := len(s.Entries)
	if n < 2 || len(s.Parts) == 0 || s.Entries[n-1].Period.Every < Week {
		return 0, false
	}
	newest, before := s.Entries[n-1].Period, s.Entries[n-2].Period
	begun, days := c.begun(k, newest, s.Parts[len(s.Parts)-1].Day, now), c.WorkdaysIn(before)
	if begun == 0 || begun > len(days) {
		return 0, false
	}
	from := days[begun-1]
	next := from.AddDays(1) // what is dated with the end of a whole period is no part of it
	if begun < len(days) {
		next = days[begun]
	}
	var numbers []float64
	reached := false
	for _, part := range s.PartsBefore {
		if part.Day.Before(next) {
			numbers = append(numbers, part.Number)
			reached = reached || !part.Day.Before(from)
		}
	}
	return sum(numbers), reached
}

// begun counts the working days of p that values which reach a day are from.
func (c Calendar) begun(k *KPI, p Period, reach Date, now time.Time) (n int) {
	ahead := reach.After(c.Today(now))
	for _, d := range c.WorkdaysIn(p) {
		if !d.After(reach) && (!ahead || c.over(k, d, now)) {
			n++
		}
	}
	return n
}

// Forecast returns what the newest period of s, a sum, comes to if its working days to
// come are as those that are over; it reports false where it is not paced, or none is.
func (c Calendar) Forecast(k *KPI, s Series, now time.Time) (float64, bool) {
	c = c.For(k)
	n := len(s.Entries)
	if n == 0 || len(s.Parts) == 0 || k.Running != Pace {
		return 0, false
	}
	span, on := c.span(k, s.Entries[n-1].Period, c.reach(s, n-1), now)
	if !on || span.over == 0 {
		return 0, false
	}
	var numbers []float64
	for _, part := range s.Parts {
		if !part.Day.After(span.lastOver) {
			numbers = append(numbers, part.Number)
		}
	}
	whole := Clean(sum(numbers) / float64(span.over) * float64(span.days))
	if !s.Negative {
		whole = max(whole, s.Entries[n-1].Number) // what is there already stays
	}
	return whole, finite(whole)
}
