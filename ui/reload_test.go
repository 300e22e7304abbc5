package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

const noMRR = `The config has no KPI "mrr" any more.`

func TestReload_TheFormOfAKPIThatIsGoneKeepsWhatWasTyped(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("419000")
	o.press(fyne.KeyReturn) // asks whether it is right
	o.without("mrr")
	o.wants(noMRR, "419000")
	o.press(fyne.KeyUp, fyne.KeyTab, fyne.KeyLeft, fyne.KeyReturn, fyne.KeyBackspace)
	o.write("hu1")
	o.wants(noMRR, "419000")
	if o.desk.puts > 0 {
		t.Error("it was given to the store")
	}
	o.press(fyne.KeyEscape)
	if o.top() != nil {
		t.Errorf("Escape leads to %T", o.top())
	}
	o.edit(`tiles = [`, `tiles = ["mrr", `, "[kpi.churn]", "[kpi.mrr]\nname = \"Recurring revenue\"\nevery = \"month\"\n[kpi.churn]")
	o.enter("mrr")
	o.wants("unsaved draft", "419,000")
}

func TestReload_AFormGoesOnWhenItsKPIComesBack(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	before := o.source
	o.without("mrr")
	o.edit(o.source, before)
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 41900)
}

func TestReload_TheHistoryOfAKPIThatIsGoneSaysSo(t *testing.T) {
	o := newOffice(t, "")
	o.showHistory("mrr")
	o.press(fyne.KeyReturn)
	o.wants("[correct]")
	o.without("mrr")
	o.wants(noMRR)
	o.press(fyne.KeyRight, fyne.KeyReturn, fyne.KeyDown, fyne.KeyDelete, fyne.KeyReturn)
	o.write("xcu")
	o.wantsValue("mrr", 41300)
	o.press(fyne.KeyEscape)
	if o.top() != nil {
		t.Errorf("Escape leads to %T", o.top())
	}
}

func TestReload_TheListGoesOnWithTheKPIsThereAre(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyDown)
	for _, id := range []string{"mrr", "churn", "leads"} {
		o.without(id)
	}
	o.press(fyne.KeyReturn)
	o.wants("Enter saves", o.cfg.KPI("tickets").Name)
}

// Somebody enters a value elsewhere just before a digit is typed here.
func TestEntry_TheCursorStaysOnItsKPIWhenTheListChanges(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn, fyne.KeyDown)
	want := o.atKPI()
	o.record(o.board.Due()[0].KPI.ID, kpi.DateOf(o.clock), 40)
	o.refresh()
	o.write("7")
	o.wants("Enter saves")
	if got := o.atKPI(); got != want {
		t.Errorf("the digit goes to %s, the cursor was on %s", got, want)
	}
}

func TestReload_AFormGoesOnWithTheNewDefinition(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("4.5")
	o.edit(`suffix = " €"`, `format = "percent"`)
	o.wants("4.5", "is what you typed still right?")
	o.write("%")
	o.press(fyne.KeyReturn, fyne.KeyReturn)
	o.wantsValue("mrr", 4.5)
}

func TestReload_AFormSaysThatTheRhythmIsAnother(t *testing.T) {
	o := newOffice(t, "")
	o.enter("leads")
	o.write("44")
	o.edit("every = \"week\"", "every = \"day\"")
	o.wants("Friday 20 November", "a value for each day now")
	o.press(fyne.KeyReturn)
	o.wantsValue("leads", 44)
}

func TestReload_AMarkOnATileThatIsGoneEnds(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyDown)
	o.without("mrr")
	if o.selection.kpi != "" {
		t.Errorf("%q is chosen still", o.selection.kpi)
	}
}

// Rows and drafts of the demo are no business of the store that takes its place.
func TestReload_WhatWasTypedIntoTheDemoEndsWithIt(t *testing.T) {
	o := newOffice(t, "")
	demo := *o.board
	demo.Demo = true
	o.SetBoard(&demo)
	o.enter("mrr")
	o.write("41900")
	o.refresh()
	if loss := o.entry.Loss(); o.top() != nil || loss != "" {
		t.Errorf("open: %T, %s", o.top(), loss)
	}
}
