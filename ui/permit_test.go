package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/pin"
)

// forbidding are edits after which nobody enters values at this wall.
var forbidding = map[string]string{
	"[entry]\noff = true\n":      "values are not entered at this screen",
	"[store]\nrole = \"copy\"\n": "this wall shows a copy",
}

func (o *office) add(more string) { o.t.Helper(); o.edit(o.source, o.source+more) }

func TestPermit_IsAskedAgainBeforeAnOpenFormIsSaved(t *testing.T) {
	for more, why := range forbidding {
		o := newOffice(t, "")
		o.enter("mrr")
		o.write("41900")
		before := o.source
		o.add(more)
		o.press(fyne.KeyReturn)
		o.wants("not saved, and kept as a draft: "+why, "41,900")
		if o.desk.puts > 0 {
			t.Errorf("after %q it was given to the store", more)
		}
		o.press(fyne.KeyEscape)
		o.edit(o.source, before)
		o.enter("mrr")
		o.press(fyne.KeyReturn)
		o.wantsValue("mrr", 41900)
	}
}

func TestPermit_IsAskedAgainBeforeAWithdrawalAndACorrection(t *testing.T) {
	for more, why := range forbidding {
		for _, choose := range [][]fyne.KeyName{{fyne.KeyRight, fyne.KeyReturn}, {fyne.KeyReturn}} {
			o := newOffice(t, "")
			o.showHistory("mrr")
			o.press(fyne.KeyReturn)
			o.add(more)
			o.press(choose...)
			o.wants(why)
			o.wantsValue("mrr", 41300)
		}
	}
}

func TestPermit_IsAskedAgainBeforeAnUndoInTheRound(t *testing.T) {
	for more, why := range forbidding {
		o := newOffice(t, "")
		o.press(fyne.KeyReturn)
		o.write("rec")
		o.write("41900")
		o.press(fyne.KeyReturn, fyne.KeyEscape)
		o.add(more)
		o.write("u")
		o.wants("not undone: " + why)
		o.wantsValue("mrr", 41900)
	}
}

func TestPermit_APINSetMeanwhileIsAskedForBeforeItIsSaved(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.add("[entry]\npin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n")
	o.press(fyne.KeyReturn)
	o.wants("PIN")
	o.press(fyne.KeyEscape)
	o.wants("41,900")
	o.press(fyne.KeyReturn)
	o.write("2468")
	o.wantsValue("mrr", 41300)
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 41900)
}

func TestPermit_AChangedPINLocksTheSessionThatKnewTheOldOne(t *testing.T) {
	changed, err := pin.Hash("1357")
	if err != nil {
		t.Fatal(err)
	}
	o := lockedOffice(t)
	o.press(fyne.KeyReturn)
	o.write("2468")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
	o.write("rec")
	o.write("41900")
	o.edit(pinOf2468+hashOf2468, changed)
	o.press(fyne.KeyReturn)
	o.wants("PIN")
	o.write("2468")
	o.press(fyne.KeyReturn)
	o.wants("wrong PIN")
	o.wantsValue("mrr", 41300)
	o.wait(3 * time.Second)
	o.write("1357")
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 41900)
}

func TestPermit_APINThatIsWantedNoMoreIsAskedForNoMore(t *testing.T) {
	o := lockedOffice(t)
	o.press(fyne.KeyReturn)
	o.wants("PIN")
	o.edit(`pin_hash = "`+pinOf2468+hashOf2468+`"`, "")
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
}

func TestPermit_ANameWantedMeanwhileIsAskedForBeforeItIsSaved(t *testing.T) {
	o := newOffice(t, "")
	o.enter("mrr")
	o.write("41900")
	o.add("[entry]\nask_name = true\n")
	o.press(fyne.KeyReturn)
	o.wants("Your name")
	o.write("Ada")
	o.press(fyne.KeyReturn)
	if r := o.stands("mrr"); r.Number != 41900 || r.EnteredBy != "Ada" {
		t.Errorf("%v is entered by %q", r.Number, r.EnteredBy)
	}
}

// A value that waits was entered by the rules of then: that the session has ended
// is no reason not to save it, other rules are.
func TestPermit_OfAValueThatWaitsOutlivesTheSessionButNotTheRules(t *testing.T) {
	for _, c := range []struct {
		name, more string
		saved      bool
	}{
		{"nothing", "", true},
		{"another PIN", "[entry]\npin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n", false},
		{"a name", "[entry]\nask_name = true\n", false},
		{"entry off", "[entry]\noff = true\n", false},
		{"a copy", "[store]\nrole = \"copy\"\n", false},
	} {
		o := unsaved(t, errLocked)
		o.wait(2 * time.Minute)
		if c.more != "" {
			o.add(c.more)
		}
		o.desk.broken = nil
		o.wait(5 * time.Second)
		if saved := o.stands("mrr").Number == 41900; saved != c.saved {
			t.Errorf("%s: saved: %v", c.name, saved)
		}
		if !c.saved {
			o.wantsBanner("not saved: Recurring revenue 41,900 €")
		}
	}
}

func TestPermit_AValueThatWaitsKeepsWhoEnteredIt(t *testing.T) {
	o := newOffice(t, "[entry]\nask_name = true\npin_hash = \""+pinOf2468+hashOf2468+"\"\n")
	o.desk.broken = errLocked
	o.enter("mrr")
	o.write("2468")
	o.press(fyne.KeyReturn)
	o.write("Ada")
	o.press(fyne.KeyReturn)
	o.write("41900")
	o.press(fyne.KeyReturn)
	o.wait(2 * time.Minute)
	o.desk.broken = nil
	o.wait(4 * time.Second)
	if r := o.stands("mrr"); r.Number != 41900 || r.EnteredBy != "Ada" {
		t.Errorf("%v is entered by %q", r.Number, r.EnteredBy)
	}
}
