package ui

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/store"
	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

var (
	monkeyFor  = flag.Duration("monkey", 0, "how long the monkey plays; 0: a short time, the same each time")
	monkeySeed = flag.Uint64("seed", 0, "the life of the monkey to see again")
)

const (
	lifeSteps = 400 // of one monkey, at one wall
	fewLives  = 5
)

// A monkey is at the keyboard, while boards come, somebody edits the config, the
// clock leaps and the store fails. Whatever happens, the wall must stand, and lead
// back to itself.
func TestMonkey_BreaksNothing(t *testing.T) {
	if *monkeySeed > 0 {
		live(t, *monkeySeed)
		return
	}
	first, begin := uint64(1), time.Now()
	if *monkeyFor > 0 {
		first = uint64(begin.UnixNano())
	}
	for life := range uint64(1 << 62) {
		if life >= fewLives && time.Since(begin) >= *monkeyFor || t.Failed() {
			break
		}
		seed := first + life
		t.Run(fmt.Sprint(seed), func(t *testing.T) { live(t, seed) })
	}
}

// live lets a monkey play at a wall of its own.
func live(t *testing.T, seed uint64) {
	m := &monkey{office: newOffice(t, monkeyPages), r: rand.New(rand.NewPCG(seed, 0))}
	m.whole = m.source
	m.Soon = func(f func()) { m.later = append(m.later, f) }
	defer func() {
		if why := recover(); why != nil {
			t.Fatalf("%v\n%s\nagain with: go test ./ui -run Monkey -seed %d\nthe last it did: %s", why, debug.Stack(), seed, m.last())
		}
	}()
	for range lifeSteps {
		m.step()
		m.check()
		if t.Failed() {
			t.Fatalf("again with: go test ./ui -run Monkey -seed %d\nthe last it did: %s", seed, m.last())
		}
	}
}

// monkey plays at the wall of an office.
type monkey struct {
	*office
	r     *rand.Rand
	whole string   // the config that nothing was left out of
	later []func() // what is to be drawn soon
	did   []string
}

func (m *monkey) last() string { return strings.Join(m.did[max(0, len(m.did)-40):], ", ") }

func (m *monkey) note(format string, args ...any) {
	m.did = append(m.did, fmt.Sprintf(format, args...))
}

// step does one thing, keys most of the time.
func (m *monkey) step() {
	switch n := m.r.IntN(100); {
	case len(m.desk.later) > 0 && n < 40:
		m.meddle()
	case n < 60:
		m.pressOne()
	case n < 72:
		m.writeOne()
	case n < 76:
		m.task()
	case n < 82:
		m.elapse()
	case n < 86:
		m.fail()
	case n < 91:
		m.note("answers")
		m.answerSome()
	case n < 95:
		m.note("refresh")
		m.refresh()
	default:
		m.editConfig()
	}
	if m.r.IntN(3) > 0 {
		m.drawLater()
	}
}

// meddle does what may come between a value and the store's answer.
func (m *monkey) meddle() {
	switch m.r.IntN(4) {
	case 0:
		m.editConfig()
	case 1:
		m.note("Escape")
		m.press(fyne.KeyEscape)
	case 2:
		m.pressOne()
	default:
		m.note("answers")
		m.answerSome()
	}
}

func (m *monkey) drawLater() {
	later := m.later
	m.later = nil
	for _, f := range later {
		f()
	}
}

// pressOne presses a named key, as the driver does: the arrows and Enter most often,
// for they lead farthest.
func (m *monkey) pressOne() {
	keys := []fyne.KeyName{
		fyne.KeyReturn, fyne.KeyReturn, fyne.KeyEnter, fyne.KeyReturn, fyne.KeyUp, fyne.KeyDown, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight,
		fyne.KeyTab, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeySpace, fyne.KeyEscape, fyne.KeyF11, fyne.KeyHome, "LeftShift", "",
	}
	k := keys[m.r.IntN(len(keys))]
	m.note("%s", k)
	m.press(k)
}

// writeOne types a character, its key first.
func (m *monkey) writeOne() {
	const common, rare = "0123456789eeehhhuuulq?123", "+-.,%kmxcyng wbz é−İ\u0000\u200b🚀\u0301"
	chars := []rune(common)
	if m.r.IntN(4) == 0 {
		chars = []rune(rare)
	}
	c := chars[m.r.IntN(len(chars))]
	m.note("%q", c)
	m.write(string(c))
}

// task does in a row what random keys seldom come to: a value, a history, a PIN.
func (m *monkey) task() {
	tasks := []func(){
		func() { m.write("4190"); m.press(fyne.KeyReturn, fyne.KeyReturn) },
		func() {
			m.desk.slow = true
			m.press(fyne.KeyEscape, fyne.KeyEscape)
			m.write("e41900")
			m.press(fyne.KeyReturn)
		},
		func() { m.write("2bad calls"); m.press(fyne.KeyReturn) },
		func() { m.write("2468"); m.press(fyne.KeyReturn) },
		func() {
			m.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyReturn)
			m.write("rec4190")
			m.press(fyne.KeyReturn)
		},
		func() {
			m.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyDown)
			m.write("h")
			m.press(fyne.KeyReturn, fyne.KeyRight)
		},
		func() { m.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyEscape, fyne.KeyDown, fyne.KeyReturn) },
		func() { m.write(strings.Repeat("paste ", 100)) },
	}
	i := m.r.IntN(len(tasks))
	m.note("task %d", i)
	tasks[i]()
}

// elapse lets seconds pass, or the clock leap, also back.
func (m *monkey) elapse() {
	seconds := m.r.IntN(5)
	if m.r.IntN(3) == 0 {
		leap := time.Duration(m.r.IntN(40*24*3600)-15*24*3600) * time.Second
		if m.r.IntN(2) == 0 {
			leap /= 1000
		}
		m.note("leap %v", leap)
		m.clock = m.clock.Add(leap)
	}
	m.note("%d s", seconds)
	for range 1 + seconds {
		m.clock = m.clock.Add(time.Second)
		m.Tick()
	}
}

// fail lets the store fail, answer slowly, or be well again.
func (m *monkey) fail() {
	failures := []error{nil, nil, errLocked, failing(store.Full), failing(store.Newer), failing(store.Missing)}
	m.desk.broken, m.desk.slow = failures[m.r.IntN(len(failures))], m.r.IntN(2) == 0
	m.desk.reads, m.desk.lag = failures[m.r.IntN(len(failures))], m.r.IntN(2) == 0
	m.note("store: %v, slow: %v, reads: %v, lag: %v", m.desk.broken, m.desk.slow, m.desk.reads, m.desk.lag)
}

// answerSome lets some of the answers come that are due, in any order.
func (m *monkey) answerSome() {
	for n := m.r.IntN(3); n >= 0 && len(m.desk.later) > 0; n-- {
		i := m.r.IntN(len(m.desk.later))
		answer := m.desk.later[i]
		m.desk.later = append(m.desk.later[:i:i], m.desk.later[i+1:]...)
		answer()
	}
}

// check looks whether the wall stands, and now and then whether it leads back.
func (m *monkey) check() {
	m.t.Helper()
	if pages := len(m.board.Config.Pages); m.Page() >= max(1, pages) {
		m.t.Errorf("page %d of %d stands", m.Page(), pages)
	}
	if !m.selection.none() && !slices.Contains(m.tileIDs(), m.selection.kpi) {
		m.t.Errorf("%s is chosen, which the page does not have", m.selection.kpi)
	}
	if !m.sleep.asleep && m.stack.Top() != nil {
		size := m.layers.scene.Size()
		screen := draw.NewBox(0, 0, size.Width, size.Height)
		for _, e := range m.layers.cover.Shown {
			if e.Text != "" && !uitest.Within(e, screen) {
				m.t.Errorf("%s %q lies outside the screen", e.Part.Kind, e.Text)
			}
		}
	}
	switch m.r.IntN(60) {
	case 0:
		m.leave()
	case 1:
		m.note("goes away")
		m.clock = m.clock.Add(11 * time.Minute)
		m.Tick()
		if !m.unattended() {
			m.t.Errorf("eleven minutes after the last key %T covers the wall, %q is chosen", m.top(), m.selection.kpi)
		}
	}
}

// leave presses Escape until nothing is in the way, which must not take many.
func (m *monkey) leave() {
	m.note("leaves")
	for n := len(m.stack.All())*2 + 2; n > 0 && !m.unattended(); n-- {
		m.clock = m.clock.Add(time.Second) // the first may only wake the wall
		m.press(fyne.KeyEscape)
	}
	if !m.unattended() {
		m.t.Errorf("Escape does not lead back from %T", m.top())
	}
}
