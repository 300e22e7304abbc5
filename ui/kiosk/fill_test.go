package kiosk

import "testing"

var (
	tv   = screen{"HDMI-1", rect{1280, 0, 1920, 1080}, 60}
	desk = screen{"DP-1", rect{0, 0, 1280, 720}, 60}
)

func TestChoose_TakesTheMonitorThatTheOwnerChose(t *testing.T) {
	for _, c := range []struct {
		name    string
		screens []screen
		home    string
		want    screen
	}{
		{"both are on", []screen{desk, tv}, "HDMI-1", tv},
		{"the TV is off", []screen{desk}, "HDMI-1", desk},
		{"the TV is plugged in elsewhere", []screen{tv}, "HDMI-2", tv},
		{"nobody chose yet", []screen{desk, tv}, "", desk},
	} {
		if got := choose(c.screens, c.home); got != c.want {
			t.Errorf("%s: fills %v, want %v", c.name, got, c.want)
		}
	}
}

func TestTries_MoveAWindowThatDoesNotFillItsMonitor(t *testing.T) {
	for _, c := range []struct {
		name string
		have rect
		full bool
		want bool
	}{
		{"it is there", tv.at, true, false},
		{"thrown out to an arbitrary place", rect{32607, 32567, 1920, 1080}, false, true},
		{"the monitor's mode was changed", rect{1280, 0, 1280, 720}, true, true},
		{"on the other monitor", desk.at, false, true},
		{"at the right place, but a plain window", tv.at, false, true},
	} {
		var n tries
		if got := n.worth(sight{tv, c.have, c.full}); got != c.want {
			t.Errorf("%s: worth moving: %v, want %v", c.name, got, c.want)
		}
	}
}

// A desktop that insists on another place must not make the wall flicker.
func TestTries_GiveUpUntilSomethingChanges(t *testing.T) {
	var n tries
	panel := sight{tv, rect{1280, 30, 1920, 1050}, true}
	moves := func(s sight, seconds int) (made int) {
		for range seconds {
			if n.worth(s) {
				made++
			}
		}
		return made
	}
	if got := moves(panel, 3600); got != mostTries {
		t.Errorf("%d moves in an hour, want %d", got, mostTries)
	}
	if got := moves(sight{desk, panel.have, true}, 60); got != mostTries {
		t.Errorf("%d moves for another monitor, want %d", got, mostTries)
	}
	moves(sight{desk, desk.at, true}, 1)
	if got := moves(sight{desk, panel.have, true}, 60); got != mostTries {
		t.Errorf("%d moves after it was in its place, want %d: a TV does the same every night", got, mostTries)
	}
}
