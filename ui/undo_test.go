package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/data/record"
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

// In the list u is a letter again only after another key: whoever presses it twice means
// the one before, and is told where there is none.
func TestUndo_GoesOnWithASecondKeyInTheList(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn)
	o.write("rec")
	o.write("41900")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.write("u")
	o.wants("undone")
	o.write("u")
	o.wants("nothing to undo")
	o.write("open")
	o.wants("Enter a value: open", "Open tickets")
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

// atTerminal records a value as put does.
func (o *office) atTerminal(id string, number float64) {
	o.t.Helper()
	_, err := o.desk.Recorder.Put(o.t.Context(), record.Input{
		KPI: o.cfg.KPI(id), Typed: kpi.Typed{Number: number}, Source: "put", By: "Bob", Person: true,
	})
	if err != nil {
		o.t.Fatal(err)
	}
}

func TestUndo_GoesOnAfterAValueThatSomebodyHasReplaced(t *testing.T) {
	o := newOffice(t, "")
	for _, id := range []string{"tickets", "mrr"} {
		o.enter(id)
		o.write("41900")
		o.press(fyne.KeyReturn)
		if o.top() != nil {
			o.press(fyne.KeyReturn)
		}
	}
	o.record("mrr", kpi.DateOf(o.clock), 43000)
	o.write("u")
	o.wants("somebody has recorded a newer value")
	o.write("u")
	o.wants("undone: Open tickets")
	o.wantsValue("mrr", 43000)
}

func TestUndo_AsksBeforeWhatCameFromElsewhereOrIsOld(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.atTerminal("mrr", 42000)
	o.write("u") // its own first, but that was replaced
	o.wants("somebody has recorded a newer value")
	o.write("u")
	o.wants("u again undoes Recurring revenue 42,000 € (Bob · terminal · today")
	o.wantsValue("mrr", 42000)
	o.write("u")
	o.wants("undone: ")
	o.wantsValue("mrr", 41900)

	// Hours later, after a restart of the wall.
	o.clock = o.clock.Add(3 * time.Hour)
	again := o.restarted()
	again.write("u")
	again.wants("u again undoes Recurring revenue 41,900 € (screen · today 14:32)")
	again.wait(30 * time.Second)
	again.write("u") // the question is over
	again.wants("u again undoes")
	again.wantsValue("mrr", 41900)
	again.write("u")
	again.wants("undone: ")
	again.write("u")
	again.wants("nothing to undo")
}

func TestUndo_AfterARestartKnowsWhatWasEnteredBefore(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	again := o.restarted()
	again.write("u")
	again.wants("undone: ")
	if r := again.stands("mrr"); !r.Withdrawn {
		t.Errorf("November stands at %v", r.Number)
	}
}

func TestUndo_PassesOverWhatTheTerminalHasUndone(t *testing.T) {
	o := newOffice(t, "")
	for _, v := range []string{"41900", "41950"} {
		o.enter("mrr")
		o.write(v)
		o.press(fyne.KeyReturn)
	}
	if _, found, err := o.desk.Recorder.UndoLast(t.Context(), "mrr", ""); err != nil || !found {
		t.Fatal(found, err)
	}
	o.write("u")
	o.wants("undone: ")
	if r := o.stands("mrr"); !r.Withdrawn {
		t.Errorf("November stands at %v", r.Number)
	}
}

func TestUndo_TakesAWholeImportBackOnceAsked(t *testing.T) {
	o := newOffice(t, "")
	_, err := o.desk.Recorder.Import(t.Context(), record.Import{Name: "sales.csv", Doubted: true, Values: func(yield func(record.Input, error) bool) {
		for _, id := range []string{"mrr", "churn"} {
			if !yield(record.Input{KPI: o.cfg.KPI(id), Typed: kpi.Typed{Number: 7}}, nil) {
				return
			}
		}
	}})
	if err != nil {
		t.Fatal(err)
	}
	o.write("u")
	o.wants(`u again undoes the whole import of "sales.csv" (number 1, today 14:32)`)
	o.wantsValue("churn", 7)
	o.write("u")
	o.wants(`undone: 2 values of "sales.csv" (number 1)`)
	if r := o.stands("churn"); !r.Withdrawn {
		t.Errorf("churn stands at %v", r.Number)
	}
}

// restarted returns the wall as it is once it was started again.
func (o *office) restarted() *office {
	o.t.Helper()
	again := &office{source: o.source, desk: o.desk, cfg: o.cfg, store: o.store, screen: newScreenWith(o.t, nil, o.desk)}
	again.clock = o.clock
	o.desk.Now = func() time.Time { return again.clock }
	again.refresh()
	return again
}
