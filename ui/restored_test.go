package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// lively is an office that celebrates and takes over, with a page for the churn alone.
func lively(t *testing.T) *office {
	return newOffice(t, "[page.two]\ntitle = \"Two\"\ntiles = [\"churn\"]\n[motion]\ncelebrate = true\ntakeover = \"now\"\n")
}

// enterAnyway enters a value that is far from what it has been, and closes what is open.
func (o *office) enterAnyway(id, number string) {
	o.enter(id)
	o.write(number)
	o.press(fyne.KeyReturn)
	if o.top() != nil {
		o.press(fyne.KeyReturn)
	}
}

func TestRestored_AnUndoIsSaidAndNotCelebrated(t *testing.T) {
	for _, boardFirst := range []bool{false, true} {
		o := lively(t)
		o.enterAnyway("mrr", "4190")
		o.refresh()
		o.wait(noticeFor + 2*time.Second)
		o.desk.slow = boardFirst
		o.write("u")
		o.refresh()
		o.desk.answers()
		o.wants("undone: ")
		o.wait(noticeFor - 2*time.Second)
		o.wants("undone: ")
		o.wait(noticeFor)
		o.wantsNot("back on target")
	}
}

func TestRestored_ACorrectionIsNotCelebrated(t *testing.T) {
	for name, correct := range map[string]func(*office){
		"typed anew": func(o *office) { o.enterAnyway("mrr", "41900") },
		"in the history": func(o *office) {
			o.showHistory("mrr")
			o.press(fyne.KeyReturn, fyne.KeyReturn)
			o.write("41900")
			o.press(fyne.KeyReturn, fyne.KeyEscape)
		},
		"by a withdrawal": func(o *office) { o.showHistory("mrr"); o.press(fyne.KeyDelete, fyne.KeyReturn, fyne.KeyEscape) },
	} {
		o := lively(t)
		o.enterAnyway("mrr", "4190")
		o.refresh()
		o.clock = o.clock.Add(time.Minute)
		correct(o)
		o.refresh()
		for range 2 * int(noticeFor/time.Second) {
			o.wait(time.Second)
			if text := o.view().Notice; len(text) > 0 && text[0] == 'R' {
				t.Fatalf("%s: the wall says %q", name, text)
			}
		}
	}
}

// An undo that brings a bad value back calls no page.
func TestRestored_AnUndoTakesNothingOver(t *testing.T) {
	o := lively(t)
	o.record("churn", kpi.DateOf(o.clock), 4)
	o.refresh()
	o.write("1")
	o.enter("churn")
	o.write("2")
	o.press(fyne.KeyReturn)
	o.refresh()
	o.write("u")
	o.refresh()
	o.wantsValue("churn", 4)
	o.wants("One")
}

func TestRestored_NewsOfAnotherKPIWaitForTheAnswer(t *testing.T) {
	o := lively(t)
	o.record("leads", kpi.DateOf(o.clock), 5)
	o.enterAnyway("mrr", "4190")
	o.refresh()
	o.write("u")
	o.record("leads", kpi.DateOf(o.clock), 50)
	o.refresh()
	o.wants("undone: ")
	o.wait(noticeFor + 2*time.Second)
	o.wants("Qualified leads is back on target")
}

// What somebody enters for another day is news like any other.
func TestRestored_AValueThatIsNewIsCelebrated(t *testing.T) {
	o := lively(t)
	o.record("mrr", kpi.Date{Year: 2026, Month: 11, Day: 10}, 39000)
	o.refresh()
	o.enterAnyway("mrr", "41900")
	o.refresh()
	o.wants("saved: Recurring revenue")
	o.wait(noticeFor + 2*time.Second)
	o.wants("Recurring revenue is back on target")
}

func TestRestored_AnUndoThatFailsHidesNothing(t *testing.T) {
	o := lively(t)
	o.enterAnyway("mrr", "4190")
	o.refresh()
	o.record("mrr", kpi.DateOf(o.clock), 41900) // by somebody else
	o.write("u")
	o.wants("somebody has recorded a newer value")
	o.refresh()
	o.wait(noticeFor + 2*time.Second)
	o.wants("Recurring revenue is back on target")
}
