package ui

import (
	"image/color"

	"kpiwall/data/kpi"
)

// unitScale is the size of a number's prefix and suffix beside its digits.
const unitScale = 0.56

// setNumber draws a number with its unit, the digits at a size.
func setNumber(s *sheet, part string, n kpi.Number, x, baseline, size, floor float32, c, on color.NRGBA) {
	unit := ink{face: semibold, size: unitSize(size, floor), color: c, on: on}
	x += s.text(part, n.Prefix, x, baseline, unit)
	x += s.text(part, n.Digits, x, baseline, ink{face: semibold, size: size, color: c, on: on, tabular: true})
	s.text(part, n.Suffix, x, baseline, unit)
}

// unitSize returns the size of the unit beside digits of a size: smaller, but
// not below the floor.
func unitSize(digits, floor float32) float32 { return max(digits*unitScale, min(digits, floor)) }

// numberWidth returns the width of a number whose digits have a size.
func numberWidth(n kpi.Number, digits, floor float32) float32 {
	unit := unitSize(digits, floor)
	return semibold.width(n.Digits, digits, true) + semibold.width(n.Prefix, unit, false) + semibold.width(n.Suffix, unit, false)
}

// fitNumber returns the largest size of the digits at which a number fits a
// width. It goes below the floor where it must: a number is never cut.
func fitNumber(n kpi.Number, width, floor float32) float32 {
	digits := semibold.width(n.Digits, 1, true)
	unit := semibold.width(n.Prefix, 1, false) + semibold.width(n.Suffix, 1, false)
	if size := width / (digits + unitScale*unit); size*unitScale >= floor || unit == 0 {
		return size
	}
	if size := (width - unit*floor) / digits; size >= floor {
		return size
	}
	return width / (digits + unit)
}
