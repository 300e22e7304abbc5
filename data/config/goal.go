package config

import (
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// readGoal reads goal = { from = 7, to = 1, start = 2026-10-01, by = 2026-12-31 }, the
// way of a key result, and its path = [{ on = 2026-11-01, value = 5 }].
func readGoal(r *reader, k *kpi.KPI, it item) {
	if k.Targets != nil {
		r.find(it, "config.goal.target", nil)
		return
	}
	if k.Every == kpi.Hour {
		r.find(it, "config.goal.hour", nil)
		return
	}
	before := len(r.problems)
	g := &kpi.Goal{}
	number := func(of *float64) func(*reader, *kpi.Goal, item) {
		return func(r *reader, _ *kpi.Goal, it item) { *of, _ = r.bound(it, k.Format) }
	}
	goalFields := fields[kpi.Goal]{
		{"from", number(&g.From)},
		{"to", number(&g.To)},
		{"start", day(func(g *kpi.Goal) *kpi.Date { return &g.Start })},
		{"by", day(func(g *kpi.Goal) *kpi.Date { return &g.By })},
		{"path", func(r *reader, g *kpi.Goal, it item) { r.path(k, g, it) }},
	}
	goalFields.into(r, g, it)
	for _, name := range []string{"from", "to", "start", "by"} {
		if goalFields.lacks(it, name) {
			r.find(it, "config.goal.missing", finding.Args{"Key": name})
		}
	}
	if len(r.problems) > before {
		return
	}
	switch {
	case g.From == g.To:
		r.find(it.child("to", nil), "config.goal.still", nil)
	case !g.By.After(g.Start):
		r.find(it.child("by", nil), "config.goal.order", nil)
	default:
		r.pathWithin(g, it.child("path", nil))
		k.Goal = g
	}
}

// path reads what should be there on the way.
func (r *reader) path(k *kpi.KPI, g *kpi.Goal, it item) {
	points, ok := tables(it.value)
	if !ok || len(points) == 0 {
		r.find(it, "config.goal.path", nil)
		return
	}
	for n, value := range points {
		var p kpi.Waypoint
		point := it.element(n, value)
		pointFields := fields[kpi.Waypoint]{
			{"on", day(func(p *kpi.Waypoint) *kpi.Date { return &p.On })},
			{"value", func(r *reader, p *kpi.Waypoint, it item) { p.Value, _ = r.bound(it, k.Format) }},
		}
		pointFields.into(r, &p, point)
		if pointFields.lacks(point, "on") || pointFields.lacks(point, "value") {
			r.find(point, "config.goal.point", nil)
		}
		g.Path = append(g.Path, p)
	}
}

// pathWithin checks that the points of a path, at it, lie between start and goal, one
// after the other.
func (r *reader) pathWithin(g *kpi.Goal, it item) {
	before := g.Start
	for n, p := range g.Path {
		if !p.On.After(before) || !p.On.Before(g.By) {
			r.find(it.element(n, nil), "config.goal.path.order", nil)
			return
		}
		before = p.On
	}
}

// boundsOf returns the numbers that the values of k are held against, as targets.
func boundsOf(k *kpi.KPI) kpi.Plan {
	if k.Goal == nil {
		return k.Targets
	}
	return kpi.Plan{{Target: kpi.Target{Min: k.Goal.From, HasMin: true}}, {Target: kpi.Target{Min: k.Goal.To, HasMin: true}}}
}
