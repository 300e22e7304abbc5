package ui

import (
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/ui/draw"
	"kpiwall/ui/entry"
	"kpiwall/ui/overlay"
	"kpiwall/ui/page"
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
	s.window.Canvas().Focus(s.Keyboard())
	if b != nil {
		s.SetBoard(b)
	}
	return s
}

func (s *screen) top() overlay.Overlay { return s.stack.Top() }

// enter, showHistory and clear do what keys do elsewhere on the way.
func (s *screen) enter(id string)       { s.entry.Enter(id); s.Redraw() }
func (s *screen) showHistory(id string) { s.entry.ShowHistory(id); s.Redraw() }
func (s *screen) clear()                { s.stack.Clear(); s.Redraw() }

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
		for _, e := range l.Shown {
			if e.Text != "" {
				b.WriteString(e.Text + "\n")
			}
		}
	}
	return b.String()
}

func (s *screen) wants(texts ...string) {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.text(), text) {
			s.t.Errorf("the wall does not say %q:\n%s", text, s.text())
		}
	}
}

// wantsNot looks at what lies on top: the overlay, if one is open.
func (s *screen) wantsNot(text string) {
	s.t.Helper()
	said := s.text()
	if s.top() != nil {
		said = textOf(s.layers.cover)
	}
	if strings.Contains(said, text) {
		s.t.Errorf("the wall says %q:\n%s", text, said)
	}
}

func TestWall_RotatesByItself(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.wants("First", "Alpha", "11", "page 1 of 3", "20 s")
	s.wait(20 * time.Second)
	s.wants("Second", "Beta", "5 s")
	s.wantsNot("Alpha")
	s.wait(5 * time.Second)
	s.wants("First")
}

func TestWall_KeysTurnPages(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyRight)
	s.wants("Second")
	s.press(fyne.KeyLeft)
	s.wants("First")
	s.write("3")
	s.wants("Third", "Gamma")
	s.write("9")
	s.wants("Third")
}

func TestWall_SpaceHoldsAndReleases(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeySpace)
	s.wants("paused")
	s.wait(time.Minute)
	s.wants("First")
	s.press(fyne.KeySpace)
	s.wantsNot("paused")
	s.wait(20 * time.Second)
	s.wants("Second")
}

func TestWall_HelpOpensAndClosesWithoutMovingThePage(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("?")
	for _, row := range s.section().Rows() {
		s.wants(row[0], row[1])
	}
	s.press(fyne.KeyRight)
	s.wants("First")
	s.press(fyne.KeyEscape)
	s.wantsNot("this help")
}

// Whatever has the keys explains them, but for a question mark that is part of a text,
// and says why a key does nothing now.
func TestWall_HelpIsOfWhatHasTheKeys(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("?")
	s.wants("enter values (values are not entered at this screen)")
	s.press(fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn)
	s.write("?")
	s.wants("a shorter or longer history")
	s.wantsNot("close the wall")
	s.write("?")
	s.wantsNot("a shorter or longer history")

	o := newOffice(t, "")
	o.enter("mrr")
	o.write("4?")
	o.wants("empties the form")
	o.press(fyne.KeyEscape, fyne.KeyTab, fyne.KeyTab)
	o.write("why?")
	o.wants("note: why?")
	o.wantsNot("empties the form")
}

func TestWall_EscapeLeadsBackFromEverything(t *testing.T) {
	for _, section := range Keys() {
		if !slices.ContainsFunc(section.Bindings, func(b overlay.Binding) bool { return slices.Contains(b.Keys, fyne.KeyEscape) }) {
			t.Errorf("%s has no Escape", section.Title)
		}
	}
}

func TestWall_ClosesOnlyWhenAskedTwice(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.write("q")
	if s.quit {
		t.Fatal("one key closed the wall")
	}
	s.wants("Close the wall?")
	s.press(fyne.KeyEscape)
	s.wantsNot("Close the wall?")
	s.press(fyne.KeyReturn)
	if s.quit {
		t.Fatal("Enter closed the wall after Escape")
	}
	s.press(fyne.KeyEscape)
	s.write("q")
	s.press(fyne.KeyEnter)
	if !s.quit {
		t.Error("Enter on the keypad does not close the wall")
	}
}

func TestWall_ANewBoardKeepsThePageThatStands(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyRight)
	b := uitest.ThreePages()
	uitest.Write(b.Readings["b"], "99", "")
	b.Config.Pages = append([]config.Page{{ID: "zero", Title: "New", Tiles: []string{"a"}}}, b.Config.Pages...)
	s.SetBoard(b)
	s.wants("Second", "99", "page 3 of 4")
}

func TestWall_ShowsTroubleInWordsAndKeepsTheTiles(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	b := uitest.ThreePages()
	b.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "store is locked"}}, {Code: "store.full"}}
	s.SetBoard(b)
	s.wants("store is locked (and 1 more)", "Alpha", "11")
}

func TestWall_SaysWhatTheBoardIsNot(t *testing.T) {
	b := uitest.ThreePages()
	b.Demo, b.AsOf = true, true
	s := newScreen(t, b)
	s.wants("DEMO VALUES", "AS OF 20 Nov 2026")
}

func TestWall_WithoutPagesSaysSo(t *testing.T) {
	b := uitest.Board()
	b.Config.Pages = nil
	b.Findings = []finding.Finding{{Code: "error", Args: finding.Args{"Why": "config.toml:3: no such key"}}}
	s := newScreen(t, b)
	s.wants("no board to show", "config.toml:3")
	s.press(fyne.KeyRight, fyne.KeySpace, fyne.KeyEscape)
	s.write("?1")
	s.wait(2 * time.Second)
}

func TestWall_ClockTicks(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	colon := func() (c draw.Element) {
		for _, e := range s.layers.header.Shown {
			if e.Part.Kind == "colon of the clock" {
				c = e
			}
		}
		return c
	}
	before := colon()
	s.wait(time.Second)
	if after := colon(); before.Color == after.Color {
		t.Error("the clock looks the same a second later")
	}
}

func TestWall_TakesKeysBeforeItHasABoard(t *testing.T) {
	s := newScreen(t, nil)
	s.press(fyne.KeyRight, fyne.KeySpace, fyne.KeyEscape, fyne.KeyReturn)
	s.write("?q1")
	s.Tick()
}

func TestWall_KeepsItsObjectsOverManyPageChanges(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	count := func() (n int) {
		var walk func(o fyne.CanvasObject)
		walk = func(o fyne.CanvasObject) {
			n++
			if c, ok := o.(*fyne.Container); ok {
				for _, child := range c.Objects {
					walk(child)
				}
			}
		}
		walk(s.Content())
		return n
	}
	for range 4 {
		s.press(fyne.KeyRight)
	}
	before := count()
	for range 200 {
		s.press(fyne.KeyRight)
	}
	if after := count(); after != before {
		t.Errorf("%d objects became %d", before, after)
	}
}

// On a box that draws every ten seconds only, what is over goes at once too.
func TestCalm_DrawsTheEndOfANoticeAndOtherwiseTenSecondsLater(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeySpace) // no page comes up meanwhile
	s.Calm()
	s.Say("saved")
	s.wait(noticeFor + 2*time.Second)
	if s.clock.Second()%page.CalmBeat == 0 {
		t.Fatal("the clock ticked anyway")
	}
	if strings.Contains(s.text(), "saved") {
		t.Errorf("after %v the wall says\n%s", noticeFor, s.text())
	}
	draws := 0
	s.OnDraw = func(b draw.Box) {
		if b.W > 0 {
			draws++
		}
	}
	s.wait(2 * time.Second)
	if draws > 0 {
		t.Errorf("it was drawn %d times in two seconds", draws)
	}
	s.wait(page.CalmBeat * time.Second)
	if draws == 0 {
		t.Error("the clock stands still")
	}
}
