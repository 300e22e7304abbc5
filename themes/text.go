package themes

import (
	"image/color"

	"kpiwall/data/kpi"
)

// Clear is no colour at all.
var Clear = color.NRGBA{}

// Text returns the colour of a verdict in text on a fill that is not its own,
// as near to the verdict's colour as contrast allows.
func (p Palette) Text(s kpi.Status, on color.NRGBA) color.NRGBA { return p.tinted(p.Fill(s), on) }
