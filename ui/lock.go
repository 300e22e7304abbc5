package ui

import (
	"strings"
	"time"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// After a wrong PIN the next try waits, twice as long each time.
const (
	firstDelay = 2 * time.Second
	lastDelay  = time.Minute
)

// longestPIN is how many digits are taken.
const longestPIN = 12

// lock asks for the PIN before something is changed.
type lock struct {
	then func()

	digits   string
	dial     int // the digit that the arrows have reached
	dialing  bool
	checking bool
	message  message
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

// check compares the PIN, if no wrong one was typed a moment ago.
func (l *lock) check(w *Wall) {
	if w.session.unlocked(w.board.Config.Entry) { // nobody wants it any more
		w.closeOverlay()
		l.then()
		return
	}
	now := w.now()
	if l.checking || l.digits == "" {
		return
	}
	if wait := w.wrong.until.Sub(now); wait > 0 {
		l.message = message{"wait " + wait.Round(time.Second).String() + " before the next try", -1}
		return
	}
	l.checking, l.message = true, message{text: "checking …"}
	hash := w.board.Config.Entry.PINHash // also where it was changed since the question
	w.desk.Unlock(hash, l.digits, func(ok bool) {
		l.checking, l.digits = false, ""
		if !ok {
			w.wrong.delay = min(max(firstDelay, 2*w.wrong.delay), lastDelay)
			w.wrong.until = w.now().Add(w.wrong.delay)
			l.message = message{"that is not the PIN", -1}
			w.drawEdges()
			return
		}
		w.wrong = wrongPIN{}
		w.session.pin = hash
		if w.top() == l {
			w.closeOverlay()
			l.then()
		}
	})
}

// wrongPIN slows down who guesses; it outlives the question.
type wrongPIN struct {
	delay time.Duration
	until time.Time
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
