package ui

import (
	"time"

	"kpiwall/themes"
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

// composeNotice draws the notice over the footer.
func composeNotice(v view) []element {
	if v.notice == "" {
		return nil
	}
	var s sheet
	f, p := v.frame(), v.palette
	k := ink{face: semibold, size: f.floor, color: themes.Ink(p.Panel), on: p.Panel}
	b := box{f.footer.x, f.footer.y - f.floor*0.5, f.footer.w, f.footer.h + f.floor*0.7}
	s.rect("notice", b, p.Panel, f.floor*0.2)
	text := k.face.shorten(v.notice, k.size, b.w-f.floor*1.2)
	s.text("notice", text, b.x+f.floor*0.6, b.y+b.h/2+k.size*capHeight/2, k)
	return s.elements
}
