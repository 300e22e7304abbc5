package ui

import (
	"math"
	"time"

	"fyne.io/fyne/v2"
)

// Against burn-in the picture goes around a small circle.
const (
	driftStep   = 4 * time.Minute // from one place to the next
	driftPlaces = 16
	driftRadius = 0.0028 // of the height: three pixels of 1080
)

// driftAt returns where the picture stands at a time.
func driftAt(now time.Time, size fyne.Size) fyne.Position {
	place := now.Unix() / int64(driftStep/time.Second) % driftPlaces
	sin, cos := math.Sincos(2 * math.Pi * float64(place) / driftPlaces)
	r := float64(size.Height) * driftRadius
	return fyne.NewPos(float32(r*cos), float32(r*sin))
}
