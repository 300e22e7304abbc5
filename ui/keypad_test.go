package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

// pad presses a key of the number pad while Num Lock is off: the driver names it as a
// digit of the upper row, and the decimal mark not at all.
func (o *office) pad(r rune) {
	name := fyne.KeyName(r)
	if r == '.' {
		name = fyne.KeyUnknown
	}
	o.key(name)
	o.Keypad(r)
}

// later lets what is to come after the waiting keys wait until the returned function.
func (o *office) later() (rest func()) {
	var waiting []func()
	o.Soon = func(f func()) { waiting = append(waiting, f) }
	return func() {
		for len(waiting) > 0 {
			f := waiting[0]
			waiting = waiting[1:]
			f()
		}
	}
}

func TestKeypad_TypesItsDigitsWithoutNumLock(t *testing.T) {
	for _, row := range []struct {
		locale string
		keys   func(o *office)
		want   float64
	}{
		{"en-US", func(o *office) { o.pad('4'); o.pad('2') }, 42},
		{"de-DE", func(o *office) { o.pad('4'); o.pad('.'); o.pad('5') }, 4.5},
		{"en-US", func(o *office) { o.pad('4'); o.char('4'); o.pad('2'); o.char('2') }, 42}, // a pad that always types digits
		{"en-US", func(o *office) { o.key("4"); o.char('4'); o.pad('2') }, 42},              // with the upper row
		{"en-US", func(o *office) { o.pad('4'); o.press(fyne.KeyBackspace); o.pad('7') }, 7},
	} {
		o := newOffice(t, "")
		o.edit(`locale = "en-US"`, `locale = "`+row.locale+`"`)
		o.press(fyne.KeyReturn)
		o.write("open")
		rest := o.later()
		row.keys(o)
		rest()
		o.press(fyne.KeyReturn)
		rest()
		o.wantsValue("tickets", row.want)
	}
}

// The key that wakes the wall does nothing else.
func TestKeypad_WakesTheWall(t *testing.T) {
	o := newOffice(t, "[page.two]\ntitle = \"Two\"\ntiles = [\"mrr\"]\n[sleep]\nawake = \"08:00-09:00\"\n")
	o.wait(2e9)
	if !o.sleep.asleep {
		t.Fatal("the wall does not sleep")
	}
	rest := o.later()
	o.pad('2')
	rest()
	if o.sleep.asleep || o.Page() != 0 {
		t.Errorf("asleep %v on page %d", o.sleep.asleep, o.Page())
	}
}

func TestKeys_PresentersTurnPages(t *testing.T) {
	o := newOffice(t, "[page.two]\ntitle = \"Two\"\ntiles = [\"mrr\"]\n")
	o.press(fyne.KeyPageDown)
	o.wants("Two")
	o.press(fyne.KeyDown, fyne.KeyPageUp) // also with a tile chosen
	o.wants("One")
	if !o.selection.none() {
		t.Errorf("%s is chosen on another page", o.selection.kpi)
	}
}
