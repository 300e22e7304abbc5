package entry

import "kpiwall/data/config"

// person is what is known of whoever is at the keyboard.
type person struct {
	pin   string // hash of the PIN that was typed
	by    string // the name, where the board asks for it
	named bool   // whether it was asked for
}

// unlocked reports whether the PIN was typed that the board wants, if it wants one.
func (p *person) unlocked(c config.Entry) bool { return c.PINHash == "" || p.pin == c.PINHash }

// permit is by which rules somebody has entered a value.
type permit struct {
	pin   string // hash of the PIN that was wanted; empty: none
	named bool   // whether they were asked who they are
}

func (p *person) permit(c config.Entry) permit { return permit{c.PINHash, p.named} }

// lapsed returns the message that says why a value that was entered under p may not
// be recorded under the rules of now, or "". That the person has gone since is no
// reason.
func (p permit) lapsed(c config.Entry) string {
	switch {
	case c.PINHash != "" && c.PINHash != p.pin:
		return "entry.pin_changed"
	case c.AskName && !p.named:
		return "entry.name_wanted"
	}
	return ""
}
