package ui

import (
	"errors"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/store"
)

// unsaved is an office whose store takes nothing, with a value entered all the same.
func unsaved(t *testing.T, broken error) *office {
	o := newOffice(t, "")
	o.desk.broken = broken
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn)
	return o
}

func failing(k store.Kind) error {
	return &store.Error{Op: "record", Kind: k, Path: "/srv/kpi.db", Err: errors.New("cause")}
}

const notYet = "not saved yet: Recurring revenue 41,900 € for November · store is locked by another program"

// banner returns what the banner over the footer says.
func (s *screen) banner() string {
	var lines []string
	for _, e := range s.layers.footer.Shown {
		if e.Part.Kind == "trouble" {
			lines = append(lines, e.Text)
		}
	}
	return strings.Join(lines, " ")
}

func (s *screen) wantsBanner(text string) {
	s.t.Helper()
	if got := s.banner(); !strings.Contains(got, text) || text == "" && got != "" {
		s.t.Errorf("the banner says %q, want %q", got, text)
	}
}

func TestUnsaved_IsTriedAlsoAfterTheFormHasGone(t *testing.T) {
	o := unsaved(t, errLocked)
	o.wait(2 * time.Minute)
	if o.top() != nil {
		t.Fatalf("%T still covers the wall", o.top())
	}
	o.wantsBanner(notYet)
	tries := o.desk.puts
	if tries < 30 {
		t.Errorf("it was tried %d times in two minutes", tries)
	}
	o.desk.broken = nil
	o.wait(4 * time.Second)
	o.wantsValue("mrr", 41900)
	o.wantsBanner("")
	o.wants("14:34 saved: Recurring revenue 41,900 €")
	o.wait(time.Minute)
	o.wants("14:34 saved: Recurring revenue 41,900 €") // for whoever comes back
	if o.desk.puts != tries+1 {
		t.Errorf("it was saved and tried again")
	}
	o.write("u")
	o.wants("undone")
}

func TestUnsaved_IsTriedAlsoAfterEscapeAndWhilePagesTurnAndAtNight(t *testing.T) {
	o := newOffice(t, "[page.two]\ntitle = \"Two\"\nstay = \"5s\"\ntiles = [\"mrr\"]\n[sleep]\nawake = \"08:00-14:40\"\nscreen = \"black\"\n")
	o.desk.broken = errLocked
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.wantsBanner(notYet)
	o.write("2")
	o.wait(6 * time.Second)
	o.wants("One")
	o.wantsBanner(notYet)
	o.wait(15 * time.Minute)
	if !o.sleep.asleep {
		t.Fatal("the wall does not sleep")
	}
	o.desk.broken = nil
	o.wait(4 * time.Second)
	o.wantsValue("mrr", 41900)
}

func TestUnsaved_IsThereForWhoComesBack(t *testing.T) {
	o := unsaved(t, errLocked)
	o.wait(2 * time.Minute)
	o.press(fyne.KeyReturn)
	o.wants("waits to be saved: 41900")
	o.press(fyne.KeyEscape)
	o.enter("mrr")
	o.wants("41,900", "trying again")
	o.desk.broken = nil
	o.press(fyne.KeyReturn) // at once
	o.wantsValue("mrr", 41900)
	if o.top() != nil {
		t.Errorf("%T is open", o.top())
	}
}

func TestUnsaved_AnotherNumberTakesItsPlace(t *testing.T) {
	o := unsaved(t, errLocked)
	o.press(fyne.KeyBackspace)
	o.write("1")
	o.desk.broken = nil
	o.wait(10 * time.Second)
	o.wantsValue("mrr", 41300)
	o.wantsBanner("")
	o.press(fyne.KeyReturn)
	o.wantsValue("mrr", 41901)
}

func TestUnsaved_ValuesAreSavedInTheOrderInWhichTheyWereEntered(t *testing.T) {
	o := unsaved(t, errLocked)
	o.press(fyne.KeyEscape, fyne.KeyReturn)
	o.write("rec")
	o.write("41950")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.write("open")
	o.write("7")
	o.press(fyne.KeyReturn, fyne.KeyEscape, fyne.KeyEscape)
	o.wantsBanner("(and 2 more)")
	o.desk.broken = nil
	o.wait(4 * time.Second)
	o.wantsValue("mrr", 41950)
	o.wantsValue("tickets", 7)
	rows, err := o.store.History(t.Context(), "mrr", 3)
	if err != nil || len(rows) < 2 || rows[1].Number != 41900 {
		t.Errorf("the history is %v (%v)", rows, err)
	}
}

func TestUnsaved_UTakesItBackBeforeAnythingThatIsSaved(t *testing.T) {
	o := newOffice(t, "")
	o.enter("tickets")
	o.write("7")
	o.press(fyne.KeyReturn)
	o.desk.broken = errLocked
	o.enter("mrr")
	o.write("41900")
	o.press(fyne.KeyReturn, fyne.KeyEscape)
	o.write("u")
	o.wants("not saved, and kept as a draft: Recurring revenue 41,900 €")
	o.desk.broken = nil
	o.wait(10 * time.Second)
	o.wantsValue("mrr", 41300)
	o.wantsValue("tickets", 7)
	o.enter("mrr")
	o.wants("41,900")
}

func TestUnsaved_OnlyWhatPassesByItselfIsTriedAgain(t *testing.T) {
	for kind, remedy := range map[store.Kind]string{
		store.Newer: "update kpiwall", store.Foreign: "name another path", store.Copied: "it is copied from",
		store.Permission: "allow this user", store.Replaced: "record the value again",
	} {
		o := unsaved(t, failing(kind))
		o.wantsNot("trying again")
		if text := strings.ReplaceAll(o.text(), "\n", " "); !strings.Contains(text, remedy) {
			t.Errorf("kind %d: nobody says %q:\n%s", kind, remedy, o.text())
		}
		o.wait(2 * time.Minute)
		if o.desk.puts != 1 {
			t.Errorf("kind %d: it was tried %d times", kind, o.desk.puts)
		}
		o.wantsBanner("not saved: Recurring revenue 41,900 €")
		o.desk.broken = nil
		o.enter("mrr")
		o.press(fyne.KeyReturn)
		o.wantsValue("mrr", 41900)
		o.wantsBanner("")
	}
	for _, kind := range []store.Kind{store.Locked, store.Full, store.Missing} {
		o := unsaved(t, failing(kind))
		o.wait(10 * time.Second)
		if o.desk.puts < 3 {
			t.Errorf("kind %d: it was tried %d times", kind, o.desk.puts)
		}
	}
}

func TestUnsaved_EscapeFromWhatCannotBeSavedLeavesADraftAlone(t *testing.T) {
	o := unsaved(t, failing(store.Newer))
	o.press(fyne.KeyEscape)
	o.wantsBanner("")
	o.press(fyne.KeyReturn)
	o.wants("not saved: 41900")
}

func TestUnsaved_AConfigThatLeavesTheKPIOutEndsIt(t *testing.T) {
	o := unsaved(t, errLocked)
	o.wait(2 * time.Minute)
	o.without("mrr")
	o.desk.broken = nil
	tries := o.desk.puts
	o.wait(10 * time.Second)
	if o.desk.puts != tries {
		t.Error("it was given to the store")
	}
	o.wantsBanner(noMRR)
	o.write("u")
	o.wantsBanner("")
}

func TestUnsaved_AConfigThatGivesTheNumberAnotherMeaningAsks(t *testing.T) {
	o := unsaved(t, errLocked)
	o.wait(2 * time.Minute)
	o.edit(`suffix = " €"`, `format = "duration"`)
	o.desk.broken = nil
	o.wait(10 * time.Second)
	o.wantsValue("mrr", 41300)
	o.wantsBanner("Recurring revenue 41,900 € for November · the config has changed this KPI")
}

func TestUnsaved_AClockThatIsSetBackPutsNoTryOff(t *testing.T) {
	o := unsaved(t, errLocked)
	o.desk.broken = nil
	o.clock = o.clock.Add(-24 * time.Hour)
	o.wait(2 * time.Second)
	o.wantsValue("mrr", 41900)
}

func TestUnsaved_ItsPeriodIsThatOfTheEntry(t *testing.T) {
	o := unsaved(t, errLocked)
	o.turnTo(2026, 12, 1, 9, 0)
	o.wantsBanner("41,900 € for November")
	o.desk.broken = nil
	o.wait(10 * time.Second)
	if r := o.stands("mrr"); r.Number != 41900 || r.At.String() != "2026-11-30" {
		t.Errorf("%v stands at %s", r.Number, r.At)
	}
}
