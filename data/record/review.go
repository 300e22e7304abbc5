package record

import (
	"context"
	"maps"
	"slices"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

const (
	neighbours = 12 // values before and behind one in a file that it is compared with
	listedOf   = 3  // unusual values of a KPI that are listed

	checkedOf = 1000 // and those that are looked up in the store: that takes its time
)

// review looks at the values of an import while they are loaded: each beside what the
// KPI's history makes usual, and beside those around it in the file, by the same rule.
// Nothing grows with the rows.
type review struct {
	*writer
	batch int64
	kpis  map[string]*reviewed // by id
}

// reviewed is what was seen of a KPI.
type reviewed struct {
	Span
	near    []seenValue // the last values, in the order of the file
	judged  int         // those at the beginning of near that need no more looking at
	unusual []seenValue // the first ones
	others  int         // and how many more there are

	wholes    tally   // values of a whole period beside those of its days
	sum       float64 // what the first of these periods would come to
	fractions tally   // percentages that look like shares of one
	minutes   tally   // durations that look like minutes, and are read as seconds
}

// tally counts values that are doubtful alike.
type tally struct {
	count int
	first seenValue
}

func (t *tally) add(v seenValue) {
	if t.count++; t.count == 1 {
		t.first = v
	}
}

type seenValue struct {
	at     kpi.At
	period kpi.Period
	number float64
	over   bool // its period is
	far    bool // from the history
}

// add looks at one value, which is loaded.
func (r *review) add(ctx context.Context, e *entry) error {
	d := r.kpis[e.KPI.ID]
	if d == nil {
		d = &reviewed{Span: Span{KPI: e.KPI, First: e.period, Last: e.period}}
		r.kpis[e.KPI.ID] = d
	}
	c := r.cfg.Calendar.For(e.KPI)
	d.count(c, e.period)
	if e.KPI.Judged {
		return nil
	}
	if err := r.addWhole(ctx, d, e); err != nil {
		return err
	}
	past, err := r.pastOf(ctx, e.KPI)
	if err != nil {
		return err
	}
	v := seenValue{at: e.at, period: e.period, number: e.Typed.Number, over: r.cfg.Calendar.Over(e.KPI, e.period, r.now)}
	v.far = within(c, past, e.period) && unusual(e.KPI, usualOf(past, e.period), v.number, v.over && whole(e.KPI, past, e.at))
	if e.Note == "" && fraction(e.KPI, v.number) {
		d.fractions.add(v)
	}
	if e.Note == "" && e.Typed.Bare && minutesMeant(e.KPI, usualOf(past, e.period), e.Typed) {
		d.minutes.add(v)
	}
	d.near = append(d.near, v)
	if len(d.near) <= 2*neighbours {
		return nil
	}
	for ; d.judged <= neighbours; d.judged++ {
		if err := r.judge(ctx, d, d.judged); err != nil {
			return err
		}
	}
	d.near = slices.Delete(d.near, 0, 1)
	d.judged--
	return nil
}

// count counts a value of period p.
func (s *Span) count(c kpi.Calendar, p kpi.Period) {
	s.Values++
	if c.Steps(p, s.First) > 0 {
		s.First = p
	}
	if c.Steps(s.Last, p) > 0 {
		s.Last = p
	}
}

// addWhole looks whether the number of a whole period would be added to those that its
// days have, and count twice what they have.
func (r *review) addWhole(ctx context.Context, d *reviewed, e *entry) error {
	if !e.Whole || e.KPI.Combine != kpi.Sum {
		return nil
	}
	stands, err := r.tx.InForce(ctx, store.Value{KPI: e.KPI.ID, Value: kpi.Value{At: e.at}})
	if err != nil || stands.Batch != r.batch { // it stood there before
		return err
	}
	values, err := valuesOf(ctx, r.tx.View(), r.cfg.Calendar, e.KPI, e.period).values(false)
	sum, days := 0.0, false
	for _, v := range values {
		sum += v.Number
		days = days || v.At.String() != e.at.String() && v.Number != 0
	}
	if days {
		if d.wholes.count == 0 {
			d.sum = kpi.Clean(sum)
		}
		d.wholes.add(seenValue{at: e.at, period: e.period, number: e.Typed.Number})
	}
	return err
}

// within reports whether a history reaches back to p: what was usual this year says
// nothing of ten years ago.
func within(c kpi.Calendar, past board.KPIData, p kpi.Period) bool {
	for _, e := range past.Entries {
		if e.Has {
			return c.Steps(e.Period, p) >= 0
		}
	}
	return false
}

// finish looks at the last values.
func (r *review) finish(ctx context.Context) error {
	for _, d := range r.kpis {
		for i := d.judged; i < len(d.near); i++ {
			if err := r.judge(ctx, d, i); err != nil {
				return err
			}
		}
	}
	return nil
}

// judge keeps value i of those near where it is unusual and says anything new.
func (r *review) judge(ctx context.Context, d *reviewed, i int) error {
	v := d.near[i]
	numbers, alone := d.around(i)
	if !v.far && !unusual(d.KPI, kpi.UsualOf(numbers), v.number, v.over && alone) {
		return nil
	}
	if len(d.unusual)+d.others >= checkedOf {
		d.others++
		return nil
	}
	stands, err := r.tx.InForce(ctx, store.Value{KPI: d.KPI.ID, Value: kpi.Value{At: v.at}})
	switch {
	case err != nil:
		return err
	case stands.Batch != r.batch: // it stood there before
	case len(d.unusual) < listedOf:
		d.unusual = append(d.unusual, v)
	default:
		d.others++
	}
	return nil
}

// around returns the numbers near value i, and whether it is the only one of its period
// there.
func (d *reviewed) around(i int) (numbers []float64, alone bool) {
	alone = true
	for j, v := range d.near {
		if j != i {
			numbers = append(numbers, v.number)
			alone = alone && v.period != d.near[i].period
		}
	}
	return numbers, alone
}

// sorted returns what was seen, by the ids of the KPIs.
func (r *review) sorted() (all []*reviewed) {
	for _, id := range slices.Sorted(maps.Keys(r.kpis)) {
		all = append(all, r.kpis[id])
	}
	return all
}

func (r *review) spans() (all []Span) {
	for _, d := range r.sorted() {
		all = append(all, d.Span)
	}
	return all
}

func (r *review) findings() (found []finding.Finding) {
	for _, d := range r.sorted() {
		if d.wholes.count > 0 {
			f := d.finding(WholeInFile, d.wholes.first, d.wholes.count-1)
			found = append(found, f.With(finding.Args{"Total": d.KPI.ExactFigure(d.sum)}))
		}
		// What is a hundredth, or a sixtieth, of it is unusual for the same reason.
		if d.fractions.count > 0 {
			found = append(found, d.finding(FractionInFile, d.fractions.first, d.fractions.count-1))
			continue
		}
		if d.minutes.count > 0 {
			found = append(found, d.finding(MinutesInFile, d.minutes.first, d.minutes.count-1))
			continue
		}
		for i, v := range d.unusual {
			others := 0
			if i == len(d.unusual)-1 {
				others = d.others
			}
			found = append(found, d.finding(UnusualInFile, v, others))
		}
	}
	return found
}

// finding says what is doubtful about v, and that there are others.
func (d *reviewed) finding(code string, v seenValue, others int) finding.Finding {
	return finding.Finding{
		Severity: finding.Warning, Code: code, Subject: d.KPI.ID, Args: finding.Args{
			"Name": d.KPI.Name, "Figure": d.KPI.ExactFigure(v.number), "Period": v.period, "At": v.at.String(), "Count": 1 + others, "Others": others,
		},
	}
}
