package kpi

// span is how much of a period is there: working days in all, of those that are
// over up to the newest value, and with that value's own day.
type span struct {
	days, over, begun int
	lastOver, lastDay Date // up to which over and begun count
	rule              Rule
}

// judgePace turns v, which is what the whole target t makes of a sum, into what
// the part of it makes that should be there. The whole counts where it is reached
// or exceeded already; below a limit of which there is no part yet nothing is told.
func (k *KPI) judgePace(t Target, s span, v *Verdict) {
	part, n := s.part(k.Format, t), v.Number
	v.Running.ByNow, v.Running.Until = part, s.until(t, part)
	if part.HasMin || part.HasMax {
		tolerance := s.shrunk(k.Tolerance, t)
		status := part.status(tolerance, n)
		if status != OnTarget || part.HasMin == t.HasMin && part.HasMax == t.HasMax {
			v.Status, v.Format = status, k.Format.forVerdict(part, tolerance, n)
			return
		}
	}
	limited := t.HasMax && t.Max >= 0
	if exceeded := limited && n > t.Max; !exceeded && (v.Status != OnTarget || limited && !part.HasMax) {
		v.Status = InProgress
	}
}

// counts returns by how many days the parts of t's bounds are measured: for min
// by those that are over, for max with the day of the newest value, and for a
// bound below zero by the other of the two, which is milder.
func (s span) counts(t Target) (low, high int) {
	low, high = s.over, s.begun
	if t.Min < 0 {
		low = s.begun
	}
	if t.Max < 0 {
		high = s.over
	}
	return low, high
}

// part returns the part of t that should be there, rounded to the displayed
// digits in the KPI's favour, but not beyond the whole; an end whose part is
// nothing is not there.
func (s span) part(f Format, t Target) (part Target) {
	low, high := s.counts(t)
	if t.HasMin {
		part.Min, part.HasMin = s.share(t.Min, low, f.floor)
		if t.Min < 0 {
			part.Min = max(part.Min, t.Min)
		}
	}
	if t.HasMax {
		part.Max, part.HasMax = s.share(t.Max, high, f.ceil)
		if t.Max > 0 {
			part.Max = min(part.Max, t.Max)
		}
	}
	return part
}

// share returns n days' part of a bound, rounded, and whether it is anything.
func (s span) share(bound float64, n int, round func(float64) float64) (float64, bool) {
	switch n {
	case 0:
		return 0, false
	case s.days:
		return bound, true
	}
	v := round(s.scaled(bound, n))
	return v, v != 0 || bound == 0
}

// scaled returns n days' part of an amount for all days.
func (s span) scaled(amount float64, n int) float64 {
	return Clean(amount * float64(n) / float64(s.days))
}

// until returns the day up to which part counts.
func (s span) until(t, part Target) Date {
	switch {
	case part.HasMin && t.Min >= 0, part.HasMax && !part.HasMin && t.Max < 0:
		return s.lastOver
	case part.HasMin || part.HasMax:
		return s.lastDay
	}
	return Date{}
}

// shrunk returns tol for the part: its margins are those of the whole bounds in
// the proportion of the days.
func (s span) shrunk(tol Tolerance, t Target) Tolerance {
	low, high := s.counts(t)
	return Tolerance{
		Below: Margin{Amount: s.scaled(tol.Below.of(t.Min), low)},
		Above: Margin{Amount: s.scaled(tol.Above.of(t.Max), high)},
	}
}
