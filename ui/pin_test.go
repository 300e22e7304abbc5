package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/overlay"
)

const pinOf2468 = "pbkdf2-sha256$1000$dj7tVUAXmiG20EkuBy0q4w$"

func TestLock_AsksForThePINAndForgetsItAfterAMinute(t *testing.T) {
	o := lockedOffice(t)
	o.press(fyne.KeyReturn)
	o.wants("PIN")
	o.write("2468")
	o.wantsNot("2468")
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
	o.press(fyne.KeyEscape)
	o.wait(30 * time.Second)
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
	o.press(fyne.KeyEscape)
	o.wait(61 * time.Second)
	o.press(fyne.KeyReturn)
	o.wants("PIN")
}

func TestLock_SlowsDownWrongTries(t *testing.T) {
	o := lockedOffice(t)
	o.press(fyne.KeyReturn)
	o.write("1111")
	o.press(fyne.KeyReturn)
	o.wants("wrong PIN")
	o.write("2468")
	o.press(fyne.KeyReturn)
	o.wants("wait 2s")
	o.press(fyne.KeyEscape, fyne.KeyReturn) // asking anew does not help
	o.write("2468")
	o.press(fyne.KeyReturn)
	o.wants("wait 2s")
	o.wait(3 * time.Second)
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
}

// A lock that was opened anew must not check another PIN beside the one that is
// being checked, nor do keys in quick succession.
func TestLock_ChecksOnePINAtATime(t *testing.T) {
	o := lockedOffice(t)
	o.desk.slow = true
	for range 5 {
		o.press(fyne.KeyReturn)
		o.write("1111")
		o.press(fyne.KeyReturn, fyne.KeyReturn)
		o.wants("checking")
		o.press(fyne.KeyEscape)
	}
	if o.desk.tries != 1 {
		t.Errorf("%d PINs are being checked, want 1", o.desk.tries)
	}
	o.desk.answers()
	o.press(fyne.KeyReturn)
	o.write("2468")
	o.press(fyne.KeyReturn)
	o.desk.answers()
	o.wants("wait 2s")
}

func TestLock_LeavesLookingAndPagingFree(t *testing.T) {
	o := lockedOffice(t)
	o.press(fyne.KeyDown)
	o.press(fyne.KeyReturn)
	if _, ok := o.top().(*overlay.Detail); !ok {
		t.Errorf("%T is open", o.top())
	}
	o.press(fyne.KeyEscape, fyne.KeyEscape, fyne.KeyRight)
	o.press(fyne.KeyDown)
	o.write("h")
	o.wants("everything recorded")
	o.press(fyne.KeyReturn, fyne.KeyReturn)
	o.wants("PIN")
}

func TestLock_ArrowsDialThePIN(t *testing.T) {
	o := lockedOffice(t)
	o.press(fyne.KeyReturn)
	for _, d := range "2468" {
		o.press(fyne.KeyUp) // begins at 0
		for range d - '0' {
			o.press(fyne.KeyUp)
		}
		o.press(fyne.KeyRight)
	}
	o.press(fyne.KeyReturn)
	o.wants("Enter a value")
}

// lockedOffice is an office whose PIN is 2468, hashed with few rounds.
func lockedOffice(t *testing.T) *office {
	return newOffice(t, "[entry]\npin_hash = \""+pinOf2468+hashOf2468+"\"\n")
}

const hashOf2468 = "GTycL+dbZuH0SbasdJF0DJ5+kn3QT4p1quDBZ9AEhrE"

func TestLock_IsAskedForBeforeTheWallIsClosed(t *testing.T) {
	o := lockedOffice(t)
	o.write("q")
	o.press(fyne.KeyReturn)
	if !o.quit {
		t.Error("it asks though the config does not say so")
	}
	o.quit = false
	o.clear()
	o.add("pin_to_close = true\n")
	o.write("q")
	o.press(fyne.KeyReturn)
	o.wants("PIN")
	if o.quit {
		t.Fatal("the wall was closed without the PIN")
	}
	o.write("1111")
	o.press(fyne.KeyReturn)
	o.wants("wrong PIN")
	o.press(fyne.KeyEscape, fyne.KeyEscape)
	if o.top() != nil || o.quit {
		t.Errorf("Escape leads to %T, closed: %v", o.top(), o.quit)
	}
	o.wait(5 * time.Second)
	o.write("q")
	o.press(fyne.KeyReturn)
	o.write("2468")
	o.press(fyne.KeyReturn)
	if !o.quit {
		t.Error("the PIN does not close it")
	}
}
