package chart

import (
	"math"
	"strings"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

func series(values ...float64) (out []board.Point) {
	for _, v := range values {
		out = append(out, board.Point{Has: true, Number: v})
	}
	return out
}

func labels(a Axis) string {
	var out []string
	for _, t := range a.Ticks {
		out = append(out, t.Label)
	}
	return strings.Join(out, " | ")
}

func TestAxis_WritesRoundValuesInTheKPIsFormat(t *testing.T) {
	for _, row := range []struct {
		name   string
		scale  Scale
		values []float64
		want   string
	}{
		{"whole", Scale{}, []float64{29, 52}, "30 | 40 | 50"},
		{"percent", Scale{Format: kpi.Format{Decimals: 1, Suffix: " %"}}, []float64{95.2, 99.1}, "96 % | 98 %"},
		{"negative", Scale{Format: kpi.Format{Prefix: "$"}}, []float64{-62, 315}, "$0 | $100 | $200 | $300"},
		{"locale", Scale{Say: words.In("de-DE"), Format: kpi.Format{Decimals: 2, Suffix: " €"}}, []float64{900, 2100}, "1.000 € | 1.500 € | 2.000 €"},
		{"minutes", Scale{Format: kpi.Format{Style: kpi.Duration}}, []float64{198, 262}, "3:30 | 4:00"},
		{"hours", Scale{Format: kpi.Format{Style: kpi.Duration}}, []float64{3000, 12000}, "1:00:00 | 2:00:00 | 3:00:00"},
		{"compact", Scale{Format: kpi.Format{Style: kpi.Compact, Decimals: 1, Prefix: "$"}}, []float64{139_600, 187_400}, "$140k | $160k | $180k"},
		{"compact too coarse for the range", Scale{Format: kpi.Format{Style: kpi.Compact}}, []float64{1_420_000, 1_480_000}, "1.42M | 1.44M | 1.46M | 1.48M"},
		{"no finer than the digits shown", Scale{}, []float64{3, 4}, "3 | 4"},
		{"always the same", Scale{}, []float64{3, 3, 3}, "2 | 3 | 4"},
		{"zero", Scale{}, []float64{0}, "-1 | 0 | 1"},
		{"judged", Scale{Judged: true}, []float64{1, 0}, "bad | watch | good"},
	} {
		t.Run(row.name, func(t *testing.T) {
			row.scale.MaxTicks = 4
			if row.scale.Say == nil {
				row.scale.Say = words.English()
			}
			a, ok := row.scale.AxisFor(series(row.values...))
			if got := strings.ReplaceAll(labels(a), "−", "-"); !ok || got != row.want {
				t.Errorf("the axis reads %s, want %s", got, row.want)
			}
		})
	}
}

func TestAxis_ReachesTheTargetUnlessThatWouldFlattenTheLine(t *testing.T) {
	target := func(min float64, values ...float64) Axis {
		p := series(values...)
		for i := range p {
			p[i].Target = kpi.Target{Min: min, HasMin: true}
		}
		a, _ := Scale{MaxTicks: 4, Say: words.English()}.AxisFor(p)
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
	for _, points := range [][]board.Point{nil, {{}}, series(1.7e308, -1.7e308), series(1.7e308, -1e300)} {
		if _, ok := (Scale{MaxTicks: 4, Say: words.English()}).AxisFor(points); ok {
			t.Errorf("there is an axis for %v", points)
		}
	}
	if _, ok := (Scale{Judged: true, Say: words.English()}).AxisFor([]board.Point{{}}); ok {
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
		s := Scale{Format: kpi.Format{Style: kpi.Style(style % 4), Decimals: int(decimals % 7)}, MaxTicks: 5, Say: words.English()}
		a, ok := s.AxisFor(series(v, w))
		if !ok {
			return
		}
		if min(v, w) < a.lo || max(v, w) > a.hi || a.lo >= a.hi {
			t.Errorf("%v and %v lie outside of %v to %v", v, w, a.lo, a.hi)
		}
		hair := (a.hi - a.lo) * 1e-9
		seen := map[string]bool{}
		for _, tick := range a.Ticks {
			if tick.Value < a.lo-hair || tick.Value > a.hi+hair || seen[tick.Label] {
				t.Errorf("tick %v %q from %v to %v", tick.Value, tick.Label, a.lo, a.hi)
			}
			seen[tick.Label] = true
		}
		if len(a.Ticks) > s.MaxTicks {
			t.Errorf("%d ticks", len(a.Ticks))
		}
	})
}
