package record

import (
	"context"
	"slices"
	"strings"
	"time"

	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// periodValues is what stands in one period, as far as a new value is built on it.
type periodValues interface {
	at(kpi.At) (v kpi.Value, found bool, err error) // in force at exactly this moment
	last() (v kpi.Value, found bool, err error)     // the last one, by [kpi.Calendar.CompareEffective]
}

// storedValues is the period of a KPI as a store has it. None of its questions but
// values(false) costs more with more rows.
type storedValues struct {
	ctx    context.Context
	view   *store.View
	id     string
	bounds kpi.Bounds

	calendar kpi.Calendar
}

// valuesOf returns period p of k as view has it, by the board's calendar.
func valuesOf(ctx context.Context, view *store.View, c kpi.Calendar, k *kpi.KPI, p kpi.Period) storedValues {
	return storedValues{ctx, view, k.ID, c.For(k).Bounds(p), c}
}

func (s storedValues) at(at kpi.At) (v kpi.Value, found bool, err error) {
	end := kpi.Bounds{EndDay: at.Day.AddDays(1).String()}
	if at.Day.IsZero() {
		end = kpi.Bounds{End: kpi.AtInstant(at.Instant.Add(time.Second)).String()}
	}
	values, err := s.view.Newest(s.ctx, s.id, end, nil)
	for _, value := range values {
		if value.At.String() == at.String() {
			v, found = value, true
		}
	}
	return v, found, err
}

func (s storedValues) last() (kpi.Value, bool, error) {
	values, err := s.values(true)
	if err != nil {
		return kpi.Value{}, false, err
	}
	return loadedValues{values, s.calendar}.last()
}

// values returns the values of the period in the store's order, or the last one.
func (s storedValues) values(lastOnly bool) ([]kpi.Value, error) {
	var pick store.Pick
	if lastOnly {
		pick.Last = &s.calendar
	}
	series, err := s.view.Series(s.ctx, s.id, []kpi.Bounds{s.bounds}, pick)
	if err != nil {
		return nil, err
	}
	return series[0], nil
}

// loadedValues is a period whose values were read before, in the store's order: by
// the text of their moments.
type loadedValues struct {
	values   []kpi.Value
	calendar kpi.Calendar
}

func (l loadedValues) at(at kpi.At) (kpi.Value, bool, error) {
	i, found := find(l.values, at)
	if !found {
		return kpi.Value{}, false, nil
	}
	return l.values[i], true, nil
}

func (l loadedValues) last() (kpi.Value, bool, error) {
	if len(l.values) == 0 {
		return kpi.Value{}, false, nil
	}
	return slices.MaxFunc(l.values, l.calendar.CompareEffective), true, nil
}

// withValue returns values, which are in the store's order, as they are once v is
// recorded.
func withValue(values []kpi.Value, v kpi.Value) []kpi.Value {
	i, found := find(values, v.At)
	values = slices.Clone(values)
	if found {
		values[i] = v
		return values
	}
	return slices.Insert(values, i, v)
}

// find returns the place of a moment among values in the store's order.
func find(values []kpi.Value, at kpi.At) (int, bool) {
	return slices.BinarySearchFunc(values, at.String(), func(v kpi.Value, text string) int {
		return strings.Compare(v.At.String(), text)
	})
}
