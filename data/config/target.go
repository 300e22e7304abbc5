package config

import (
	"math"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// numberLimit keeps numbers within the 15 digits that a store holds exactly.
const numberLimit = 1e15

// bounds is a target while it is read, and the format that its numbers are
// written in.
type bounds struct {
	format kpi.Format
	kpi.DatedTarget
}

// targetFields are the keys of a target; planFields those of a stage of a plan.
var (
	targetFields = fields[bounds]{
		{"min", func(r *reader, b *bounds, it item) { b.Min, b.HasMin = r.bound(it, b.format) }},
		{"max", func(r *reader, b *bounds, it item) { b.Max, b.HasMax = r.bound(it, b.format) }},
	}
	planFields = append(fields[bounds]{{"from", day(func(b *bounds) *kpi.Date { return &b.From })}}, targetFields...)
)

// readTarget reads target = { min = …, max = … }.
func readTarget(r *reader, k *kpi.KPI, it item) {
	k.Targets = kpi.Plan{r.stage(k, it, targetFields)}
}

// readPlan reads targets = [ { from = …, min = … }, … ]: the days are ascending. Without
// one the first holds from the beginning, as a target alone does.
func readPlan(r *reader, k *kpi.KPI, it item) {
	if k.Targets != nil {
		r.find(it, "config.targets.target", nil)
		return
	}
	stages, ok := tables(it.value)
	// A plan of no stage would be a KPI without a target in disguise.
	if !ok || len(stages) == 0 {
		r.find(it, "config.targets", nil)
		return
	}
	for n, value := range stages {
		stage := it.element(n, value)
		t := r.stage(k, stage, planFields)
		if n > 0 && planFields.lacks(stage, "from") {
			r.find(stage, "config.targets.from", nil)
		}
		if n > 0 && !t.From.IsZero() && !t.From.After(k.Targets[n-1].From) {
			line, _, _ := r.file.place(r.index.offsets[it.element(n-1, nil).path])
			r.find(stage.child("from", nil), "config.targets.order", finding.Args{"Line": line})
		}
		k.Targets = append(k.Targets, t)
	}
}

// tables returns the values of a list, however TOML wrote it.
func tables(value any) ([]any, bool) {
	blocks, ok := value.([]map[string]any)
	if !ok {
		list, ok := value.([]any)
		return list, ok
	}
	list := make([]any, len(blocks))
	for i, block := range blocks {
		list[i] = block
	}
	return list, true
}

// stage reads one target.
func (r *reader) stage(k *kpi.KPI, it item, accepted fields[bounds]) kpi.DatedTarget {
	b := bounds{format: k.Format}
	accepted.into(r, &b, it)
	switch {
	case accepted.lacks(it, "min", "max"):
		r.find(it, "config.target.empty", nil)
	case b.HasMin && b.HasMax && b.Min > b.Max:
		r.find(it.child("min", nil), "config.target.inverted", nil)
	}
	return b.DatedTarget
}

// day reads a TOML date, or one in quotes.
func day[T any](of func(*T) *kpi.Date) func(*reader, *T, item) {
	return func(r *reader, t *T, it item) {
		d, ok := date(it.value)
		if !ok {
			r.find(it, "config.targets.day", nil)
			return
		}
		*of(t) = d
	}
}

// date returns a TOML date, or one in quotes.
func date(value any) (day kpi.Date, ok bool) {
	switch v := value.(type) {
	case time.Time:
		// The library's mark of a date without a time.
		return kpi.DateOf(v), v.Location().String() == "date-local"
	case string:
		day, err := kpi.ParseDate(v)
		return day, err == nil
	}
	return kpi.Date{}, false
}

// readTolerance reads "5%", 2, or { below = …, above = … }.
func readTolerance(r *reader, k *kpi.KPI, it item) {
	if _, isTable := it.value.(map[string]any); !isTable {
		k.Tolerance.Below = r.margin(it, k.Format)
		k.Tolerance.Above = k.Tolerance.Below
		return
	}
	fields[kpi.Tolerance]{
		{"below", func(r *reader, t *kpi.Tolerance, it item) { t.Below = r.margin(it, k.Format) }},
		{"above", func(r *reader, t *kpi.Tolerance, it item) { t.Above = r.margin(it, k.Format) }},
	}.into(r, &k.Tolerance, it)
}

// margin reads a share of the bound, "5%", or an amount in the KPI's unit.
func (r *reader) margin(it item, f kpi.Format) kpi.Margin {
	if s, isText := it.value.(string); isText {
		if share, ok := parseShare(s); ok {
			if share < 0 || share > 1 {
				r.find(it, "config.tolerance.share", finding.Args{"Given": s})
			}
			return kpi.Margin{Amount: share, Share: true}
		}
	}
	// What is no share is an amount, and may be typed as one: "0:30".
	amount, ok := r.number(it, f)
	if ok && amount < 0 {
		r.find(it, "config.tolerance.negative", nil)
	}
	return kpi.Margin{Amount: amount}
}

// number reads a number of a KPI that is written as f: seconds, or text as it
// is typed, for a duration.
func (r *reader) number(it item, f kpi.Format) (float64, bool) {
	if s, isText := it.value.(string); isText {
		return r.typed(it, f, s)
	}
	v, ok := finite(it.value)
	switch _, isFloat := it.value.(float64); {
	case !ok && isFloat:
		r.find(it, "config.number", finding.Args{"Given": number(it.value)})
	case !ok:
		r.wrongKind(it, "wanted.number")
	case math.Abs(v) >= numberLimit:
		r.find(it, "config.number.digits", nil)
		return 0, false
	}
	return v, ok
}

// typed reads text that stands for a number.
func (r *reader) typed(it item, f kpi.Format, s string) (float64, bool) {
	if f.Style != kpi.Duration {
		r.wrongKind(it, "wanted.number.unquoted")
		return 0, false
	}
	t, err := kpi.ParseValue(f, english(), s)
	if err != nil || t.Add {
		r.find(it, "config.duration", finding.Args{"Given": s})
		return 0, false
	}
	return t.Number, true
}
