package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/uitest"
)

func TestChoosing_ADigitEndsItAndTheRotationGoesOn(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyDown)
	s.write("2")
	s.wants("Second")
	s.wait(6 * time.Second)
	s.wants("First")
}

func TestChoosing_StopsThePagesTimeAlsoWhileADetailIsOpen(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyDown)
	s.wait(10 * time.Second)
	s.press(fyne.KeyReturn)
	s.wait(10 * time.Second)
	s.press(fyne.KeyEscape)
	s.wait(10 * time.Second) // the tile is still chosen
	s.press(fyne.KeyEscape)
	s.wants("First", "20 s")
}
