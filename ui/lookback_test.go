package ui

import (
	"context"
	"errors"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// looking returns an office whose wall can look back, on 20 November 2026.
func looking(t *testing.T, more string) *office {
	t.Helper()
	o := newOffice(t, more)
	o.record("mrr", kpi.Date{Year: 2026, Month: 11, Day: 13}, 40100)
	o.record("mrr", kpi.Date{Year: 2026, Month: 11, Day: 19}, 40200)
	o.record("mrr", kpi.Date{Year: 2026, Month: 11, Day: 20}, 40300)
	o.refresh()
	o.Past = o.readPast
	return o
}

func (o *office) readPast(day kpi.Date, done func(*board.Board, error)) {
	b, err := board.BuildAsOf(context.Background(), o.cfg, board.FromStore(o.store), day, o.clock)
	done(b, err)
}

func TestLookBack_ADayAWeekAMonthAndHome(t *testing.T) {
	o := looking(t, "")
	for _, want := range [][]string{
		{"40,200", "The past: end of Thursday 19 November", "AS OF"},
		{"40,100", "The past: end of Friday 13 November", "AS OF"},
		{"41,000", "The past: end of Tuesday 20 October", "AS OF"},
		{"40,300"},
	} {
		o.write("b")
		o.wants(want...)
	}
	o.wantsNot("The past:")
	o.wantsNot("AS OF")
}

func TestLookBack_SaysAllTheTimeThatItIsThePast(t *testing.T) {
	o := looking(t, "")
	o.write("b")
	steps := map[string]func(){
		"a second":  func() { o.wait(time.Second) },
		"a page":    func() { o.press(fyne.KeyRight) },
		"the first": func() { o.press(fyne.KeyLeft) },
		"a tile":    func() { o.press(fyne.KeyDown) },
		"its detail": func() {
			o.press(fyne.KeyReturn)
		},
		"a new board": func() { o.refresh() },
	}
	for _, name := range []string{"a second", "a page", "the first", "a new board", "a tile", "its detail"} {
		steps[name]()
		o.wants("The past: end of Thursday 19 November")
	}
}

func TestLookBack_ComesHomeByItselfAndOnEscape(t *testing.T) {
	o := looking(t, "")
	o.write("b")
	o.wait(50 * time.Second)
	o.wants("The past:")
	o.wait(15 * time.Second)
	o.wantsNot("The past:")
	o.wants("40,300")

	o.write("b")
	o.press(fyne.KeyDown, fyne.KeyEscape) // first the choice ends
	o.wants("The past:")
	o.press(fyne.KeyEscape)
	o.wantsNot("The past:")
}

func TestLookBack_TakesNoEntry(t *testing.T) {
	o := looking(t, "")
	o.enterAnyway("mrr", "41900")
	o.refresh()
	o.write("b")
	for _, key := range []string{"e", "u"} {
		o.write(key)
		o.wants("a board of the past: nothing is entered here")
		if o.top() != nil {
			t.Fatalf("%s opens %T", key, o.top())
		}
	}
	o.wantsValue("mrr", 41900)
	o.press(fyne.KeyDown)
	o.write("h")
	o.press(fyne.KeyReturn, fyne.KeyReturn)
	o.wants("nothing is entered here")
}

// A value that waits for the store is saved also while somebody looks back.
func TestLookBack_DoesNotGiveUpWhatIsNotSavedYet(t *testing.T) {
	o := unsaved(t, errLocked)
	o.Past = o.readPast
	o.press(fyne.KeyEscape)
	o.write("b")
	o.wants("The past:")
	o.desk.broken = nil
	o.wait(10 * time.Second)
	o.wantsValue("mrr", 41900)
}

func TestLookBack_TellsWhatIsNewOnceItIsHome(t *testing.T) {
	o := lively(t)
	o.record("leads", kpi.DateOf(o.clock), 5)
	o.refresh()
	o.Past = o.readPast
	o.write("b")
	o.record("leads", kpi.DateOf(o.clock), 50)
	o.refresh()
	o.wants("The past:")
	o.wantsNot("back on target")
	o.press(fyne.KeyEscape)
	o.wants("Qualified leads is back on target")
}

func TestLookBack_AnAnswerThatIsLateOrBadShowsNothing(t *testing.T) {
	o := looking(t, "")
	var answer func()
	o.Past = func(day kpi.Date, done func(*board.Board, error)) { answer = func() { o.readPast(day, done) } }
	o.write("b")
	o.press(fyne.KeyEscape)
	answer()
	o.wantsNot("The past:")

	o.write("b")
	first := answer
	o.write("b")
	answer()
	first()
	o.wants("The past: end of Friday 13 November")
	o.edit(`title = "Office"`, `title = "Branch"`)
	o.wantsNot("The past:")

	o.Past = func(_ kpi.Date, done func(*board.Board, error)) { done(nil, errors.New("gone")) }
	o.write("b")
	o.wants("the past could not be read: gone")
	if o.LooksBack() {
		t.Error("it looks back all the same")
	}
}

func TestMonthBefore_IsTheSameDayOrTheLast(t *testing.T) {
	for day, want := range map[kpi.Date]kpi.Date{
		{Year: 2026, Month: 11, Day: 20}: {Year: 2026, Month: 10, Day: 20},
		{Year: 2026, Month: 12, Day: 31}: {Year: 2026, Month: 11, Day: 30},
		{Year: 2026, Month: 3, Day: 31}:  {Year: 2026, Month: 2, Day: 28},
		{Year: 2026, Month: 1, Day: 1}:   {Year: 2025, Month: 12, Day: 1},
		{Year: 2024, Month: 3, Day: 29}:  {Year: 2024, Month: 2, Day: 29},
	} {
		if got := monthBefore(day); got != want {
			t.Errorf("before %v is %v, want %v", day, got, want)
		}
	}
}
