package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

func TestHistory_ShowsCorrectionsWithTheirOrigin(t *testing.T) {
	o := newOffice(t, "")
	o.record("mrr", kpi.Date{Year: 2026, Month: 10, Day: 28}, 41200)
	o.showHistory("mrr")
	o.wants("41,200 €", "41,300 € replaced elsewhere · today 14:32", "October")
}

func TestHistory_CorrectsARowInForce(t *testing.T) {
	o := newOffice(t, "")
	o.showHistory("mrr")
	o.press(fyne.KeyReturn)
	o.wants("[correct]")
	o.press(fyne.KeyReturn)
	o.write("41250")
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 41250)
	if r := o.stands("mrr"); r.At.String() != "2026-10-28" {
		t.Errorf("the correction stands at %s", r.At)
	}
	o.wants("everything recorded", "41,250 €", "41,300 € replaced")
}

// A correction by less than the wall shows is one all the same.
func TestHistory_HasAllDigits(t *testing.T) {
	o := newOffice(t, "")
	o.record("mrr", kpi.Date{Year: 2026, Month: 10, Day: 28}, 41300.25)
	o.showHistory("mrr")
	o.wants("41,300.25 €", "41,300 € replaced")
	o.press(fyne.KeyReturn)
	o.wants("41,300.25 €: [correct]")
}

func TestHistory_WithdrawsAndUndoes(t *testing.T) {
	o := newOffice(t, "")
	o.showHistory("mrr")
	o.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn)
	o.wants("withdrawn: ")
	if r := o.stands("mrr"); !r.Withdrawn {
		t.Errorf("October stands at %v", r.Number)
	}
	o.press(fyne.KeyReturn)
	o.wants("already replaced")
	o.press(fyne.KeyUp, fyne.KeyReturn)
	o.wants("already withdrawn")
	o.write("u")
	o.wantsValue("mrr", 41300)
}

// Who withdraws a value leaves a trace like who enters one.
func TestHistory_SaysWhereAValueWasWithdrawn(t *testing.T) {
	o := newOffice(t, "")
	o.showHistory("mrr")
	o.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn)
	o.wants("– withdrawn screen · today 14:32")
}

// Without a chosen tile nobody knows whose history would open.
func TestHistory_IsOfTheChosenTile(t *testing.T) {
	o := newOffice(t, "")
	o.write("h")
	o.wants("choose a tile first")
	if o.top() != nil {
		t.Fatalf("%T is open", o.top())
	}
	o.press(fyne.KeyDown, fyne.KeyDown)
	o.write("h")
	o.wants("Churn: everything recorded")
}
