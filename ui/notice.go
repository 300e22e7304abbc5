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

// Announce shows a line for ten minutes, for something that people should know
// who were not there when it happened.
func (w *Wall) Announce(text string) {
	w.notice = notice{text, w.now().Add(announceFor)}
}
