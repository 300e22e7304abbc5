package ui

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/ui/draw"
	"kpiwall/ui/entry"
	"kpiwall/ui/overlay"
	"kpiwall/ui/uitest"
)

// screen is a wall in a window, with a clock that the test turns.
type screen struct {
	*Wall
	t      testing.TB
	window fyne.Window
	clock  time.Time
	quit   bool
}

func newScreen(t testing.TB, b *board.Board) *screen {
	t.Helper()
	return newScreenWith(t, b, nil)
}

// newScreenWith returns a screen whose values go to a recorder.
func newScreenWith(t testing.TB, b *board.Board, r entry.Recorder) *screen {
	t.Helper()
	test.NewTempApp(t)
	s := &screen{t: t, clock: uitest.Now}
	s.Wall = NewWall(func() time.Time { return s.clock }, r)
	s.OnQuit = func() { s.quit = true }
	s.window = test.NewTempWindow(t, s.Content())
	s.window.SetPadded(false)
	s.window.Resize(fyne.NewSize(1280, 720))
	s.window.Canvas().SetOnTypedKey(s.TypedKey)
	s.window.Canvas().SetOnTypedRune(s.TypedRune)
	s.window.Canvas().Focus(s.Content())
	if b != nil {
		s.SetBoard(b)
	}
	return s
}

func (s *screen) top() overlay.Overlay { return s.stack.Top() }

// enter, showHistory and clear do what keys do elsewhere on the way.
func (s *screen) enter(id string) { s.entry.Enter(id); s.Redraw() }

func (s *screen) showHistory(id string) { s.entry.ShowHistory(id); s.Redraw() }

func (s *screen) clear() { s.stack.Clear(); s.Redraw() }

// press presses keys by their names, as the driver hands them on: Space is
// followed by its character.
func (s *screen) press(keys ...fyne.KeyName) {
	for _, k := range keys {
		s.key(k)
		if k == fyne.KeySpace {
			s.char(' ')
		}
	}
}

// write presses the keys of characters, as the driver hands them on: the name of
// each key and then its character.
func (s *screen) write(text string) {
	for _, r := range text {
		s.key(nameOf(r))
		s.char(r)
	}
}

// nameOf returns the name of the key that types r on an American keyboard; a key
// that has none there comes without a name.
func nameOf(r rune) fyne.KeyName {
	const signs = "-=[];'\\`,./*+"
	switch {
	case r == ' ':
		return fyne.KeySpace
	case r == '?':
		return fyne.KeySlash
	case '0' <= r && r <= '9', 'A' <= r && r <= 'Z', strings.ContainsRune(signs, r):
		return fyne.KeyName(r)
	case 'a' <= r && r <= 'z':
		return fyne.KeyName(unicode.ToUpper(r))
	}
	return fyne.KeyUnknown
}

// key routes a named key: Tab moves the focus unless the focused object takes
// it, every other key goes to the focused object, or else to the canvas.
func (s *screen) key(k fyne.KeyName) {
	c := s.window.Canvas()
	f := c.Focused()
	if t, ok := f.(fyne.Tabbable); k == fyne.KeyTab && (!ok || !t.AcceptsTab()) {
		c.FocusNext()
		return
	}
	if e := (&fyne.KeyEvent{Name: k}); f != nil {
		f.TypedKey(e)
	} else {
		c.OnTypedKey()(e)
	}
}

// char routes a character.
func (s *screen) char(r rune) {
	if f := s.window.Canvas().Focused(); f != nil {
		f.TypedRune(r)
	} else {
		s.window.Canvas().OnTypedRune()(r)
	}
}

func (s *screen) wait(d time.Duration) {
	for end := s.clock.Add(d); s.clock.Before(end); {
		s.clock = s.clock.Add(time.Second)
		s.Tick()
	}
}

// text returns all that can be read on the wall.
func (s *screen) text() string {
	return textOf(append([]*draw.Layer{s.layers.header, s.layers.strip, s.layers.footer, s.layers.cover}, s.layers.tiles...)...)
}

func textOf(layers ...*draw.Layer) string {
	var b strings.Builder
	for _, l := range layers {
		b.WriteString(textsOf(l.Shown))
	}
	return b.String()
}

func textsOf(elements []draw.Element) string {
	var b strings.Builder
	for _, e := range elements {
		if e.Text != "" {
			b.WriteString(e.Text + "\n")
		}
	}
	return b.String()
}

// over returns what the overlay on top consists of, if one is open, without what it
// shows of the wall beside its panel.
func (s *screen) over() (own []draw.Element) {
	if s.top() == nil {
		return s.layers.cover.Shown
	}
	all := s.top().Compose(s.view())
	panel, found := uitest.Part(all, "panel")
	for _, e := range all {
		if !found || uitest.Within(e, panel.Box()) {
			own = append(own, e)
		}
	}
	return own
}

// wants looks for texts that may run over several lines.
func (s *screen) wants(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(strings.ReplaceAll(s.text(), "\n", " "), text) {
			s.t.Errorf("the wall does not say %q:\n%s", text, s.text())
		}
	}
}

// wantsNot looks at what lies on top: the overlay, if one is open.
func (s *screen) wantsNot(text string) {
	s.t.Helper()
	said := s.text()
	if s.top() != nil {
		said = textsOf(s.over())
	}
	if strings.Contains(said, text) {
		s.t.Errorf("the wall says %q:\n%s", text, said)
	}
}
