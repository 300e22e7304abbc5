package ui

import "time"

const (
	// noticeFor is how long a notice stands.
	noticeFor = 8 * time.Second

	// announceFor is how long an announcement stands.
	announceFor = 10 * time.Minute
)

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

// notices are the lines that the wall has for people, one of them at a time. It has
// no clock: every method is told the time.
type notices struct {
	answer       notice // to what somebody at the screen did: nothing takes its place
	event        notice // what happened by itself; it waits for an answer to end
	announcement notice // for those who were not there
}

// say answers somebody at the screen for a moment.
func (n *notices) say(text string, now time.Time) { n.answer = notice{text, now.Add(noticeFor)} }

// mention shows for a moment what happened by itself, after what somebody at the
// screen was told a moment ago.
func (n *notices) mention(text string, now time.Time) {
	if n.answer.until.After(now) {
		now = n.answer.until
	}
	n.event = notice{text, now.Add(noticeFor)}
}

// announce shows a line for ten minutes, for those who were not there.
func (n *notices) announce(text string, now time.Time) {
	n.announcement = notice{text, now.Add(announceFor)}
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

// any reports whether there is a line, also one that is over and not yet forgotten:
// its end is to be seen too.
func (n *notices) any() bool {
	return n.answer.text != "" || n.event.text != "" || n.announcement.text != ""
}

// forget drops what is over, and what a clock that was set back would keep for long.
func (n *notices) forget(now time.Time) {
	for _, one := range []*notice{&n.answer, &n.event, &n.announcement} {
		if now.After(one.until) || one.until.Sub(now) > announceFor {
			*one = notice{}
		}
	}
}
