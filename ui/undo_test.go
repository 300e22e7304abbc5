package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// Where the screen says that u undoes, it does; in the form of a sentence it does not
// say so, and u begins one.
func TestUndo_WorksWhereverTheScreenSaysSo(t *testing.T) {
	o := newOffice(t, "")
	for _, id := range []string{"mrr", "churn", "leads", "tickets"} {
		o.record(id, kpi.DateOf(o.clock), 40)
	}
	o.refresh()
	o.press(fyne.KeyReturn)
	o.write("cash")
	o.write("20500")
	o.press(fyne.KeyReturn)
	o.wants("Customer mood", "saved: Cash flow")
	o.wantsNot("u undoes")
	o.write("u")
	o.wants("note: u")
	o.wantsValue("cash", 20500)
	o.press(fyne.KeyDelete, fyne.KeyEscape)
	o.wants("u undoes")
	o.write("u")
	o.wants("undone")

	o.write("open")
	o.write("7")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.write("rec")
	o.write("4")
	o.wantsNot("u undoes")
	o.press(fyne.KeyBackspace)
	o.write("u")
	o.wants("undone")
}

func TestUndo_TakesBackOneEntryAfterTheOther(t *testing.T) {
	o := newOffice(t, "")
	for _, v := range []string{"41900", "41950"} {
		o.enter("mrr")
		o.write(v)
		o.press(fyne.KeyReturn)
	}
	o.write("u")
	o.wants("undone")
	o.wantsValue("mrr", 41900)
	o.write("u")
	if r := o.stands("mrr"); !r.Withdrawn {
		t.Errorf("November stands at %v", r.Number)
	}
	o.write("u")
	o.wants("nothing to undo")
}

func TestUndo_LeavesSomebodyElsesValueAlone(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.record("mrr", kpi.DateOf(o.clock), 43000)
	o.write("u")
	o.wants("somebody has recorded a newer value")
	o.wantsValue("mrr", 43000)
}

func TestUndo_WorksInTheRoundBeforeTheNextDigit(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn)
	o.write("rec")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.wants("saved", "undoes")
	o.write("u")
	o.wants("undone")
	if r := o.stands("mrr"); !r.Withdrawn {
		t.Errorf("November stands at %v", r.Number)
	}
}

func TestUndo_WorksInTheListAfterASave(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn)
	o.write("rec")
	o.write("41900")
	o.press(fyne.KeyReturn, fyne.KeyEscape) // past the form of the next one
	o.wants("saved: Recurring", "undoes")
	o.write("u")
	o.wants("undone")
	if r := o.stands("mrr"); !r.Withdrawn {
		t.Errorf("November stands at %v", r.Number)
	}
}
