package ui

import (
	"errors"
	"fmt"
	"io/fs"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/pin"
)

// newOwnOffice returns an office whose wall can make and edit a config; did says what
// it was asked for, and fails is what becomes of it.
func newOwnOffice(t *testing.T, more string) (o *office, did *string, fails *error) {
	o, did, fails = newOffice(t, more), new(string), new(error)
	work := func(what string) func(func(error)) {
		return func(done func(error)) { *did += what; done(*fails) }
	}
	o.Files = Files{Config: "/home/ada/config.toml", Begin: work("begin "), Edit: work("edit ")}
	return o, did, fails
}

func (o *office) showDemo() {
	demo := *o.board
	demo.Demo = true
	o.SetBoard(&demo)
}

func TestDemo_SaysWhatToDoNextForAsLongAsItIsThere(t *testing.T) {
	o, _, _ := newOwnOffice(t, "")
	o.showDemo()
	o.wait(time.Hour)
	o.wants("o: your own board")
	o.refresh() // the real board
	o.wantsNot("your own")
}

func TestDemo_GivesWayToABoardOfOnesOwnAfterAQuestion(t *testing.T) {
	o, did, _ := newOwnOffice(t, "")
	o.showDemo()
	o.write("c") // there is nothing to edit
	o.write("o")
	o.wants("Make this board your own?", "/home/ada/config.toml")
	o.press(fyne.KeyEscape)
	if *did != "" || o.top() != nil {
		t.Errorf("after Esc it did %q", *did)
	}
	o.write("o")
	o.press(fyne.KeyReturn)
	if *did != "begin " || o.top() != nil {
		t.Errorf("it did %q", *did)
	}
	o.wants("Your board begins here", "/home/ada/config.toml")
	o.refresh()
	*did = ""
	o.write("o") // somebody's board is not replaced
	if *did != "" || o.top() != nil {
		t.Errorf("on a board of one's own it did %q", *did)
	}
}

func TestDemo_SaysWhyThereIsNoBoardOfOnesOwn(t *testing.T) {
	for want, err := range map[string]error{
		"There is a config already: /home/ada/config.toml": fmt.Errorf("make: %w", fs.ErrExist),
		"Your board could not be made: disk is full":       errors.New("disk is full"),
	} {
		o, _, fails := newOwnOffice(t, "")
		o.showDemo()
		*fails = err
		o.write("o")
		o.press(fyne.KeyReturn)
		o.wants(want)
	}
}

func TestHelp_NamesTheKeyThatMakesOrEditsTheBoard(t *testing.T) {
	const begin, edit = "make this board your own", "open the config in an editor"
	o, _, _ := newOwnOffice(t, "")
	o.write("?")
	o.wants(edit)
	o.wantsNot(begin)
	o.press(fyne.KeyEscape)
	o.showDemo()
	o.write("?")
	o.wants(begin)
	o.wantsNot("open the config")
}

func TestConfig_OpensInAnEditor(t *testing.T) {
	o, did, fails := newOwnOffice(t, "")
	o.write("c")
	o.wants("The config was opened in an editor: /home/ada/config.toml")
	*fails = errors.New("no xdg-open")
	o.write("c")
	o.wants("No editor opens here; the config is /home/ada/config.toml")
	if *did != "edit edit " {
		t.Errorf("it did %q", *did)
	}
}

func TestConfig_OpensAlsoBeforeThereIsAKPI(t *testing.T) {
	o, did, _ := newOwnOffice(t, "")
	empty := *o.cfg
	empty.KPIs, empty.Pages = nil, nil
	o.cfg = &empty
	o.refresh()
	o.write("c")
	if *did != "edit " {
		t.Errorf("it did %q", *did)
	}
}

func TestConfig_IsOpenedOnlyByWhoMayChangeThings(t *testing.T) {
	hash, err := pin.Hash("2468")
	if err != nil {
		t.Fatal(err)
	}
	o, did, _ := newOwnOffice(t, "[entry]\npin_hash = \""+hash+"\"\n")
	o.write("c")
	if *did != "" {
		t.Error("it was opened without the PIN")
	}
	o.write("2468")
	o.press(fyne.KeyReturn)
	if *did != "edit " {
		t.Error("it was not opened with the PIN")
	}
	o, did, _ = newOwnOffice(t, "[entry]\noff = true\n")
	o.write("c")
	if *did != "" {
		t.Error("it was opened on a wall that is read-only")
	}
	o.wants("values are not entered at this screen")
}
