package ui

import (
	"time"
)

// noticeFor is how long a notice stands.
const noticeFor = 8 * time.Second

// announceFor is how long an announcement stands.
const announceFor = 10 * time.Minute

// notice is a line that the wall shows for a moment, such as what was saved.
type notice struct {
	text  string
	until time.Time
}

// at returns the notice that stands at a time, or "".
func (n notice) at(now time.Time) string {
	if now.After(n.until) {
		return ""
	}
	return n.text
}

// say shows a line for a moment. It may be called from anywhere on the main
// goroutine.
func (w *Wall) say(text string) {
	w.notice = notice{text, w.now().Add(noticeFor)}
	w.drawEdges()
}

// report says how something went that goes on by itself: for a moment where
// somebody waits for it at the screen, else for those who come later, before what
// they have not seen yet.
func (w *Wall) report(text string, late bool) {
	if !late && len(w.overlays) == 0 {
		w.say(text)
		return
	}
	now := w.now()
	text = now.In(w.board.Config.Calendar.Zone).Format("15:04") + " " + text
	if before := w.announced.at(now); before != "" {
		text += " · " + before
	}
	w.Announce(text)
}

// Announce shows a line for ten minutes, for something that people should know
// who were not there when it happened.
func (w *Wall) Announce(text string) {
	w.announced = notice{text, w.now().Add(announceFor)}
}

// told returns what the wall says now: what somebody at the screen is told, or
// else what was announced.
func (w *Wall) told(now time.Time) string {
	if text := w.notice.at(now); text != "" {
		return text
	}
	return w.announced.at(now)
}
