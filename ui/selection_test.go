package ui

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/ui/uitest"
)

func TestSelection_ADigitEndsItAndTheRotationGoesOn(t *testing.T) {
	s := newScreen(t, uitest.ThreePages())
	s.press(fyne.KeyDown)
	s.write("2")
	s.wants("Second")
	s.wait(6 * time.Second)
	s.wants("First")
}

func TestSelection_StopsThePagesTimeAlsoWhileADetailIsOpen(t *testing.T) {
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

func TestSelection_MovesThroughTheTilesAndAround(t *testing.T) {
	tiles := []string{"a", "b", "c"}
	var s selection
	for _, step := range []struct {
		key  fyne.KeyName
		want string
	}{
		{fyne.KeyDown, "a"},
		{fyne.KeyRight, "b"},
		{fyne.KeyDown, "c"},
		{fyne.KeyDown, "a"},
		{fyne.KeyUp, "c"},
		{fyne.KeyLeft, "b"},
	} {
		if s.move(tiles, step.key); s.kpi != step.want {
			t.Errorf("%s leads to %q, want %q", step.key, s.kpi, step.want)
		}
	}
	s.clear()
	if s.move(tiles, fyne.KeyUp); s.kpi != "c" {
		t.Errorf("up begins at %q", s.kpi)
	}
	s.clear()
	if s.move(nil, fyne.KeyDown); !s.none() {
		t.Errorf("%q is chosen on a page without tiles", s.kpi)
	}
}

func TestSelection_EndsWithItsTileAndAfterAMinute(t *testing.T) {
	s := selection{kpi: "b"}
	s.follow([]string{"a", "b"})
	s.tick(59 * time.Second)
	if s.kpi != "b" {
		t.Error("the choice has ended")
	}
	s.follow([]string{"a"})
	if !s.none() {
		t.Error("a tile that is gone is chosen")
	}
	s.kpi = "a"
	if s.tick(time.Minute); !s.none() {
		t.Error("the choice stays after a minute without keys")
	}
}
