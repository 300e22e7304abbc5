package page

import (
	"image/color"

	"kpiwall/data/kpi"
	"kpiwall/ui/draw"
)

// unitScale is the size of a number's prefix and suffix beside its digits.
const unitScale = 0.56

// setNumber draws a number with its unit, the digits at a size.
func setNumber(s *draw.Sheet, kind draw.Kind, n kpi.Number, x, baseline, size, floor float32, c, on color.NRGBA) {
	unit := draw.Ink{Face: draw.Semibold, Size: unitSize(size, floor), Color: c, On: on}
	x += s.Text(kind, n.Prefix, x, baseline, unit)
	x += s.Text(kind, n.Digits, x, baseline, draw.Ink{Face: draw.Semibold, Size: size, Color: c, On: on, Tabular: true})
	s.Text(kind, n.Suffix, x, baseline, unit)
}

// unitSize returns the size of the unit beside digits of a size: smaller, but
// not below the floor.
func unitSize(digits, floor float32) float32 { return max(digits*unitScale, min(digits, floor)) }

// numberWidth returns the width of a number whose digits have a size.
func numberWidth(n kpi.Number, digits, floor float32) float32 {
	unit := unitSize(digits, floor)
	return draw.Semibold.Width(n.Digits, digits, true) + draw.Semibold.Width(n.Prefix, unit, false) + draw.Semibold.Width(n.Suffix, unit, false)
}

// fitNumber returns the largest size of the digits at which a number fits a
// width. It goes below the floor where it must: a number is never cut.
func fitNumber(n kpi.Number, width, floor float32) float32 {
	digits := draw.Semibold.Width(n.Digits, 1, true)
	unit := draw.Semibold.Width(n.Prefix, 1, false) + draw.Semibold.Width(n.Suffix, 1, false)
	width -= unit // it is set in the next whole size
	if size := width / (digits + unitScale*unit); size*unitScale >= floor || unit == 0 {
		return size
	}
	if size := (width - unit*floor) / digits; size >= floor {
		return size
	}
	return width / (digits + unit)
}
