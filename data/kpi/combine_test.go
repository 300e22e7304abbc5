package kpi

import (
	"slices"
	"testing"
)

func TestCombine_MakesOneValueOfMany(t *testing.T) {
	values := []float64{3, -1, 7, 2}
	for m, want := range map[Combine]float64{Last: 2, Sum: 11, Mean: 2.75, Min: -1, Max: 7} {
		if got, ok := m.Of(values); !ok || got != want {
			t.Errorf("%v of %v = %v, %v; want %v", m, values, got, ok, want)
		}
		if got, ok := m.Of(nil); ok {
			t.Errorf("%v of nothing = %v", m, got)
		}
	}
}

func TestSum_LosesNothing(t *testing.T) {
	for _, c := range []struct {
		values []float64
		want   float64
	}{
		{slices.Repeat([]float64{0.1}, 1000), 100},
		{[]float64{1e100, 1, -1e100}, 1},
		{[]float64{1, 1e100, 1, -1e100}, 2},
		{[]float64{19.99, 19.99, 19.99}, 59.97},
	} {
		if got, _ := Sum.Of(c.values); got != c.want {
			t.Errorf("sum of %d values = %v, want %v", len(c.values), got, c.want)
		}
		if got, _ := Mean.Of(c.values); got != Clean(c.want/float64(len(c.values))) {
			t.Errorf("mean of %d values = %v", len(c.values), got)
		}
	}
}
