package chart

import (
	"math"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// Axis is the range of values on a chart, and the round ones that are written
// beside it.
type Axis struct {
	lo, hi float64
	Ticks  []Tick
}

// Tick is a value that is written beside a chart.
type Tick struct {
	Value float64
	Label string
}

// Scale is what an axis needs to know of a KPI.
type Scale struct {
	Format   kpi.Format
	Say      *words.Speech
	Judged   bool
	Moving   bool // the targets are the way of a key result, which is shown whole
	MaxTicks int  // ticks that there is room for
}

// The room at both ends of an axis, for the marks there: as a share of its range; where
// there is but one value, as a share of that; and in steps from verdict to verdict.
const (
	axisRoom     = 0.09
	oneValueRoom = 0.05
	verdictRoom  = 0.45
)

// AxisFor returns the axis of points; ok is false where there is no number, or
// the numbers lie too far apart for one. A target far off stays outside, where
// it would make a flat line of the values.
func (s Scale) AxisFor(points []board.Point) (a Axis, ok bool) {
	if s.Judged {
		return s.judgedAxis(), Numbers(points) > 0
	}
	lo, hi, ok := s.values(points)
	if !ok {
		return Axis{}, false
	}
	switch {
	case s.Moving:
		lo, _ = withEveryTarget(points, lo)
		_, hi = withEveryTarget(points, hi)
	case lo == hi: // there is no shape that a target far off could flatten
		lo, hi = withEveryTarget(points, lo)
	default:
		lo, hi = sparkline{points: points}.withTargets(lo, hi)
	}
	room := (hi - lo) * axisRoom
	if room == 0 {
		room = max(math.Abs(hi)*oneValueRoom, math.Pow10(-s.Format.Decimals))
	}
	a = Axis{lo: lo - room, hi: hi + room}
	if math.IsInf(a.hi-a.lo, 0) {
		return Axis{}, false
	}
	a.Ticks = s.ticks(a.lo, a.hi)
	return a, true
}

// withEveryTarget returns the range of a value and all targets.
func withEveryTarget(points []board.Point, v float64) (lo, hi float64) {
	lo, hi = v, v
	for _, p := range points {
		if t := p.Target; t.HasMin {
			lo, hi = min(lo, t.Min), max(hi, t.Min)
		}
		if t := p.Target; t.HasMax {
			lo, hi = min(lo, t.Max), max(hi, t.Max)
		}
	}
	return lo, hi
}

// values returns the least and the greatest number.
func (s Scale) values(points []board.Point) (lo, hi float64, ok bool) {
	lo, hi = math.Inf(1), math.Inf(-1)
	for _, p := range points {
		if p.Has {
			lo, hi = min(lo, p.Number), max(hi, p.Number)
		}
	}
	return lo, hi, lo <= hi && !math.IsInf(hi-lo, 0)
}

// judgedAxis has the verdicts on it in words.
func (s Scale) judgedAxis() Axis {
	a := Axis{lo: kpi.Bad - verdictRoom, hi: kpi.Good + verdictRoom}
	for _, v := range []float64{kpi.Bad, kpi.Watch, kpi.Good} {
		a.Ticks = append(a.Ticks, Tick{v, s.Say.Verdict(v)})
	}
	return a
}

// MinTicks is how few ticks still make a scale, and maxDecimals how many decimals
// they have at most.
const (
	MinTicks    = 2
	maxDecimals = 6
)

// ticks returns round values from lo to hi that the KPI's own format writes in
// full. A format too coarse for the range (1.42M to 1.48M, written 1M) gets
// decimals until it can.
func (s Scale) ticks(lo, hi float64) []Tick {
	for f := s.Format; ; f.Decimals++ {
		for _, step := range steps(f, hi-lo) {
			if len(s.ticksBy(f, step, lo, hi)) >= MinTicks {
				return s.shortest(f, step, lo, hi)
			}
		}
		if f.Decimals >= maxDecimals {
			return nil
		}
	}
}

// shortest returns the multiples of step with no more decimals than they need, and at most
// those of f: prices by the hundred end in no ".00".
func (s Scale) shortest(f kpi.Format, step, lo, hi float64) (ticks []Tick) {
	most := f.Decimals
	for f.Decimals = 0; f.Decimals <= most && ticks == nil; f.Decimals++ {
		ticks = s.ticksBy(f, step, lo, hi)
	}
	return ticks
}

// ticksBy returns the multiples of step from lo to hi, nil where there are too
// many or one would be written as something else. Beyond 15 digits a float64
// holds no small steps.
func (s Scale) ticksBy(f kpi.Format, step, lo, hi float64) (ticks []Tick) {
	first, last := math.Ceil(lo/step), math.Floor(hi/step)
	if last-first >= float64(s.MaxTicks) {
		return nil
	}
	for i := range int(last-first) + 1 {
		v := (first + float64(i)) * step
		label := f.Text(s.Say.Locale(), v)
		if math.Abs(f.Round(v)-v) > step*1e-6 || i > 0 && label == ticks[i-1].Label {
			return nil
		}
		ticks = append(ticks, Tick{v, label})
	}
	return ticks
}

// clockSteps are round steps of a duration, in seconds.
var clockSteps = []float64{
	1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 2 * 3600, 3 * 3600, 6 * 3600, 12 * 3600, 24 * 3600,
}

// steps returns the distances of round values for a range, the smallest first.
func steps(f kpi.Format, span float64) (out []float64) {
	if f.Style == kpi.Duration && span < 4*24*3600 && span > 2 {
		return clockSteps
	}
	smallest := math.Floor(math.Log10(span)) - 1
	for exponent := smallest; exponent <= smallest+2; exponent++ {
		for _, n := range []float64{1, 2, 5} {
			out = append(out, n*math.Pow(10, exponent))
		}
	}
	return out
}

// Numbers counts the points that have one.
func Numbers(points []board.Point) (n int) {
	for _, p := range points {
		if p.Has {
			n++
		}
	}
	return n
}
