package ui

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// longestPIN is how many digits are taken.
const longestPIN = 12

// lock asks for the PIN before something is changed.
type lock struct {
	then func()

	digits  string
	dial    int // the digit that the arrows have reached
	dialing bool
	message message
}

func (l *lock) compose(_ *Wall, v page.View) []draw.Element {
	p := newPane(v)
	p.line("title", "PIN", "", p.main(), p.quiet())
	p.y += p.size * 0.5
	big := p.main()
	big.Size = p.size * 1.9
	shown := strings.Repeat("• ", len(l.digits))
	if l.dialing {
		shown += string(rune('0' + l.dial))
	}
	p.typed("PIN", shown, big)
	p.bottom(l.message, "digits, then Enter · or ↑ ↓ choose a digit and → takes it · Esc back")
	return p.Elements
}

func (l *lock) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape:
		w.closeOverlay()
	case fyne.KeyUp, fyne.KeyDown:
		l.turn(name == fyne.KeyUp)
	case fyne.KeyRight:
		l.take()
	case fyne.KeyLeft, fyne.KeyBackspace:
		l.digits, l.dialing = withoutLast(l.digits), false
	case fyne.KeyReturn, fyne.KeyEnter:
		l.take()
		l.check(w)
	}
}

func (l *lock) typed(_ *Wall, r rune) {
	if unicode.IsDigit(r) && r < 128 && len(l.digits) < longestPIN {
		l.digits += string(r)
		l.dialing, l.message = false, message{}
	}
}

// turn dials a digit with the arrows of a remote control.
func (l *lock) turn(up bool) {
	switch {
	case !l.dialing:
		l.dialing = true
	case up:
		l.dial = (l.dial + 1) % 10
	default:
		l.dial = (l.dial + 9) % 10
	}
}

func (l *lock) take() {
	if l.dialing && len(l.digits) < longestPIN {
		l.digits += string(rune('0' + l.dial))
	}
	l.dialing, l.dial = false, 0
}

// check has the PIN compared. The desk slows down who guesses.
func (l *lock) check(w *Wall) {
	if w.session.unlocked(w.board.Config.Entry) { // nobody wants it any more
		w.closeOverlay()
		l.then()
		return
	}
	if l.digits == "" {
		return
	}
	l.message = message{text: "checking …"}
	if w.checking {
		return
	}
	w.checking = true
	hash := w.board.Config.Entry.PINHash // also where it was changed since the question
	w.desk.Unlock(hash, l.digits, func(ok bool, wait time.Duration) {
		w.checking = false
		l.checked(w, hash, ok, wait)
	})
}

// checked takes what became of the PIN that hash is of.
func (l *lock) checked(w *Wall, hash string, ok bool, wait time.Duration) {
	if wait > 0 {
		whole := (wait + time.Second - 1).Truncate(time.Second)
		l.message = message{"wait " + whole.String() + " before the next try", -1}
		w.drawEdges()
		return
	}
	if l.digits = ""; !ok {
		l.message = message{"that is not the PIN", -1}
		w.drawEdges()
		return
	}
	w.session.pin = hash
	if w.top() == l {
		w.closeOverlay()
		l.then()
	}
}

// naming asks who enters, once a round.
type naming struct {
	then func()
	name string
}

func (n *naming) compose(_ *Wall, v page.View) []draw.Element {
	p := newPane(v)
	p.line("title", "Who enters?", "", p.main(), p.quiet())
	p.y += p.size * 0.5
	big := p.main()
	big.Size = p.size * 1.6
	p.typed("name", n.name, big)
	p.bottom(message{}, "your name, then Enter · Enter alone leaves it open · Esc back")
	return p.Elements
}

func (n *naming) key(w *Wall, name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape:
		w.closeOverlay()
	case fyne.KeyBackspace:
		n.name = withoutLast(n.name)
	case fyne.KeyReturn, fyne.KeyEnter:
		w.session.by, w.session.named = strings.TrimSpace(n.name), true
		w.closeOverlay()
		n.then()
	}
}

func (n *naming) typed(_ *Wall, r rune) {
	if unicode.IsPrint(r) && len([]rune(n.name)) < 40 {
		n.name += string(r)
	}
}
