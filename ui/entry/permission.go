package entry

import "kpiwall/data/config"

// permitted runs do if values may be changed now: after the PIN, where there is one, and
// after asking who it is, where the board wants to know. Where they may not be
// changed refused hears why. It is asked again at the moment of saving: the config
// may be another one by then.
func (d *desk) permitted(do func(), refused func(why string)) {
	c := d.wall.Board().Config.Entry
	again := func() { d.permitted(do, refused) }
	switch why := d.forbidsNow(); {
	case why != "":
		refused(why)
	case !d.person.unlocked(c):
		d.stack.Open(&lock{desk: d, then: again})
	case c.AskName && !d.person.named:
		d.stack.Open(&naming{desk: d, then: again})
	default:
		do()
	}
}

// BeforeClosing runs quit, after the PIN where the board wants it for that too.
func (s *Session) BeforeClosing(quit func()) {
	if s.wall.Board().Config.Entry.PINToClose {
		s.BeforeEditing(quit)
		return
	}
	quit()
}

// BeforeEditing runs do, which lets somebody change the board itself, after the PIN
// where there is one.
func (s *Session) BeforeEditing(do func()) {
	if c := s.wall.Board().Config.Entry; s.recorder != nil && !s.person.unlocked(c) {
		s.stack.Open(&lock{desk: s.desk, then: do})
		return
	}
	do()
}

// forbidsNow says why nobody may change values at this moment, or "".
func (d *desk) forbidsNow() string {
	if d.wall.LooksBack() {
		return d.say("entry.past", nil)
	}
	return d.forbids()
}

// forbids says why nobody may change values at this wall, or "".
func (d *desk) forbids() string {
	b := d.wall.Board()
	switch {
	case b.Config.Store.Role == config.Copy:
		return d.say("entry.copy", nil)
	case len(b.Config.KPIs) == 0:
		return d.say("entry.nothing", nil)
	case d.recorder == nil || b.Config.Entry.Off:
		return d.say("entry.off", nil)
	case b.AsOf:
		return d.say("entry.past", nil)
	}
	return ""
}
