package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/config"
	"kpiwall/ui/uitest"
)

func TestFooter_SaysOfWhenACopyIs(t *testing.T) {
	for copied, want := range map[time.Time]string{
		uitest.Now.Add(-2 * time.Minute): "copy as of 14:30",
		uitest.Now.Add(-24 * time.Hour):  "copy as of 19 Nov 14:32",
		{}:                               "copy as of ?",
	} {
		b := uitest.ThreePages()
		b.Config.Store.Role, b.Copied = config.Copy, copied
		newScreen(t, b).wants(want)
	}
}

// Values that were read yesterday at half past two are not of half past two.
func TestFooter_SaysOfWhichDayTheDataIs(t *testing.T) {
	b := uitest.ThreePages()
	newScreen(t, b).wants("updated 14:32:05")
	b.Read = uitest.Now.Add(-24 * time.Hour)
	newScreen(t, b).wants("updated 19 Nov 14:32")
}

func TestWall_SaysWhyNothingIsEnteredBesideACopy(t *testing.T) {
	b := uitest.ThreePages()
	b.Config.Store.Role, b.Config.Entry.Off = config.Copy, true
	s := newScreen(t, b)
	s.press(fyne.KeyReturn)
	s.wants("this wall shows a copy: values are entered where it comes from")
}
