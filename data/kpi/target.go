package kpi

// Target is the closed range in which a KPI is healthy. Without Min lower is
// better, without Max higher is better; without both there is no target.
type Target struct {
	Min, Max       float64
	HasMin, HasMax bool
}

// DatedTarget is a target in force from a day on.
type DatedTarget struct {
	From Date // zero: since ever
	Target
}

// Plan is a KPI's targets, ordered by From. Each period is judged by the
// target in force on its first day or, where none is yet, by the first that
// begins within it.
type Plan []DatedTarget

// TargetIn returns the target of plan that period p is judged by; none where
// the first begins after it.
func (c Calendar) TargetIn(plan Plan, p Period) Target {
	for i := len(plan) - 1; i >= 0; i-- {
		if !plan[i].From.After(p.First) {
			return plan[i].Target
		}
	}
	// A Friday that runs until Sunday is no period that a target begins within.
	if len(plan) > 0 && p.Every > Day && plan[0].From.Before(c.Add(p, 1).First) {
		return plan[0].Target
	}
	return Target{}
}
