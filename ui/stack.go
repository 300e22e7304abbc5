package ui

import "slices"

// top returns the overlay that has the keys, or nil.
func (w *Wall) top() overlay {
	if len(w.overlays) == 0 {
		return nil
	}
	return w.overlays[len(w.overlays)-1]
}

// open puts an overlay over the wall, whose rotation waits meanwhile.
func (w *Wall) open(o overlay) {
	if len(w.overlays) == 0 {
		w.rotation.pause(w.now())
	}
	w.overlays = append(w.overlays, o)
	w.drawEdges()
}

// closeOverlay goes one step back.
func (w *Wall) closeOverlay() {
	if n := len(w.overlays); n > 0 {
		w.leave(w.overlays[n-1])
		w.overlays = w.overlays[:n-1]
	}
	if len(w.overlays) == 0 {
		w.goOn()
		w.draw()
		return
	}
	if o, ok := w.top().(interface{ again(*Wall) }); ok {
		o.again(w)
	}
	w.drawEdges()
}

// remove takes an overlay away, wherever it stands.
func (w *Wall) remove(o overlay) {
	if w.top() == o {
		w.closeOverlay()
		return
	}
	w.overlays = slices.DeleteFunc(w.overlays, func(other overlay) bool { return other == o })
}

// clear goes back to the wall itself.
func (w *Wall) clear() {
	for _, o := range w.overlays {
		w.leave(o)
	}
	w.overlays = nil
	w.goOn()
	w.draw()
}

// goOn lets the rotation go on once nothing stands in its way any more.
func (w *Wall) goOn() {
	if len(w.overlays) == 0 && w.marked == "" {
		w.rotation.resume(w.now())
	}
}

func (w *Wall) leave(o overlay) {
	if l, ok := o.(interface{ leave(*Wall) }); ok {
		l.leave(w)
	}
}
