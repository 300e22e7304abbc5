package ui

import (
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// costs is the office with a KPI that is computed from a measure and another KPI.
const costs = `
[page.two]
title = "Two"
tiles = ["each"]
[kpi.each]
name = "Spend per lead"
every = "month"
formula = "spend / cash"
prefix = "$"
[measure.spend]
name = "Marketing spend"
every = "month"
prefix = "$"
`

func TestMeasure_IsEnteredInTheRoundAndShownOnNoTile(t *testing.T) {
	o := newOffice(t, costs)
	o.record("cash", kpi.Date{Year: 2026, Month: 10, Day: 20}, 4)
	o.press(fyne.KeyReturn)
	o.write("marketing")
	o.wants("Marketing spend")
	o.press(fyne.KeyReturn)
	o.write("12")
	o.wants("no value yet", "12")
	o.press(fyne.KeyReturn)
	o.wantsValue("spend", 12)
	if r := o.board.Readings["each"]; r.Status != kpi.Waiting {
		t.Errorf("it shows %v %v, though November has no cash", r.Status, r.Number)
	}
	o.record("cash", kpi.Date{Year: 2026, Month: 11, Day: 1}, 4)
	o.turnTo(2026, 12, 1, 9, 0)
	o.refresh()
	if r := o.board.Readings["each"]; !r.Has || r.Number != 3 {
		t.Errorf("it shows %v %v, want 12 / 4", r.Status, r.Number)
	}
}

func TestMeasure_WhatIsComputedIsNotEntered(t *testing.T) {
	o := newOffice(t, costs)
	o.press(fyne.KeyReturn)
	o.write("spend")
	o.wantsNot("Spend per lead")
	o.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyEscape)
	o.detail("each")
	for _, key := range []string{"e", "h"} {
		o.write(key)
		if o.title() != "Spend per lead" {
			t.Errorf("%s leads to %q", key, o.title())
		}
	}
	o.wants("computed from Marketing spend, Cash flow")
}
