package draw

import "fyne.io/fyne/v2"

// Hold keeps an object and all below it known to Fyne, also what is hidden. It is
// to be called at least every half minute.
//
// Fyne finds the window of an object in a cache. Drawing an object does not
// prolong its entry (cache.SetCanvasForObject leaves the one that it finds as it
// is, and a window that is drawn often is never walked by markCacheAlive), so the
// entry is dropped after a minute, and comes back with the next picture. What is
// refreshed between the two is not drawn, and a raster keeps showing the picture
// of before: an old mark beside a new number. Asking for the window prolongs it.
func Hold(o fyne.CanvasObject) {
	fyne.CurrentApp().Driver().CanvasForObject(o)
	if c, ok := o.(*fyne.Container); ok {
		for _, o := range c.Objects {
			Hold(o)
		}
	}
}
