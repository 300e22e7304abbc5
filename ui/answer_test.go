package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/store"
)

// Who types a round from a sheet is faster than a disk: what is typed while a value
// is on its way is the next KPI's, and never joins the digits of the one before.
func TestUnsaved_WhatIsTypedMeanwhileIsTheNextValue(t *testing.T) {
	o := newOffice(t, "")
	o.desk.slow = true
	o.press(fyne.KeyReturn) // the round; the longest due comes first
	first := o.board.Due()[0].KPI.ID
	o.write("11")
	o.press(fyne.KeyReturn)
	o.write("22")
	o.press(fyne.KeyReturn)
	o.wants("saving")
	o.wantsNot("1122")
	o.desk.answers()
	o.desk.answers()
	o.wantsValue(first, 11)
	next := 0
	for _, id := range []string{"mrr", "churn", "leads", "tickets", "cash"} {
		if r := o.stands(id); r.Number == 22 {
			next++
		}
	}
	if next != 1 {
		t.Errorf("22 stands %d times", next)
	}
}

func TestUnsaved_KeysAfterAValueThatIsNotSavedGoNowhere(t *testing.T) {
	o := newOffice(t, "")
	o.desk.slow = true
	o.desk.broken = &store.Error{Op: "record", Kind: store.Locked}
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.write("77")
	o.desk.answers()
	o.wants("not saved", "41900")
	o.wantsNot("4190077")
}

func TestUnsaved_ALateAnswerClosesNothingElse(t *testing.T) {
	o := newOffice(t, "")
	o.desk.slow = true
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.showHistory("churn")
	o.desk.answers()
	o.wants("Churn: everything recorded")
	if open := o.stack.All(); len(open) != 1 {
		t.Errorf("%d overlays are open", len(open))
	}
}

// The answer of the store may come after the config has given the KPI another meaning
// and somebody has left the form.
func TestUnsaved_AnAnswerThatComesLateIsTaken(t *testing.T) {
	o := newOffice(t, "")
	o.desk.slow = true
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.edit(`suffix = " €"`, `format = "duration"`)
	o.press(fyne.KeyEscape)
	o.desk.answers()
	o.wantsValue("mrr", 41900)
	o.wantsBanner("")
	o.wants("saved: Recurring revenue")
}

func TestQuit_SaysThatAValueWouldBeLost(t *testing.T) {
	o := newOffice(t, "")
	o.write("q")
	o.wantsNot("lost")
	o.press(fyne.KeyEscape)
	o.desk.broken = errLocked
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.write("q")
	o.wants("1 value is not saved and would be lost.")
	o.write("n")
	o.enter("tickets")
	o.write("7")
	o.press(fyne.KeyEscape)
	o.write("q")
	o.wants("2 values are not saved and would be lost.")
}
