package draw

import (
	"image"
	"slices"
)

// damage is a list of parts that look different, no two of which overlap: what is
// painted twice would be too strong.
type damage []image.Rectangle

// add adds a part to the list.
func (d *damage) add(r image.Rectangle) {
	if r.Empty() {
		return
	}
	for grew := true; grew; {
		grew = false
		*d = slices.DeleteFunc(*d, func(o image.Rectangle) bool {
			if !o.Overlaps(r) {
				return false
			}
			r, grew = r.Union(o), true
			return true
		})
	}
	*d = append(*d, r)
}
