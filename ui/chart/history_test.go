package chart

import (
	"image"
	"image/color"
	"math"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// historyDrawn paints the history of a KPI, 20 pixels for each period.
func historyDrawn(t *testing.T, points []board.Point) (History, *image.RGBA) {
	t.Helper()
	p, _ := themes.Named("midnight")
	a, ok := Scale{MaxTicks: 5, Say: words.English()}.AxisFor(points)
	if !ok {
		t.Fatal("no axis")
	}
	c := History{Points: points, Axis: a, Palette: p, Width: 0.01}
	return c, uitest.Painted(c, color.NRGBA{200, 200, 200, 255}, 20*len(points), 300)
}

// historyPixel returns the colour at a share of a period's slot and a value.
func historyPixel(c History, img *image.RGBA, period, value float64) color.NRGBA {
	return color.NRGBAModel.Convert(img.At(int(period*20), int(300*c.Y(value)))).(color.NRGBA)
}

func historyPoints(n int, number func(i int) float64, target func(i int) kpi.Target) (out []board.Point) {
	for i := range n {
		p := board.Point{Has: true, Number: number(i), Target: target(i)}
		if p.Has = p.Number == p.Number; p.Has {
			p.Status = kpi.Judge(kpi.Format{}, p.Target, kpi.Tolerance{Below: kpi.Margin{Amount: 2}}, p.Number).Status
		}
		out = append(out, p)
	}
	return out
}

func noTarget(int) kpi.Target { return kpi.Target{} }

func TestChart_BandStepsWhereTheTargetChanges(t *testing.T) {
	c, img := historyDrawn(t, historyPoints(24, func(i int) float64 { return float64(30 + i) }, func(i int) kpi.Target {
		switch {
		case i < 6: // none yet
			return kpi.Target{}
		case i < 12:
			return kpi.Target{Min: 40, HasMin: true}
		case i < 18:
			return kpi.Target{Min: 50, HasMin: true}
		}
		return kpi.Target{Min: 41, Max: 47, HasMin: true, HasMax: true}
	}))
	band := BandFill(c.Palette)
	for _, row := range []struct {
		period, value float64
		in            bool
	}{
		{2.5, 52, false},
		{5.9, 46, false},
		{6.1, 46, true},
		{11.9, 46, true},
		{12.1, 46, false},
		{12.1, 52, true},
		{17.9, 46, false},
		{18.1, 46, true},
		{18.1, 49, false},
		{23.9, 43.3, true},
		{23.9, 39, false},
	} {
		if got := historyPixel(c, img, row.period, row.value) == band; got != row.in {
			t.Errorf("period %v, value %v is in the band: %v", row.period, row.value, got)
		}
	}
}

func TestChart_GapsStayGaps(t *testing.T) {
	c, img := historyDrawn(t, historyPoints(9, func(i int) float64 {
		if i == 4 {
			return math.NaN()
		}
		return 5
	}, noTarget))
	line := color.NRGBA{200, 200, 200, 255}
	for period, want := range map[float64]bool{1: true, 3.2: true, 4: false, 4.5: false, 5: false, 5.8: true} {
		if got := historyPixel(c, img, period, 5) == line; got != want {
			t.Errorf("there is a line at period %v: %v", period, got)
		}
	}
}

func TestChart_PointsWearTheColourOfTheirStatus(t *testing.T) {
	values := []float64{50, 39, 30, 50, 70, 50}
	c, img := historyDrawn(t, historyPoints(len(values), func(i int) float64 { return values[i] }, func(int) kpi.Target {
		return kpi.Target{Min: 40, Max: 60, HasMin: true, HasMax: true}
	}))
	ground := c.Palette.Ground
	for i, want := range []color.NRGBA{
		{200, 200, 200, 255},
		c.Palette.Mark(kpi.Near, ground), c.Palette.Mark(kpi.Below, ground),
		{200, 200, 200, 255},
		c.Palette.Mark(kpi.Above, ground), themes.Ink(ground), // the newest stands out
	} {
		if got := historyPixel(c, img, float64(i)+0.5, values[i]); got != want {
			t.Errorf("point %d is %v, want %v", i, got, want)
		}
	}
}

func TestChart_IsDrawnAgainOnlyWhenItChanges(t *testing.T) {
	make := func(last float64) draw.Element {
		c, _ := historyDrawn(t, historyPoints(9, func(i int) float64 { return float64(i) * last }, noTarget))
		return draw.Element{Art: c}
	}
	if !make(3).Same(make(3)) || make(3).Same(make(4)) {
		t.Error("charts are not told apart by what they draw")
	}
}

func TestChart_TargetFarOffIsNamedWhereItCannotBeSeen(t *testing.T) {
	for _, row := range []struct {
		target kpi.Target
		want   string
		seen   bool
	}{
		{kpi.Target{}, "", false},
		{kpi.Target{Min: 5, HasMin: true}, "legend.target", true},
		{kpi.Target{Min: 5000, HasMin: true}, "legend.above", false},
		{kpi.Target{Max: -5000, HasMax: true}, "legend.below", false},
		{kpi.Target{Min: -9000, Max: -5000, HasMin: true, HasMax: true}, "legend.below", false},
		{kpi.Target{Min: -9000, Max: 5000, HasMin: true, HasMax: true}, "legend.target", true},
	} {
		c, _ := historyDrawn(t, historyPoints(9, func(i int) float64 { return float64(i) }, func(int) kpi.Target { return row.target }))
		if text, seen := c.TargetLegend(); text != row.want || seen != row.seen {
			t.Errorf("%+v is called %q, seen %v", row.target, text, seen)
		}
	}
}
