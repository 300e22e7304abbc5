package ui

import (
	"math"
	"strings"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

func series(values ...float64) (out []board.Point) {
	for _, v := range values {
		out = append(out, board.Point{Has: true, Number: v})
	}
	return out
}

func labels(a axis) string {
	var out []string
	for _, t := range a.ticks {
		out = append(out, t.label)
	}
	return strings.Join(out, " | ")
}

func TestAxis_WritesRoundValuesInTheKPIsFormat(t *testing.T) {
	german, err := kpi.ParseLocale("de-DE")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		name   string
		scale  scale
		values []float64
		want   string
	}{
		{"whole", scale{}, []float64{29, 52}, "30 | 40 | 50"},
		{"percent", scale{format: kpi.Format{Decimals: 1, Suffix: " %"}}, []float64{95.2, 99.1}, "96.0 % | 98.0 %"},
		{"negative", scale{format: kpi.Format{Prefix: "$"}}, []float64{-62, 315}, "$0 | $100 | $200 | $300"},
		{"locale", scale{locale: german, format: kpi.Format{Decimals: 2, Suffix: " €"}}, []float64{900, 2100}, "1.000,00 € | 1.500,00 € | 2.000,00 €"},
		{"minutes", scale{format: kpi.Format{Style: kpi.Duration}}, []float64{198, 262}, "3:30 | 4:00"},
		{"hours", scale{format: kpi.Format{Style: kpi.Duration}}, []float64{3000, 12000}, "1:00:00 | 2:00:00 | 3:00:00"},
		{"compact", scale{format: kpi.Format{Style: kpi.Compact, Decimals: 1, Prefix: "$"}}, []float64{139_600, 187_400}, "$140k | $160k | $180k"},
		{"compact too coarse for the range", scale{format: kpi.Format{Style: kpi.Compact}}, []float64{1_420_000, 1_480_000}, "1.42M | 1.44M | 1.46M | 1.48M"},
		{"no finer than the digits shown", scale{}, []float64{3, 4}, "3 | 4"},
		{"always the same", scale{}, []float64{3, 3, 3}, "2 | 3 | 4"},
		{"zero", scale{}, []float64{0}, "-1 | 0 | 1"},
		{"judged", scale{judged: true}, []float64{1, 0}, "bad | watch | good"},
	} {
		t.Run(row.name, func(t *testing.T) {
			row.scale.most = 4
			a, ok := row.scale.axisFor(series(row.values...))
			if got := strings.ReplaceAll(labels(a), "−", "-"); !ok || got != row.want {
				t.Errorf("the axis reads %s, want %s", got, row.want)
			}
		})
	}
}

func TestAxis_ReachesTheTargetUnlessThatWouldFlattenTheLine(t *testing.T) {
	target := func(min float64, values ...float64) axis {
		p := series(values...)
		for i := range p {
			p[i].Target = kpi.Target{Min: min, HasMin: true}
		}
		a, _ := scale{most: 4}.axisFor(p)
		return a
	}
	if a := target(60, 42, 52); a.hi < 60 {
		t.Errorf("the axis ends at %v, below the target", a.hi)
	}
	if a := target(6000, 42, 52); a.hi > 100 {
		t.Errorf("the axis ends at %v", a.hi)
	}
	if a := target(6000, 42); a.hi < 6000 { // one value has no shape to lose
		t.Errorf("the axis of one value ends at %v, below the target", a.hi)
	}
}

func TestAxis_WithoutANumberIsNone(t *testing.T) {
	for _, points := range [][]board.Point{nil, {{}}, series(1.7e308, -1.7e308)} {
		if _, ok := (scale{most: 4}).axisFor(points); ok {
			t.Errorf("there is an axis for %v", points)
		}
	}
	if _, ok := (scale{judged: true}).axisFor([]board.Point{{}}); ok {
		t.Error("there is an axis for no verdict")
	}
}

func FuzzAxis_HoldsEveryNumberAndItsTicksAreFewAndDistinct(f *testing.F) {
	f.Add(1.0, 2.0, uint8(0), uint8(0))
	f.Add(-0.1, 1e15, uint8(2), uint8(3))
	f.Add(1e16, 1e16+2, uint8(6), uint8(0))
	f.Add(5e-324, 0.0, uint8(6), uint8(2))
	f.Fuzz(func(t *testing.T, v, w float64, decimals, style uint8) {
		if math.IsNaN(v) || math.IsNaN(w) || math.IsInf(v, 0) || math.IsInf(w, 0) {
			return
		}
		s := scale{format: kpi.Format{Style: kpi.Style(style % 4), Decimals: int(decimals % 7)}, most: 5}
		a, ok := s.axisFor(series(v, w))
		if !ok {
			return
		}
		if min(v, w) < a.lo || max(v, w) > a.hi || a.lo >= a.hi {
			t.Errorf("%v and %v lie outside of %v to %v", v, w, a.lo, a.hi)
		}
		hair := (a.hi - a.lo) * 1e-9
		seen := map[string]bool{}
		for _, tick := range a.ticks {
			if tick.value < a.lo-hair || tick.value > a.hi+hair || seen[tick.label] {
				t.Errorf("tick %v %q from %v to %v", tick.value, tick.label, a.lo, a.hi)
			}
			seen[tick.label] = true
		}
		if len(a.ticks) > s.most {
			t.Errorf("%d ticks", len(a.ticks))
		}
	})
}
