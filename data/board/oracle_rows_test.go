package board

import (
	"context"
	"slices"
	"strings"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// deed is what somebody did with the values of a KPI at a moment.
type deed struct {
	when   time.Time
	what   string // "write" by a person, "send" by a program, "undo" or "withdraw"
	id     string
	at     kpi.At
	number float64
}

// rows is a store as a list: the values in force of each KPI, by the rules of who
// replaces and who renews. It is a source and its own view.
type rows struct {
	untold
	stacks map[string]map[kpi.At][]kpi.Value // the last of each is in force
	last   int64
	lists  map[string][]row // of each KPI that was asked for
}

// row is a value in force, with its moment as the store writes it.
type row struct {
	kpi.Value
	text string
}

// rowsOf returns what is in force after all that was done by now.
func rowsOf(deeds []deed, now time.Time) *rows {
	s := &rows{stacks: map[string]map[kpi.At][]kpi.Value{}, lists: map[string][]row{}}
	for _, d := range deeds {
		if !d.when.After(now) {
			s.do(d)
		}
	}
	return s
}

func (s *rows) do(d deed) {
	s.last++
	if s.stacks[d.id] == nil {
		s.stacks[d.id] = map[kpi.At][]kpi.Value{}
	}
	stack := s.stacks[d.id][d.at]
	v := kpi.Value{ID: s.last, At: d.at, Number: d.number, Recorded: d.when, LastConfirmed: d.when, Since: d.when}
	top := len(stack) - 1
	switch {
	case d.what == "undo" && top > 0:
		v.Number, v.Since, v.Source = stack[top-1].Number, stack[top-1].Since, "undo"
		stack = append(stack[:top-1:top-1], v)
	case d.what == "undo" || d.what == "withdraw":
		stack = nil
	case top >= 0 && stack[top].Number == d.number && (d.what == "send" || stack[top].Source == ""):
		stack = slices.Clone(stack)
		stack[top].LastConfirmed = d.when
		if d.what == "write" {
			stack[top].Since = d.when
		}
	default:
		stack = append(stack, v)
	}
	s.stacks[d.id][d.at] = stack
}

// inForce returns the values of a KPI, in the order of the store's text. Nothing is
// done to s afterwards.
func (s *rows) inForce(id string) []row {
	if all, ok := s.lists[id]; ok {
		return all
	}
	var all []row
	for at, stack := range s.stacks[id] {
		if len(stack) > 0 {
			all = append(all, row{stack[len(stack)-1], at.String()})
		}
	}
	slices.SortFunc(all, func(a, b row) int { return strings.Compare(a.text, b.text) })
	s.lists[id] = all
	return all
}

func (s *rows) Changed(context.Context) (bool, error) { return true, nil }
func (s *rows) Close() error                          { return nil }
func (s *rows) Skipped() []store.Skipped              { return nil }

func (s *rows) Origin(context.Context) (store.Origin, error)        { return store.Origin{}, nil }
func (s *rows) View(_ context.Context, read func(View) error) error { return read(s) }

func (s *rows) Newest(_ context.Context, id string, end kpi.Bounds, known func(kpi.Value) bool) ([]kpi.Value, error) {
	var found []kpi.Value
	for _, v := range slices.Backward(s.inForce(id)) {
		if !v.within(kpi.Bounds{EndDay: end.EndDay, End: end.End}) || known != nil && !known(v.Value) {
			continue
		}
		// Of a plain day and a second of one date only a calendar knows the newer.
		if len(found) == 0 {
			found = append(found, v.Value)
			if !v.At.Day.IsZero() {
				break
			}
		} else if !v.At.Day.IsZero() {
			if v.text == found[0].At.String()[:10] {
				found = []kpi.Value{v.Value, found[0]}
			}
			break
		}
	}
	return found, nil
}

func (s *rows) Series(_ context.Context, id string, spans []kpi.Bounds, pick store.Pick) ([][]kpi.Value, error) {
	series := make([][]kpi.Value, len(spans))
	for _, v := range s.inForce(id) {
		for i, span := range spans {
			if v.within(span) && (pick.Known == nil || pick.Known(v.Value)) {
				series[i] = append(series[i], v.Value)
			}
		}
	}
	return series, nil
}

// within reports whether v lies within b; an edge that is empty is before all, or
// for the end of plain days holds none.
func (v row) within(b kpi.Bounds) bool {
	if v.At.Day.IsZero() {
		return v.text >= b.First && v.text < b.End
	}
	return v.text >= b.FirstDay && v.text < b.EndDay
}
