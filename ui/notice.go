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

// notices are the lines that the wall has for people, one of them at a time.
type notices struct {
	answer       notice // to what somebody at the screen did: nothing takes its place
	event        notice // what happened by itself; it waits for an answer to end
	announcement notice // for those who were not there
}

// at returns the line that stands at a time, or "".
func (n *notices) at(now time.Time) string {
	for _, one := range []notice{n.answer, n.event, n.announcement} {
		if text := one.at(now); text != "" {
			return text
		}
	}
	return ""
}

// forget drops what is over, and reports whether anything stood before.
func (n *notices) forget(now time.Time) (stood bool) {
	for _, one := range []*notice{&n.answer, &n.event, &n.announcement} {
		stood = stood || one.text != ""
		if now.After(one.until) {
			*one = notice{}
		}
	}
	return stood
}

// say answers somebody at the screen with a line for a moment. It may be called
// from anywhere on the main goroutine.
func (w *Wall) say(text string) {
	w.notices.answer = notice{text, w.now().Add(noticeFor)}
	w.drawEdges()
}

// mention shows for a moment what happened by itself, after what somebody at the
// screen was told a moment ago.
func (w *Wall) mention(text string) {
	from := w.now()
	if w.notices.answer.until.After(from) {
		from = w.notices.answer.until
	}
	w.notices.event = notice{text, from.Add(noticeFor)}
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
	if before := w.notices.announcement.at(now); before != "" {
		text += " · " + before
	}
	w.Announce(text)
}

// Announce shows a line for ten minutes, for something that people should know
// who were not there when it happened.
func (w *Wall) Announce(text string) {
	w.notices.announcement = notice{text, w.now().Add(announceFor)}
}
