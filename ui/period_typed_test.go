package ui

import (
	"testing"

	"fyne.io/fyne/v2"
)

func TestPeriod_IsReadAsPeopleSayIt(t *testing.T) {
	for _, row := range []struct{ id, typed, period, at string }{
		{"tickets", "yesterday", "Thursday 19 November", "2026-11-19"},
		{"tickets", "gestern", "Thursday 19 November", "2026-11-19"},
		{"tickets", "18.11.", "Wednesday 18 November", "2026-11-18"},
		{"mrr", "Oct", "October", "2026-10-31"},
		{"mrr", "2026-09", "September", "2026-09-30"},
	} {
		o := newOffice(t, "")
		o.enter(row.id)
		o.press(fyne.KeyTab)
		o.write(row.typed)
		o.wants(row.typed, "→ "+row.period, "goes to the period")
		o.press(fyne.KeyReturn)
		o.wants(row.period)
		o.wantsNot("→ " + row.period)
		o.write("41234")
		o.press(fyne.KeyReturn)
		if o.top() != nil {
			o.press(fyne.KeyReturn) // once more, where it is unusual
		}
		o.wantsRecorded(row.id, row.at, 41234)
	}
}

func TestPeriod_ThatCannotBeReadIsSaidWithTheFormThatIsWanted(t *testing.T) {
	o := newOffice(t, "")
	o.enter("tickets")
	o.press(fyne.KeyTab)
	o.write("KW 47")
	o.press(fyne.KeyReturn)
	o.wants(`"KW 47" is no day that can be read`, "24 Nov")
	o.press(fyne.KeyTab) // not past it
	o.wants("KW 47")
	for range len("KW 47") {
		o.press(fyne.KeyBackspace)
	}
	o.press(fyne.KeyTab)
	o.write("n")
	o.wants("note: n")
}

// A period that was typed and not taken yet counts once the next field is entered.
func TestPeriod_IsTakenByTabToo(t *testing.T) {
	o := newOffice(t, "")
	o.enter("tickets")
	o.press(fyne.KeyTab)
	o.write("18 Nov")
	o.press(fyne.KeyTab)
	o.wants("Wednesday 18 November")
}

// On a day that is none for the others, the day before is another one than that of now.
func TestPeriod_OfAKPIOfAllDaysIsFoundOnAClosedDayToo(t *testing.T) {
	for name, choose := range map[string]func(o *office){
		"by the arrow": func(o *office) { o.press(fyne.KeyLeft) },
		"by its name": func(o *office) {
			o.press(fyne.KeyTab)
			o.write("yesterday")
			o.press(fyne.KeyReturn)
		},
	} {
		t.Run(name, func(t *testing.T) {
			o := newOffice(t, "[kpi.visits]\nname = \"Visits\"\nevery = \"day\"\ndays = \"all\"\n")
			o.turnTo(2026, 11, 21, 10, 0) // a Saturday
			o.enter("visits")
			o.wants("Saturday 21 November")
			choose(o)
			o.wants("Friday 20 November")
			o.write("41")
			o.press(fyne.KeyReturn)
			o.wantsRecorded("visits", "2026-11-20", 41)
		})
	}
}

func (o *office) wantsRecorded(id, at string, number float64) {
	o.t.Helper()
	rows, err := o.store.History(o.t.Context(), id, 0)
	if err != nil {
		o.t.Fatal(err)
	}
	for _, r := range rows {
		if !r.Superseded && r.At.String() == at && r.Number == number {
			return
		}
	}
	o.t.Errorf("%s has no %v of %s: %+v", id, number, at, rows)
}
