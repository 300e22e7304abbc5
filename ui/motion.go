package ui

import (
	"image/color"
	"math"
	"slices"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

const (
	// changedFor is how long a value that changed on the screen stays marked.
	changedFor = 12 * time.Second
	// fadeFor is how long a page takes to fade in.
	fadeFor = 350 * time.Millisecond
)

// compare looks at what a new board of the same definition changes: values to
// mark, KPIs that left their target, and KPIs that came back to it. What an undo
// or a correction at this screen has brought back is no news to anybody, and a
// verdict that may change by itself, of a sum whose period runs, is none yet.
func (w *Wall) compare(before, after *board.Board) {
	now := w.now()
	w.expireChanges(now)
	for id, r := range after.Readings {
		old := before.Readings[id]
		if old == nil {
			continue
		}
		restored := w.isRestored(old, r)
		if !old.Has || !r.Has {
			continue
		}
		if words.Of(after.Config).ReadingText(old) != words.Of(after.Config).ReadingText(r) || old.Period != r.Period {
			w.changed[id] = now.Add(changedFor)
		}
		was := w.verdicts[id]
		switch {
		case restored:
			w.callBack(id, after.Config)
		case !r.Final:
		case r.Status.Off() && !was.Off():
			w.bringForward(id, after.Config)
		case r.Status == kpi.OnTarget && was.Off() && after.Config.Motion.Celebrate:
			w.mention(r.KPI.Name + " is back on target: " + words.Of(after.Config).ReadingText(r))
		}
	}
	w.learn(after)
	w.rotation.loud = nil
	if after.Config.Motion.Favour {
		w.rotation.loud = loudPages(after)
	}
}

// learn remembers the final verdicts of b. An overdue value has none: what is heard
// next is judged by the one before.
func (w *Wall) learn(b *board.Board) {
	for id, r := range b.Readings {
		if r.Final && r.Status.Verdict() {
			w.verdicts[id] = r.Status
		}
	}
}

// restoredFor is how long the board may take to show what was set right.
const restoredFor = time.Minute

// restores notes that somebody at the screen sets the KPI id right. It comes
// before the store is asked: the board may be here before the answer.
func (w *Wall) restores(id string) { w.restored[id] = w.now().Add(restoredFor) }

// isRestored reports whether the change from old to r is what somebody at the
// screen has set right.
func (w *Wall) isRestored(old, r *board.Reading) bool {
	until, ok := w.restored[r.KPI.ID]
	if !ok || old.Has == r.Has && old.Number == r.Number && old.Period == r.Period && old.Status == r.Status {
		return false
	}
	delete(w.restored, r.KPI.ID)
	return !w.now().After(until)
}

// callBack lets the page that a KPI has called come in its turn again.
func (w *Wall) callBack(id string, c *config.Config) {
	if i := w.rotation.ahead; i >= 0 && i < len(c.Pages) && slices.Contains(c.Pages[i].Tiles, id) {
		w.rotation.ahead = -1
	}
}

func (w *Wall) expireChanges(now time.Time) {
	for id, until := range w.changed {
		if now.After(until) {
			delete(w.changed, id)
		}
	}
}

// loudPages returns the pages with a KPI outside its target.
func loudPages(b *board.Board) []int {
	var loud []int
	for i, page := range b.Config.Pages {
		if slices.ContainsFunc(page.Tiles, func(id string) bool {
			r := b.Readings[id]
			return r != nil && r.Final && r.Status.Off()
		}) {
			loud = append(loud, i)
		}
	}
	return loud
}

// bringForward lets the page of a KPI that left its target come next or at
// once, unless somebody is at the screen.
func (w *Wall) bringForward(id string, c *config.Config) {
	for i, page := range c.Pages {
		if w.rotation.stays[i] == 0 || !slices.Contains(page.Tiles, id) {
			continue
		}
		switch free := len(w.overlays) == 0 && w.marked == "" && !w.rotation.isHeld(); {
		case c.Motion.Takeover == config.TakeoverNow && free && i != w.rotation.page:
			w.rotation.jump(i, w.now())
			w.fadeIn()
		case c.Motion.Takeover != config.TakeoverOff && i != w.rotation.page:
			w.rotation.ahead = i
		}
		return
	}
}

// fadeIn lets the page that has just come up appear out of the ground, where
// the board wants that. Only one rectangle moves: a text whose colour changes
// would cost a picture of it for each step.
func (w *Wall) fadeIn() {
	if w.board == nil || !w.board.Config.Motion.Fade {
		return
	}
	w.OnMove(fadeFor)
	ground := w.palette.Ground
	w.veil.Resize(w.root.Size())
	w.veil.Show()
	fyne.NewAnimation(fadeFor, func(done float32) {
		w.veil.FillColor = color.NRGBA{ground.R, ground.G, ground.B, uint8(255 * (1 - done))}
		if done >= 1 {
			w.veil.Hide()
		} else {
			w.OnMove(fadeFor) // the last step may come late
		}
		w.veil.Refresh()
		w.OnDraw(w.whole())
	}).Start()
}

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

// drift moves the picture to where it should stand now.
func (w *Wall) drift() {
	at := fyne.Position{}
	if w.board.Config.Motion.Drift {
		at = driftAt(w.now(), w.root.Size())
	}
	if at == w.tileBox.Position() {
		return
	}
	for _, o := range []fyne.CanvasObject{w.tileBox, w.header.Box, w.strip.Box, w.footer.Box} {
		o.Move(at)
	}
	w.refresh()
}
