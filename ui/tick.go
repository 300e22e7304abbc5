package ui

import (
	"fyne.io/fyne/v2"

	"kpiwall/ui/page"
)

// Tick tells the wall that time has passed. It is to be called at every full second.
func (w *Wall) Tick() {
	if w.board == nil {
		return
	}
	now := w.now()
	c := w.board.Config
	w.presence.tick(now)
	quiet := w.presence.quiet(now)
	attended := !w.unattended()
	w.stack.Tick(quiet)
	w.selection.tick(quiet)
	w.entry.Tick(quiet)
	w.tickBack()
	w.settle()
	slept := w.updateSleep()
	if slept || attended && w.unattended() {
		w.draw()
	}
	if w.sleep.asleep && c.Sleep.Black {
		return
	}
	w.drift()
	w.rotation.stays = stays(c, now)
	if w.unattended() && w.rotation.tick(now) {
		w.fadeIn()
		w.draw()
		return
	}
	if w.changes() || w.beats() || attended {
		w.drawEdges()
	}
	w.news.forget(now)
	w.notices.forget(now)
}

// beats reports whether the clock ticks in this second.
func (w *Wall) beats() bool { return !w.calm || w.now().Second()%page.CalmBeat == 0 }

// changes reports whether something on the wall changes in this second besides its
// clock. That a notice or a mark is over is to be seen too.
func (w *Wall) changes() bool {
	return w.notices.any() || len(w.news.changed) > 0 || !w.unattended()
}

// updateSleep puts the wall to sleep or wakes it, by the hours of the board. It reports
// whether that changed.
func (w *Wall) updateSleep() bool {
	c, now := w.board.Config, w.now()
	changed := w.sleep.tick(!c.AwakeAt(now.In(c.Calendar.Zone)), w.presence.within(wokenFor, now))
	if changed {
		w.slept()
	}
	return changed
}

// slept runs the command of a wall that has just fallen asleep or woken.
func (w *Wall) slept() {
	if w.sleep.asleep {
		w.OnSleep(w.board.Config.Sleep.OnSleep)
	} else {
		w.OnSleep(w.board.Config.Sleep.OnWake)
	}
}

// drift moves the picture to where it should stand now.
func (w *Wall) drift() {
	at := fyne.Position{}
	if w.board.Config.Motion.Drift {
		at = driftAt(w.now(), w.layers.scene.Size())
	}
	w.layers.moveTo(at)
}
