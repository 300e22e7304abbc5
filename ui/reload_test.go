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
	o.wants("typed before and not saved", "419,000")
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
	if f := o.top().(*entry).form; f == nil || f.kpi.ID == "mrr" {
		t.Errorf("open: %+v", f)
	}
}

// Somebody enters a value elsewhere just before a digit is typed here.
func TestEntry_TheCursorStaysOnItsKPIWhenTheListChanges(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn, fyne.KeyDown)
	e := o.top().(*entry)
	want := e.chosen(o.Wall).KPI.ID
	first := e.listed(o.Wall)[0].KPI.ID
	o.record(first, kpi.DateOf(o.clock), 40)
	o.refresh()
	o.write("7")
	if got := e.form.kpi.ID; got != want {
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
	if o.marked != "" {
		t.Errorf("%q is chosen still", o.marked)
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
	if o.top() != nil || len(o.session.drafts) > 0 {
		t.Errorf("open: %T, drafts: %v", o.top(), o.session.drafts)
	}
}
