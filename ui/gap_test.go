package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// november is a day of the month of the tests.
func november(day int) kpi.Date { return kpi.Date{Year: 2026, Month: 11, Day: day} }

func TestRound_AsksForTheOldestMissingPeriodFirst(t *testing.T) {
	o := newOffice(t, "")
	o.record("tickets", november(16), 9)
	o.record("tickets", november(17), 8)
	o.refresh()
	o.press(fyne.KeyReturn)
	o.write("open")
	o.wants("8 Wed 18 Nov is missing")
	for i, day := range []string{"Wednesday 18 November · still missing", "Thursday 19 November · still missing", "Friday 20 November"} {
		if i == 0 {
			o.write("9") // digits in the list go there too
		}
		o.wants("Open tickets", day)
		if i > 0 {
			o.write("9")
		}
		o.press(fyne.KeyReturn)
		if i != 1 { // the board is not always as fast as who types
			o.refresh()
		}
	}
	o.wantsNot("Open tickets\n")
	for day, want := range map[int]float64{18: 9, 19: 9, 20: 9} {
		values, err := o.desk.Recorder.Period(t.Context(), o.cfg.KPI("tickets"), o.cfg.Calendar.Period(kpi.Day, o.clock.AddDate(0, 0, day-20)))
		if err != nil || len(values) != 1 || values[0].Number != want {
			t.Errorf("the %dth has %v, %v; want %v", day, values, err, want)
		}
	}
}

// Whoever types yesterday's sum in the morning does not know today's.
func TestRound_DoesNotAskForASumThatHasHardlyBegun(t *testing.T) {
	for clock, again := range map[int]bool{9: false, 18: true} {
		o := newOffice(t, "[kpi.takings]\nname = \"Takings\"\nevery = \"day\"\ncombine = \"sum\"\n")
		o.record("takings", november(17), 2000)
		o.record("takings", november(18), 2000)
		o.turnTo(2026, 11, 20, clock, 0)
		o.press(fyne.KeyReturn)
		o.write("tak")
		o.press(fyne.KeyReturn)
		o.wants("Thursday 19 November · still missing")
		o.write("2100")
		o.press(fyne.KeyReturn)
		if got := o.atKPI() == "Takings"; got != again {
			t.Errorf("at %d:00 today's takings are asked for: %v", clock, got)
		}
	}
}

// A KPI that was asked for by itself is asked for now.
func TestForm_OfOneKPIIsForNow(t *testing.T) {
	o := newOffice(t, "")
	o.record("tickets", november(16), 9)
	o.record("tickets", november(17), 8)
	o.refresh()
	o.enter("tickets")
	o.wants("Friday 20 November")
	o.wantsNot("still missing")
}

// The gap is offered, not forced: an arrow leads to today.
func TestRound_LeavesTheGapByAnArrow(t *testing.T) {
	o := newOffice(t, "")
	o.record("tickets", november(18), 9)
	o.record("tickets", november(17), 8)
	o.refresh()
	o.press(fyne.KeyReturn)
	o.write("open")
	o.press(fyne.KeyReturn)
	o.wants("Thursday 19 November · still missing")
	o.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	o.write("7") // judged, however old it is
	if got := uitest.Texts(o.over(), "status"); !slices.Equal(got, []string{"≤ 20"}) {
		t.Errorf("the preview of an old period says %q", got)
	}
	o.press(fyne.KeyBackspace, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight)
	o.wants("Friday 20 November")
	o.write("7")
	o.press(fyne.KeyReturn)
	if r := o.stands("tickets"); r.Number != 7 || r.At.String() != "2026-11-20" {
		t.Errorf("%v is recorded at %s", r.Number, r.At)
	}
}

// Typing a Friday's sum again in the week after is not to add to it.
func TestForm_ASumOfADayIsReplacedWhateverFollowsIt(t *testing.T) {
	o := newOffice(t, "[kpi.takings]\nname = \"Takings\"\nevery = \"day\"\ncombine = \"sum\"\n")
	o.record("takings", november(20), 2000) // Friday
	o.turnTo(2026, 11, 23, 10, 0)
	o.enter("takings")
	o.press(fyne.KeyLeft)
	o.write("2200")
	o.wants("Fri 20 Nov has 2,000: Enter replaces it")
	o.press(fyne.KeyReturn)
	values, err := o.desk.Recorder.Period(t.Context(), o.cfg.KPI("takings"), o.cfg.Calendar.Period(kpi.Day, o.clock.AddDate(0, 0, -3)))
	if err != nil || len(values) != 1 || values[0].Number != 2200 {
		t.Errorf("Friday has %v, %v; want 2200 alone", values, err)
	}
}
