package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

func TestEntry_AsksOnceMoreForAZeroTooMany(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("419000")
	o.press(fyne.KeyReturn)
	o.wants("419,000 € is unusual for this KPI (usually 41,000 € to 41,600 €)", "again to save")
	o.wantsValue("mrr", 41300)
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 419000)
}

// A tenth is as likely a slip as ten times as much, also of a sum that is over.
func TestEntry_AsksOnceMoreForADigitTooFew(t *testing.T) {
	o := newOffice(t, "")
	o.enter("cash")
	for range 11 { // a month that has nothing yet
		o.press(fyne.KeyLeft)
	}
	o.write("2050")
	o.press(fyne.KeyReturn)
	o.wants("is unusual for this KPI", "press Enter again")
	o.wantsValue("cash", 21500)
	o.enter("cash") // of this month 2,050 is a beginning
	o.write("2050")
	o.press(fyne.KeyReturn)
	o.wantsValue("cash", 2050)
}

func TestEntry_SaysWhatANumberAloneMeansForADuration(t *testing.T) {
	o := newOffice(t, "[kpi.reply]\nname = \"First reply\"\nevery = \"day\"\nformat = \"duration\"\n")
	o.enter("reply")
	o.write("45")
	o.wants("45 → 0:45; 45:00 for minutes")
	o.press(fyne.KeyReturn)
	o.wantsValue("reply", 45) // nothing says that it was meant otherwise
	o.record("reply", kpi.Date{Year: 2026, Month: 11, Day: 20}, 690)
	o.record("reply", kpi.Date{Year: 2026, Month: 11, Day: 19}, 720)
	o.refresh()
	o.clock = o.clock.AddDate(0, 0, 3)
	o.enter("reply")
	o.write("11")
	o.press(fyne.KeyReturn)
	o.wants("0:11 is unusual for this KPI: type 11:00 for minutes")
	o.wantsValue("reply", 690)
	o.write(":00")
	o.wantsNot("for minutes")
	o.press(fyne.KeyReturn)
	o.wantsValue("reply", 660)
}

func TestEntry_AsksForANoteWhereTheKPIWantsOne(t *testing.T) {
	o := newOffice(t, "")
	o.enter("churn")
	o.write("2.8")
	o.press(fyne.KeyEnter)
	o.wants("above the target: say why")
	o.write("price change, é too")
	o.press(fyne.KeyEnter)
	if r := o.stands("churn"); r.Number != 2.8 || r.Note != "price change, é too" {
		t.Errorf("recorded %v with note %q", r.Number, r.Note)
	}
}

// Who does not know why is not kept from saving what is so.
func TestEntry_SavesWithoutANoteAtTheSecondEnter(t *testing.T) {
	o := newOffice(t, "")
	o.enter("churn")
	o.write("2.8")
	o.press(fyne.KeyEnter)
	o.wants("Enter again saves it without")
	o.wantsValue("churn", 2.1)
	o.press(fyne.KeyEnter)
	o.wantsValue("churn", 2.8)

	o.enter("churn")
	o.write("34") // what is unusual and off target is one question
	o.press(fyne.KeyEnter)
	o.wants("is unusual for this KPI (usually", "): say why")
	o.press(fyne.KeyTab)
	o.write("5") // another number, and so asked anew
	o.press(fyne.KeyEnter)
	o.wants("345.0%", "is unusual for this KPI (usually", "): say why")
	o.wantsValue("churn", 2.8)
	o.press(fyne.KeyEnter)
	o.wantsValue("churn", 345)
}

func TestEntry_AsksForNoNoteWhileASumStillRuns(t *testing.T) {
	const more = "[kpi.calls]\nname = \"Calls\"\nevery = \"week\"\ncombine = \"sum\"\nrunning = \"whole\"\ntarget = { min = 40 }\nnote_when_off = true\n"
	o := newOffice(t, more)
	o.enter("calls")
	o.write("3")
	o.press(fyne.KeyEnter)
	o.wantsValue("calls", 3)
	o.enter("calls")
	o.press(fyne.KeyLeft)
	o.write("4")
	o.press(fyne.KeyEnter)
	o.wants("Enter again saves it without")
}

func TestEntry_JudgedKPITakesAVerdictAndASentence(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mood")
	o.press(fyne.KeyReturn)
	o.wants("choose a verdict")
	o.write("2")
	o.write("half of the calls were about the price")
	o.press(fyne.KeyReturn)
	if r := o.stands("mood"); r.Number != kpi.Watch || r.Note != "half of the calls were about the price" {
		t.Errorf("recorded %v, %q", r.Number, r.Note)
	}
	o.refresh()
	o.press(fyne.KeyEscape, fyne.KeyEscape)
	o.wants("half of the calls", "watch · 20 Nov")
}

// Whoever types the sentence first must not choose a verdict by its letters.
func TestEntry_LettersOfASentenceChooseNoVerdict(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mood")
	o.write("worse, but getting better")
	o.wants("note: worse, but getting better")
	o.press(fyne.KeyReturn)
	o.wants("choose a verdict")
	o.write("3") // goes where it was asked for, not into the sentence
	if n := uitest.Texts(o.over(), "sentence"); strings.TrimSpace(strings.Join(n, " ")) != "worse, but getting better" {
		t.Errorf("the preview says %q", n)
	}
	o.press(fyne.KeyUp, fyne.KeyReturn)
	if r := o.stands("mood"); r.Number != kpi.Watch || r.Note != "worse, but getting better" {
		t.Errorf("recorded %v, %q", r.Number, r.Note)
	}
}

func TestEntry_ALongSearchLeavesRoomForWhatIsDue(t *testing.T) {
	o := newOffice(t, "")
	o.press(fyne.KeyReturn)
	o.write("a name that is much longer than the list is wide, and has no end at all, not even here")
	title, _ := uitest.Part(o.layers.cover.Shown, "title")
	due, there := uitest.Part(o.layers.cover.Shown, "of the title")
	if !there || uitest.Overlap(title, due) {
		t.Errorf("%q is written over %q", title.Text, due.Text)
	}
}

// What is added to a sum shows no total, and no verdict, before the sum is read.
func TestEntry_AnAdditionIsNotJudgedBeforeItsSumIsRead(t *testing.T) {
	o := newOffice(t, "")
	o.desk.lag = true
	o.enter("cash")
	o.write("+300")
	if n := uitest.Texts(o.over(), "status"); len(n) > 0 {
		t.Errorf("the preview says %q", n)
	}
	o.desk.answers()
	o.Redraw()
	if n := uitest.Texts(o.over(), "status"); len(n) == 0 {
		t.Error("the preview says nothing when the sum is read")
	}
}
