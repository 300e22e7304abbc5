package board

import (
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// nothing is what stands in the place of a number that is not there.
const nothing = "–"

// Evaluate makes the reading of k at now from what was found of it. It reads
// nothing and has no clock: the same arguments give the same reading.
func Evaluate(cfg *config.Config, k *kpi.KPI, in Found, now time.Time) *Reading {
	r := &Reading{
		KPI: k, Warning: in.Warning,
		Parts: kpi.Number{Digits: nothing}, Text: nothing,
		Status: kpi.NoValue, Verdict: kpi.NoValue,
		Fresh: kpi.Freshness{Due: true},
	}
	c := cfg.Calendar
	current := c.Period(k.Every, now)
	r.Target = targetIn(k, current)
	for i, values := range in.Values {
		r.History = append(r.History, point(k, c.Add(in.Period, i-len(in.Values)+1), values))
	}
	if n := len(r.History); n > 0 && r.History[n-1].Has {
		r.show(cfg, in, now)
		if in.Period != current {
			r.Label = c.Label(in.Period, now)
		}
	}
	if !k.Judged {
		r.TargetText = r.Target.Text(k.Format, cfg.Locale)
	}
	return r
}

// show fills in what a reading says of its newest period.
func (r *Reading) show(cfg *config.Config, in Found, now time.Time) {
	values := in.Values[len(in.Values)-1]
	p := r.History[len(r.History)-1]
	v := values[len(values)-1]
	r.Has, r.Period, r.Number = true, p.Period, p.Number
	r.Target, r.Verdict = p.Target, p.Status
	r.At, r.Heard = v.At, v.Heard
	r.Note, r.NoteBy = newestNote(values)
	r.write(cfg.Locale)

	r.Fresh = cfg.Calendar.Fresh(r.KPI, p.Period, v, now)
	r.Status = r.Verdict
	if r.Fresh.Overdue {
		r.Status = kpi.Overdue
	}
}

// write puts the number and its change into words.
func (r *Reading) write(l kpi.Locale) {
	k := r.KPI
	var was Point
	if n := len(r.History); n > 1 {
		was = r.History[n-2]
	}
	if was.Has {
		r.Change = kpi.Compare(k.Format, r.Target, was.Number, r.Number)
	}
	if !k.Judged {
		r.Parts, r.Text = k.Format.Parts(l, r.Number), k.Format.Text(l, r.Number)
		r.ChangeText = r.Change.Text(k.Format, l)
		return
	}
	r.Text = VerdictWord(r.Number)
	r.Parts = kpi.Number{Digits: r.Text}
	switch {
	case was.Has && was.Number == r.Number:
		r.ChangeText = "no change"
	case was.Has:
		r.ChangeText = "was " + VerdictWord(was.Number)
	}
}

// VerdictWord names the verdict of a judged KPI: good, watch or bad.
func VerdictWord(v float64) string {
	switch kpi.JudgeVerdict(v) {
	case kpi.OnTarget:
		return "good"
	case kpi.Near:
		return "watch"
	}
	return "bad"
}

// point evaluates one period, each by the target that was in force then.
func point(k *kpi.KPI, p kpi.Period, values []kpi.Value) Point {
	pt := Point{Period: p, Status: kpi.NoValue, Target: targetIn(k, p)}
	numbers := make([]float64, len(values))
	for i, v := range values {
		numbers[i] = v.Number
	}
	if pt.Number, pt.Has = k.Combine.Of(numbers); !pt.Has {
		return pt
	}
	pt.Note, _ = newestNote(values)
	if k.Judged {
		pt.Status = kpi.JudgeVerdict(pt.Number)
	} else {
		pt.Status = kpi.Judge(k.Format, pt.Target, k.Tolerance, pt.Number)
	}
	return pt
}

// targetIn returns the target in force in p. A judged KPI aims at good, so
// that its changes have a better direction.
func targetIn(k *kpi.KPI, p kpi.Period) kpi.Target {
	if k.Judged {
		return kpi.Target{Min: kpi.Good, HasMin: true}
	}
	return k.Targets.In(p.First)
}

// newestNote returns the note of the newest value that has one, and who wrote it.
func newestNote(values []kpi.Value) (note, by string) {
	for i := len(values) - 1; i >= 0; i-- {
		if values[i].Note != "" {
			return values[i].Note, values[i].EnteredBy
		}
	}
	return "", ""
}
