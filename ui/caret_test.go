package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

// caretAt returns where the caret stands, as a share of the width of what is typed.
func (o *office) caretAt() float32 {
	o.t.Helper()
	typed, there := uitest.Part(o.layers.cover.Shown, "typed")
	caret, shown := uitest.Part(o.layers.cover.Shown, "caret")
	if !there || !shown {
		o.t.Fatalf("typed %v, a caret %v", there, shown)
	}
	return (caret.At.X - typed.At.X) / typed.Size.Width
}

func TestCaret_ArrowsMoveItOnceSomethingIsTyped(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.press(fyne.KeyLeft)
	o.wants("October")
	o.press(fyne.KeyRight)
	o.wants("November")
	o.write("4900")
	o.press(fyne.KeyLeft, fyne.KeyLeft, fyne.KeyLeft)
	if at := o.caretAt(); at < 0.2 || at > 0.4 {
		t.Errorf("the caret stands at %v of the number, want a quarter", at)
	}
	o.write("18")
	o.press(fyne.KeyDelete) // 418|00
	o.wants("November", "41800")
	o.press(fyne.KeyHome, fyne.KeyDelete, fyne.KeyLeft)
	if at := o.caretAt(); at > 0.05 {
		t.Errorf("the caret stands at %v of the number, want its beginning", at)
	}
	o.write("4")
	o.press(fyne.KeyEnd, fyne.KeyRight, fyne.KeyDelete)
	o.write("5")
	o.press(fyne.KeyBackspace, fyne.KeyReturn)
	o.wantsValue("mrr", 41800)
}

func TestCaret_IsInTheSentenceToo(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mood")
	o.write("3calm")
	o.press(fyne.KeyHome)
	o.write("not ")
	o.press(fyne.KeyReturn)
	if r := o.stands("mood"); r.Number != kpi.Bad || r.Note != "not calm" {
		t.Errorf("recorded %v, %q", r.Number, r.Note)
	}
}

// What was typed before gives way to another number, unless somebody goes into it.
func TestCaret_GoesIntoADraft(t *testing.T) {
	for _, row := range []struct {
		name string
		edit func(*office)
		want string
	}{
		{"another number", func(o *office) { o.write("7") }, "7"},
		{"an arrow first", func(o *office) { o.press(fyne.KeyLeft); o.write("7") }, "41874"},
		{"Delete", func(o *office) { o.press(fyne.KeyDelete); o.write("3") }, "3"},
	} {
		o := newOffice(t, "")
		o.enter("mrr")
		o.write("4184")
		o.press(fyne.KeyEscape)
		o.enter("mrr")
		o.wants("unsaved draft")
		row.edit(o)
		o.wantsNot("unsaved draft")
		if got, _ := uitest.Part(o.layers.cover.Shown, "typed"); got.Text != row.want {
			t.Errorf("%s: %q is typed, want %q", row.name, got.Text, row.want)
		}
	}
}

// A remote control has arrows, Enter and Escape.
func TestPeriod_ARemoteReachesAnEarlierOne(t *testing.T) {
	o := newOffice(t, "")
	o.enter("leads")
	o.press(fyne.KeyLeft, fyne.KeyUp, fyne.KeyReturn)
	r := o.stands("leads")
	if p, _ := o.cfg.Calendar.PeriodAt(kpi.Week, r.At); p.First.String() != "2026-11-09" {
		t.Errorf("%v is recorded at %s", r.Number, r.At)
	}
}

// Before anything is saved the form says what becomes of the value that stands.
func TestForm_SaysWhatEnterReplaces(t *testing.T) {
	for _, row := range []struct {
		id     string
		before func(*office)
		typed  string
		want   string
	}{
		{"mrr", func(o *office) {}, "41900", ""},
		{"mrr", func(o *office) { o.press(fyne.KeyLeft) }, "", ""},
		{"mrr", func(o *office) { o.press(fyne.KeyLeft) }, "41900", "October has 41,300 €: Enter replaces it"},
		{"mrr", func(o *office) { o.press(fyne.KeyLeft) }, "+5", "October has 41,300 €: Enter adds to it"},
		{"cash", func(o *office) { o.press(fyne.KeyLeft) }, "500", "October has 21,500: Enter adds to it"},
		{"cash", func(o *office) { o.record("cash", today, 700); o.enter("cash") }, "500", "November has 700: Enter replaces it"},
		{"cash", func(o *office) {
			o.record("cash", today.AddDays(-1), 300)
			o.record("cash", today, 700)
			o.enter("cash")
		}, "500", "November has 1,000: Enter replaces 700 of it"},
		{"wait", func(o *office) { o.record("wait", today.AddDays(-1), 30); o.enter("wait") }, "50", "November has 30.0: Enter adds one more value"},
	} {
		o := newOffice(t, "[kpi.wait]\nname = \"Waiting time\"\nevery = \"month\"\ncombine = \"mean\"\n")
		o.enter(row.id)
		row.before(o)
		o.write(row.typed)
		if got := strings.Join(uitest.Texts(o.layers.cover.Shown, "what is replaced"), " "); got != row.want {
			t.Errorf("%s %q: %q, want %q", row.id, row.typed, got, row.want)
		}
	}
}

// today is the day of the tests.
var today = kpi.Date{Year: 2026, Month: 11, Day: 20}
