package entry

import (
	"strings"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/pin"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
)

// lock asks for the PIN before something is changed.
type lock struct {
	overlay.Base
	*desk
	then func()

	digits  string
	dial    int // the digit that the arrows have reached
	dialing bool
	message overlay.Message
}

func (l *lock) TakesValues() bool { return true }

// Section takes digits, typed or dialled with the arrows of a remote control.
func (l *lock) Section() overlay.Section {
	back := func(overlay.Input) { l.digits, l.dialing = withoutLast(l.digits), false }
	return overlay.Section{Title: "keys.pin", Bindings: []overlay.Binding{
		{Text: isDigit, Label: "key.name.digits", Words: "key.pin", Do: l.typed},
		{Keys: overlay.UpDown, Label: "↑ ↓", Words: "key.dial", Do: l.turn},
		{Keys: []fyne.KeyName{fyne.KeyRight}, Label: "→", Words: "key.take", Do: func(overlay.Input) { l.take() }},
		{Keys: []fyne.KeyName{fyne.KeyLeft, fyne.KeyBackspace}, Label: "←", Words: "key.take_back", Minor: true, Do: back},
		{Keys: overlay.Enter, Label: "key.name.enter", Words: "key.check", Do: func(overlay.Input) { l.take(); l.check() }},
		{Keys: overlay.Escape, Label: "key.name.escape", Words: "key.back", Do: func(overlay.Input) { l.stack.Back() }},
	}}
}

// isDigit reports whether r is a digit of a PIN.
func isDigit(r rune) bool { return '0' <= r && r <= '9' }

// Compose draws the digits as dots.
func (l *lock) Compose(v page.View) []draw.Element {
	p := overlay.NewPane(v)
	p.Head(p.Speech.Say("lock.title", nil), "")
	p.FootWithMessage(l.message, l.Section().Bindings)
	big := p.Main()
	big.Size = p.Size * 1.9
	shown := strings.Repeat("• ", len(l.digits))
	if l.dialing {
		shown += string(rune('0' + l.dial))
	}
	p.Typed("PIN", shown, 0, p.In.W*0.95, big)
	return p.Done()
}

func (l *lock) typed(in overlay.Input) {
	if len(l.digits) < pin.MaxDigits {
		l.digits += string(in.Char)
	}
	l.dialing, l.message = false, overlay.Message{}
}

// turn dials a digit.
func (l *lock) turn(in overlay.Input) {
	switch {
	case !l.dialing:
		l.dialing = true
	case in.Key == fyne.KeyUp:
		l.dial = (l.dial + 1) % 10
	default:
		l.dial = (l.dial + 9) % 10
	}
}

func (l *lock) take() {
	if l.dialing && len(l.digits) < pin.MaxDigits {
		l.digits += string(rune('0' + l.dial))
	}
	l.dialing, l.dial = false, 0
}

// check has the PIN compared. The recorder slows down who guesses.
func (l *lock) check() {
	if l.person.unlocked(l.wall.Board().Config.Entry) { // nobody wants it any more
		l.stack.Back()
		l.then()
		return
	}
	if l.digits == "" {
		return
	}
	l.message = l.neutral("lock.checking", nil)
	if l.checking {
		return
	}
	l.checking = true
	hash := l.wall.Board().Config.Entry.PINHash // also where it was changed since the question
	l.recorder.Unlock(hash, l.digits, func(ok bool, wait time.Duration) {
		l.checking = false
		l.checked(hash, ok, wait)
		l.wall.Redraw()
	})
}

// checked takes what became of the PIN that hash is of.
func (l *lock) checked(hash string, ok bool, wait time.Duration) {
	if wait > 0 {
		whole := (wait + time.Second - 1).Truncate(time.Second)
		l.message = l.bad("lock.wait", words.Args{"Wait": whole.String()})
		return
	}
	if l.digits = ""; !ok {
		l.message = l.bad("lock.wrong", nil)
		return
	}
	l.person.pin = hash
	if l.stack.Top() == l {
		l.stack.Back()
		l.then()
	}
}
