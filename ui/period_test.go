package ui

import (
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
)

// turnTo sets the clock, and lets a second pass.
func (o *office) turnTo(year int, m time.Month, day, hour, minute int) {
	o.clock = time.Date(year, m, day, hour, minute, 0, 0, time.UTC)
	o.Tick()
	o.refresh()
}

func TestPeriod_ADraftOfFridayIsForFridayOnMonday(t *testing.T) {
	o := newOffice(t, "")
	o.enter("tickets")
	o.wants("Friday 20 November")
	o.wantsNot("typed on")
	o.write("7")
	o.press(fyne.KeyEscape)
	o.turnTo(2026, 11, 23, 9, 0)
	o.enter("tickets")
	o.wants("Friday 20 November", "typed on Fri 20 Nov for that day, which is over")
	o.press(fyne.KeyReturn)
	o.wantsValue("tickets", 7)
	r := o.stands("tickets")
	if p, _ := o.cfg.Calendar.PeriodAt(kpi.Day, r.At); p.First.String() != "2026-11-20" {
		t.Errorf("it is recorded at %s", r.At)
	}
}

func TestPeriod_MidnightDoesNotMoveWhatIsBeingTyped(t *testing.T) {
	o := newOffice(t, "")
	o.turnTo(2026, 11, 19, 23, 59)
	o.enter("tickets")
	o.write("7")
	o.wait(50 * time.Second)
	o.press(fyne.KeyTab, fyne.KeyLeft) // Wednesday
	o.wait(20 * time.Second)
	o.wants("Wednesday 18 November")
	o.press(fyne.KeyReturn)
	if r := o.stands("tickets"); r.At.String() != "2026-11-18" {
		t.Errorf("it is recorded at %s", r.At)
	}
}

func TestPeriod_AnEmptyFormFollowsTheClock(t *testing.T) {
	o := newOffice(t, "")
	o.turnTo(2026, 11, 19, 23, 59)
	o.enter("tickets")
	o.write("7")
	o.press(fyne.KeyBackspace)
	o.clock = o.clock.Add(50 * time.Second)
	o.press(fyne.KeyUp, fyne.KeyBackspace)
	o.wait(20 * time.Second)
	o.wants("Friday 20 November", "no value yet")
	o.write("7")
	o.press(fyne.KeyReturn)
	if r := o.stands("tickets"); r.At.String() != "2026-11-20" {
		t.Errorf("it is recorded at %s", r.At)
	}
}

func TestPeriod_AnHourStaysTheHourInWhichItWasTyped(t *testing.T) {
	o := newOffice(t, "[kpi.calls]\nname = \"Calls\"\nevery = \"hour\"\n")
	o.turnTo(2026, 11, 20, 14, 59)
	o.enter("calls")
	o.write("12")
	o.clock = o.clock.Add(50 * time.Second)
	o.press(fyne.KeyUp)
	o.wait(20 * time.Second)
	o.wants("typed on Fri 20 Nov at 14:59 for that hour")
	o.press(fyne.KeyReturn)
	if r := o.stands("calls"); r.At.String() != "2026-11-20T14:59:59Z" {
		t.Errorf("it is recorded at %s", r.At)
	}
}

// What is added to a sum after its period is over stands in that period.
func TestPeriod_AnAdditionOfLastMonthIsLastMonths(t *testing.T) {
	o := newOffice(t, "")
	o.enter("cash")
	o.write("+500")
	o.press(fyne.KeyEscape)
	o.turnTo(2026, 12, 1, 9, 0)
	o.enter("cash")
	o.press(fyne.KeyReturn)
	if r := o.stands("cash"); r.At.String() != "2026-11-30" || r.Number != 500 {
		t.Errorf("%v is recorded at %s", r.Number, r.At)
	}
}

// A correction that was typed and left is offered again, and takes nothing from
// the draft of the KPI itself.
func TestHistory_KeepsACorrectionThatWasNotSaved(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyEscape)
	for range 2 {
		o.showHistory("mrr")
		o.press(fyne.KeyReturn, fyne.KeyReturn)
		if !strings.Contains(o.text(), "41250") {
			o.write("41250")
		}
		o.wants("41250")
		o.press(fyne.KeyEscape, fyne.KeyEscape)
	}
	o.enter("mrr")
	o.wants("41,900")
}
