package draw

import (
	"image"
	"slices"
)

// patches are rectangles of which no two overlap: what is painted twice would be too
// strong.
type patches []image.Rectangle

// add adds a rectangle, together with those that it overlaps.
func (p *patches) add(r image.Rectangle) {
	if r.Empty() {
		return
	}
	for grew := true; grew; {
		grew = false
		*p = slices.DeleteFunc(*p, func(o image.Rectangle) bool {
			if !o.Overlaps(r) {
				return false
			}
			r, grew = r.Union(o), true
			return true
		})
	}
	*p = append(*p, r)
}
