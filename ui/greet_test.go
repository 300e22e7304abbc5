package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/words"
	"kpiwall/ui/uitest"
)

const firstKeys = "Enter or e: enter values · ?: keys"

func TestWall_SaysItsKeysInTheFirstMinutes(t *testing.T) {
	o := newOffice(t, "")
	o.wantsNot(firstKeys) // a wall that goes on after something else
	o.Greet()
	o.wait(2 * time.Second)
	o.wants(firstKeys)
	o.wait(5 * time.Minute)
	o.wantsNot(firstKeys)
}

func TestWall_SaysItsKeysAsLongAsNothingIsRecorded(t *testing.T) {
	o := newOffice(t, "")
	for _, id := range []string{"mrr", "churn", "cash"} {
		o.without(id)
	}
	o.wait(time.Hour)
	o.wants(firstKeys)
	o.record("tickets", today, 7)
	o.refresh()
	o.wantsNot(firstKeys)
}

// What nobody may do is no hint.
func TestWall_SaysOnlyKeysThatDoSomething(t *testing.T) {
	o := newOffice(t, "[entry]\noff = true\n")
	o.Greet()
	o.wait(2 * time.Second)
	o.wants("?: keys")
	o.wantsNot("enter values")
}

// The key that closes the wall closes the help first.
func TestHelp_IsClosedByQ(t *testing.T) {
	for _, key := range []func(*office){
		func(o *office) { o.write("q") },
		func(o *office) { o.press(fyne.KeyEscape) },
		func(o *office) { o.press(fyne.KeyReturn) },
		func(o *office) { o.write("?") },
	} {
		o := newOffice(t, "")
		o.write("?")
		o.wants(words.English().Say("key.page", nil))
		key(o)
		if o.top() != nil {
			t.Errorf("%T is open", o.top())
		}
	}
}

func TestSearch_FindsWhatIsDueAndThenWhatBeginsSo(t *testing.T) {
	const more = "[kpi.solved]\nname = \"Solved at first contact\"\nevery = \"day\"\n" +
		"[kpi.reply]\nname = \"First reply\"\nevery = \"day\"\n"
	o := newOffice(t, more)
	for _, row := range []struct {
		filled string
		want   string
	}{
		{"", "First reply"},
		{"solved", "First reply"},
		{"reply", "First reply"}, // both are not due
	} {
		if row.filled != "" {
			o.record(row.filled, today, 7)
			o.refresh()
		}
		o.clear()
		o.press(fyne.KeyReturn)
		o.write("first")
		if got := o.atKPI(); got != row.want {
			t.Errorf("after %q was recorded: %q is found, want %q", row.filled, got, row.want)
		}
	}
	o = newOffice(t, more)
	o.record("reply", today, 7)
	o.refresh()
	o.press(fyne.KeyReturn)
	o.write("first")
	if got := o.atKPI(); got != "Solved at first contact" {
		t.Errorf("%q is found before what is due", got)
	}
}

// Where there is no board, nothing can be entered, and the wall does not ask for it.
func TestWall_OffersNoEntryWithoutABoard(t *testing.T) {
	o := newOffice(t, "")
	o.SetBoard(uitest.Board())
	o.Greet()
	o.Redraw()
	o.wantsNot("enter values")
	o.press(fyne.KeyReturn)
	o.wants("there is nothing yet to enter values for")
}
