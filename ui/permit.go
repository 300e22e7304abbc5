package ui

import "kpiwall/data/config"

// change runs do if values may be changed now, and says why where they may not.
func (w *Wall) change(do func()) { w.permitted(do, w.say) }

// permitted runs do if values may be changed now: after the PIN, where there is
// one, and after asking who it is, where the board wants to know. Where they may
// not be changed refused hears why. It is asked again at the moment of saving: the
// config may be another one by then.
func (w *Wall) permitted(do func(), refused func(why string)) {
	c := w.board.Config.Entry
	switch why := w.forbids(); {
	case why != "":
		refused(why)
	case !w.session.unlocked(c):
		w.open(&lock{then: func() { w.permitted(do, refused) }})
	case c.AskName && !w.session.named:
		w.open(&naming{then: func() { w.permitted(do, refused) }})
	default:
		do()
	}
}

// forbids says why nobody may change values at this wall, or "".
func (w *Wall) forbids() string {
	switch {
	case w.board.Config.Store.Role == config.Copy:
		return "this wall shows a copy: values are entered where it comes from"
	case w.desk == nil || w.board.Config.Entry.Off:
		return "values are not entered at this screen"
	case w.board.AsOf:
		return "this is a board of the past: nothing is entered here"
	}
	return ""
}

// unlocked reports whether the PIN was typed that the board wants, if it wants one.
func (s *session) unlocked(c config.Entry) bool { return c.PINHash == "" || s.pin == c.PINHash }

// permit is by which rules somebody has entered a value.
type permit struct {
	pin   string // hash of the PIN that was wanted; empty: none
	named bool   // whether they were asked who they are
}

func (s *session) permit(c config.Entry) permit { return permit{c.PINHash, s.named} }

// lapsed says why a value that was entered under p may not be recorded under the
// rules of now, or "". That the session has ended since is no reason.
func (p permit) lapsed(c config.Entry) string {
	switch {
	case c.PINHash != "" && c.PINHash != p.pin:
		return "the PIN was changed meanwhile: Enter asks for it"
	case c.AskName && !p.named:
		return "the board wants to know meanwhile who enters: Enter asks for it"
	}
	return ""
}
