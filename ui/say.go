package ui

// Redraw shows what an answer of the store has changed.
func (w *Wall) Redraw() {
	w.settle()
	w.drawEdges()
}

// Say answers somebody at the screen with a line for a moment.
func (w *Wall) Say(text string) {
	w.notices.say(text, w.now())
	w.drawEdges()
}

// Report says how something went that goes on by itself: for a moment where
// somebody waits for it at the screen, else for those who come later, before what
// they have not seen yet.
func (w *Wall) Report(text string, late bool) {
	if !late && w.stack.Empty() {
		w.Say(text)
		return
	}
	now := w.now()
	text = now.In(w.board.Config.Calendar.Zone).Format("15:04") + " " + text
	if before := w.notices.announcement.at(now); before != "" {
		text += " · " + before
	}
	w.notices.announce(text, now)
}

// Announce shows a line for ten minutes, for something that people should know
// who were not there when it happened.
func (w *Wall) Announce(text string) { w.notices.announce(text, w.now()) }

// Restores notes that somebody at the screen sets the KPI id right, so that its value
// is no news; NotRestored takes it back.
func (w *Wall) Restores(id string)    { w.news.restores(id, w.now()) }
func (w *Wall) NotRestored(id string) { w.news.notRestored(id) }
