package chart

import (
	"image"
	"image/color"
	"math"
	"testing"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

var (
	testFill = color.NRGBA{0, 0, 0, 255}
	testInk  = color.NRGBA{255, 255, 255, 255}
	testTint = color.NRGBA{128, 128, 128, 255}
)

// shadeAt returns the colour of a picture at shares of its width and height.
func shadeAt(img image.Image, x, y float64) color.NRGBA {
	b := img.Bounds()
	return color.NRGBAModel.Convert(img.At(int(x*float64(b.Dx())), int(y*float64(b.Dy())))).(color.NRGBA)
}

func pastOf(numbers ...float64) []board.Point {
	var out []board.Point
	for _, n := range numbers {
		out = append(out, board.Point{Has: !math.IsNaN(n), Number: n, Target: kpi.Target{Min: 4, HasMin: true}})
	}
	return out
}

func reading(number float64, t kpi.Target, tol kpi.Tolerance) *board.Reading {
	return &board.Reading{KPI: &kpi.KPI{ID: "a", Tolerance: tol}, Has: true, Number: number, Target: t}
}

func TestChartOf_FollowsTheKindAndTheChoice(t *testing.T) {
	target := kpi.Target{Min: 4, HasMin: true}
	with := func(combine kpi.Combine, judged bool, numbers ...float64) *board.Reading {
		r := reading(5, target, kpi.Tolerance{})
		r.KPI.Combine, r.KPI.Judged, r.History = combine, judged, pastOf(numbers...)
		return r
	}
	silent := with(kpi.Last, false)
	silent.Has = false
	aimless := with(kpi.Last, false, 1)
	aimless.Target = kpi.Target{}
	for _, row := range []struct {
		name   string
		r      *board.Reading
		chosen config.Chart
		want   string
	}{
		{"values that stand", with(kpi.Last, false, 1, 2), config.ByKind, "sparkline"},
		{"values that add up", with(kpi.Sum, false, 1, 2), config.ByKind, "columns"},
		{"values that add up, as a line", with(kpi.Sum, false, 1, 2), config.Line, "sparkline"},
		{"a bar", with(kpi.Sum, false, 1, 2), config.Bullet, "bullet"},
		{"a bar needs no past", with(kpi.Last, false, 1), config.Bullet, "bullet"},
		{"a bar without a target", aimless, config.Bullet, ""},
		{"none", with(kpi.Last, false, 1, 2), config.NoChart, ""},
		{"one number", with(kpi.Last, false, 1), config.ByKind, ""},
		{"one number among gaps", with(kpi.Sum, false, math.NaN(), 1, math.NaN()), config.ByKind, ""},
		{"no number", silent, config.Bullet, ""},
		{"verdicts", with(kpi.Last, true, 1, 0), config.ByKind, "verdicts"},
	} {
		got := ""
		switch Of(row.r, row.chosen, Pens{}).(type) {
		case sparkline:
			got = "sparkline"
		case columns:
			got = "columns"
		case bullet:
			got = "bullet"
		case verdicts:
			got = "verdicts"
		}
		if got != row.want {
			t.Errorf("%s: got %q, want %q", row.name, got, row.want)
		}
	}
}

func TestBullet_EndsAtTheNumberAndMarksTheTarget(t *testing.T) {
	r := reading(50, kpi.Target{Min: 75, HasMin: true}, kpi.Tolerance{Below: kpi.Margin{Amount: 25}})
	r.KPI.Format.Style = kpi.Percent // the scale goes to 100
	p := Pens{Fill: testFill, Strong: testInk}
	img := uitest.Painted(newBullet(r, p), testTint, 400, 100)
	for _, row := range []struct {
		what string
		x, y float64
		want color.NRGBA
	}{
		{"the bar begins at zero", 0.01, 0.5, testInk},
		{"it goes to the number", 0.49, 0.5, testInk},
		{"and no further", 0.51, 0.5, p.shade(0.2)},
		{"off target lies behind", 0.4, 0.05, p.shade(0.09)},
		{"then near", 0.6, 0.05, p.shade(0.2)},
		{"then on target", 0.8, 0.05, p.shade(0.34)},
		{"the target is a mark across", 0.75, 0.25, testInk},
		{"which does not reach the edge", 0.75, 0.05, p.shade(0.34)},
	} {
		if got := shadeAt(img, row.x, row.y); got != row.want {
			t.Errorf("%s: %v at %v, want %v", row.what, got, row.x, row.want)
		}
	}
}

// Whatever is to be shown lies on the scale, which holds zero.
func TestBullet_ItsScaleHoldsEverything(t *testing.T) {
	tol := kpi.Tolerance{Below: kpi.Margin{Amount: 0.1, Share: true}, Above: kpi.Margin{Amount: 3}}
	for _, number := range []float64{-50, -1e-9, 0, 3, 20, 1e15, math.MaxFloat64} {
		for _, target := range []kpi.Target{
			{Min: 10, HasMin: true},
			{Max: 10, HasMax: true},
			{Min: -5, Max: 5, HasMin: true, HasMax: true},
			{Max: 0, HasMax: true},
			{Min: 0, Max: 0, HasMin: true, HasMax: true},
			{Max: -20, HasMax: true},
		} {
			a := newBullet(reading(number, target, tol), Pens{})
			if a == nil {
				continue // beyond what can be drawn
			}
			b := a.(bullet)
			for _, v := range []float64{0, number} {
				if v < b.lo || v > b.hi || b.lo >= b.hi {
					t.Errorf("%v against %+v: %v lies outside of %v to %v", number, target, v, b.lo, b.hi)
				}
			}
			if target.HasMin && b.low < b.lo || target.HasMax && b.high > b.hi {
				t.Errorf("%v against %+v: the tolerance lies outside of %v to %v", number, target, b.lo, b.hi)
			}
			uitest.Painted(b, testTint, 60, 20)
		}
	}
}

func TestColumns_StandOnZeroAndTheRunningOneIsOpen(t *testing.T) {
	p := Pens{Fill: testFill, Strong: testInk}
	over := uitest.Painted(newColumns(pastOf(8, 4, 8), false, kpi.Target{}, p), testTint, 300, 100)
	running := uitest.Painted(newColumns(pastOf(8, 4, 8), true, kpi.Target{}, p), testTint, 300, 100)
	for _, row := range []struct {
		what string
		img  image.Image
		x, y float64
		want color.NRGBA
	}{
		{"a column reaches its number", over, 0.5 / 3, 0.1, testTint},
		{"half the number is half as high", over, 1.5 / 3, 0.6, testTint},
		{"above it is the target", over, 1.5 / 3, 0.4, p.shade(0.13)},
		{"below the target is nothing", over, 0.995 / 3, 0.8, color.NRGBA{}},
		{"the newest is strong", over, 2.5 / 3, 0.7, testInk},
		{"the running one is open", running, 2.5 / 3, 0.7, color.NRGBA{}},
		{"with an outline", running, 2.5 / 3, 0.99, testInk},
	} {
		if got := shadeAt(row.img, row.x, row.y); got != row.want {
			t.Errorf("%s: %v, want %v", row.what, got, row.want)
		}
	}
}

func TestColumns_ShowLossesBelowZero(t *testing.T) {
	img := uitest.Painted(columns{points: pastOf(10, -10), newest: testInk}, testTint, 200, 100)
	if shadeAt(img, 0.25, 0.2) != testTint || shadeAt(img, 0.25, 0.8) != (color.NRGBA{}) || shadeAt(img, 0.75, 0.8) != testInk || shadeAt(img, 0.75, 0.2) == testInk {
		t.Error("a loss does not hang below zero")
	}
}

func TestCharts_AreDrawnFromAnyNumbers(t *testing.T) {
	for _, numbers := range [][]float64{{0, 0}, {1e300, -1e300}, {-5, -5, -5}, {math.NaN(), 1, math.NaN(), 2}, {1e-300, 0}} {
		ps := pastOf(numbers...)
		for _, a := range []draw.Art{sparkline{points: ps}, columns{points: ps, running: true}, verdicts{points: ps}} {
			for _, size := range [][2]int{{0, 0}, {1, 1}, {3, 200}, {200, 3}} {
				uitest.Painted(a, testTint, size[0], size[1])
			}
		}
	}
}
