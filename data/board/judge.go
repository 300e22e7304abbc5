package board

import (
	"time"

	"kpiwall/data/config"
	"kpiwall/data/kpi"
)

// Judge makes the reading of k at now from what is known of it. It reads
// nothing and has no clock: the same arguments give the same reading.
func Judge(cfg *config.Config, k *kpi.KPI, in KPIData, now time.Time) *Reading {
	in.Series = cfg.Calendar.WithZeros(k, in.Series, now)
	return (&judge{cfg: cfg, k: k, in: in.Series, now: now}).reading(in)
}

// JudgePeriod makes the reading of the only period of in as its point of a history
// stands, whatever the periods around it have: none of them is taken for zero, and how
// a key result went is said of the period of its goal's day alone.
func JudgePeriod(cfg *config.Config, k *kpi.KPI, in KPIData, now time.Time) *Reading {
	return (&judge{cfg: cfg, k: k, in: in.Series, now: now, alone: true}).reading(in)
}

// reading makes the reading of in, whose series may have been completed.
func (j *judge) reading(in KPIData) *Reading {
	cfg, k, now := j.cfg, j.k, j.now
	c := cfg.Calendar.For(k)
	current := c.Period(k.Every, now)
	r := &Reading{
		KPI: k, Findings: in.Findings, Format: k.Format, Today: c.Today(now),
		Status: kpi.NoValue, Verdict: kpi.NoValue, Final: true,
		Fresh: kpi.Freshness{Due: true}, Target: TargetIn(c, k, current), Computed: in.Computed,
	}
	j.verdicts = make([]kpi.Verdict, 0, len(j.in.Entries))
	if k.Goal != nil {
		j.begin(r)
	}
	r.History = make([]Point, 0, len(j.in.Entries))
	for i := range j.in.Entries {
		j.add(r, i)
	}
	if e, ok := j.in.Newest(); ok && e.Has {
		j.show(r, e)
		r.Current = e.Period == current
	}
	if in.Computed != nil {
		r.Fresh.Due = false // nobody has to enter it
		if !r.Has {
			r.Status, r.Verdict = kpi.Waiting, kpi.Waiting
		}
	}
	return r
}

// judge judges the periods of one series.
type judge struct {
	cfg   *config.Config
	k     *kpi.KPI
	in    kpi.Series
	now   time.Time
	alone bool // see [JudgePeriod]

	verdicts []kpi.Verdict // of each entry
}

// show fills in what a reading says of its newest period, e.
func (j *judge) show(r *Reading, e kpi.Entry) {
	p := r.History[len(r.History)-1]
	v := j.verdicts[len(j.verdicts)-1]
	r.Has, r.Period, r.Raw, r.Number, r.Format = true, p.Period, e.Number, p.Number, v.Format
	r.Target, r.Verdict, r.Final, r.Running = p.Target, p.Status, v.Final, v.Running
	r.At, r.LastConfirmed, r.Zero = e.At, e.LastConfirmed, e.Zero
	if e.Zero {
		r.At = kpi.At{}
	}
	r.Note, r.NoteBy = e.Note, e.By
	r.Change = j.change(v, p.Target)
	if v.Running.On {
		r.Forecast, r.HasForecast = j.cfg.Calendar.Forecast(j.k, j.in, j.now)
	}

	if !r.Goal.AtRest() {
		r.Fresh = j.cfg.Calendar.Fresh(r.KPI, e, j.now)
	}
	r.Status = r.Verdict
	if r.Fresh.Overdue {
		r.Status = kpi.Overdue
	}
}

// change compares the newest period, whose target is t, with the one before; while
// it runs, with as many working days of that, or with nothing.
func (j *judge) change(now kpi.Verdict, t kpi.Target) kpi.Change {
	n := len(j.in.Entries)
	if j.k.CompareYear {
		return j.changeInYear(now, t)
	}
	if n < 2 || !j.in.Entries[n-2].Has {
		return kpi.Change{}
	}
	before := j.verdicts[n-2].Judgement
	if now.Running.On {
		number, ok := j.cfg.Calendar.SameDaysBefore(j.k, j.in, j.now)
		if !ok {
			return kpi.Change{}
		}
		before = kpi.Judge(j.k.Format, kpi.Target{}, kpi.Tolerance{}, number)
	}
	return kpi.Compare(j.k, t, before, now.Judgement)
}

// changeInYear compares the newest period, whose target is t, with the one a year
// before; one that runs with nothing, since nobody knows how far that had come.
func (j *judge) changeInYear(now kpi.Verdict, t kpi.Target) kpi.Change {
	c, n := j.cfg.Calendar.For(j.k), len(j.in.Entries)
	newest := j.in.Entries[n-1].Period
	before, ok := c.YearBefore(newest)
	if !ok || now.Running.On { // a week 53 has none
		return kpi.Change{}
	}
	if i := n - 1 - c.Steps(before, newest); i >= 0 && j.in.Entries[i].Has {
		return kpi.Compare(j.k, t, j.verdicts[i].Judgement, now.Judgement)
	}
	return kpi.Change{}
}

// add judges the i-th entry by the target that was in force then, and adds it to
// the history of r.
func (j *judge) add(r *Reading, i int) {
	e := j.in.Entries[i]
	pt := Point{Period: e.Period, Status: kpi.NoValue}
	pt.Target, pt.Day = j.target(i)
	v := j.verdict(i, pt.Target)
	if v.Status == kpi.NotStarted {
		pt.Target = kpi.Target{}
	}
	if i == len(j.in.Entries)-1 && e.Has && r.Goal.State == kpi.GoalMissed {
		v.Judgement = kpi.Judge(j.k.Format, j.k.Goal.Whole(), kpi.Tolerance{}, e.Number)
		v.Status = kpi.Missed
	}
	if e.Has {
		pt.Has, pt.Number, pt.Status, pt.Note = true, v.Number, v.Status, e.Note
	}
	r.History, j.verdicts = append(r.History, pt), append(j.verdicts, v)
}

// verdict judges the i-th entry under target t.
func (j *judge) verdict(i int, t kpi.Target) kpi.Verdict {
	e := j.in.Entries[i]
	if j.k.Judged {
		status := kpi.NoValue
		if e.Has {
			status = kpi.JudgeVerdict(e.Number)
		}
		return kpi.Verdict{Judgement: kpi.Judgement{Number: e.Number, Status: status}, Final: true}
	}
	return j.cfg.Calendar.JudgeEntry(j.k, j.in, i, t, j.now)
}

// target returns what the i-th entry is held against, and of a key result for which
// day that is.
func (j *judge) target(i int) (kpi.Target, kpi.Date) {
	c := j.cfg.Calendar.For(j.k)
	if j.k.Goal == nil {
		return TargetIn(c, j.k, j.in.Entries[i].Period), kpi.Date{}
	}
	day := c.GoalDay(j.k, j.in, i, j.now)
	return j.k.Goal.Target(j.k.Format, day), day
}

// TargetIn returns the target in force in p. A judged KPI aims at good, so
// that its changes have a better direction.
func TargetIn(c kpi.Calendar, k *kpi.KPI, p kpi.Period) kpi.Target {
	if k.Judged {
		return kpi.Target{Min: kpi.Good, HasMin: true}
	}
	if k.Goal != nil {
		return k.Goal.Target(k.Format, c.LastDay(p))
	}
	return c.TargetIn(k.Targets, p)
}
