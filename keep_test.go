package main

import (
	"context"
	"testing"
	"time"

	"kpiwall/data/command"
)

// kept runs a keeper over walls that end with the statuses, one after another, and
// returns how many it started, the pauses between them, and what keep said.
func kept(t *testing.T, statuses []int, inSession func() bool) (started int, pauses []time.Duration, ok bool) {
	t.Helper()
	k := keeper{
		run: func(context.Context) int {
			started++
			if started > len(statuses) {
				t.Fatal("a wall is started that nobody wants")
			}
			return statuses[started-1]
		},
		pause:     func(_ context.Context, d time.Duration) { pauses = append(pauses, d) },
		inSession: inSession,
	}
	ok = k.keep(t.Context())
	return started, pauses, ok
}

func always() bool { return true }

func TestKeep_StartsAWallAgainUntilSomebodyClosesIt(t *testing.T) {
	n, pauses, ok := kept(t, []int{2, command.Failed, -1, 2, 2, 2, 2, command.Done}, always)
	if n != 8 || !ok {
		t.Errorf("%d walls, %v", n, ok)
	}
	for i, want := range []time.Duration{2, 4, 8, 16, 32, 60, 60} {
		if pauses[i] != want*time.Second {
			t.Errorf("pause %d is %v, want %d s", i, pauses[i], want)
		}
	}
}

func TestKeep_GivesUpOnADisplayThatDoesNotComeBack(t *testing.T) {
	gone := []int{noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, 2, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay, noDisplay}
	if n, _, ok := kept(t, gone, always); n != len(gone) || ok {
		t.Errorf("%d walls, %v; want ten in a row without a display", n, ok)
	}
}

func TestKeep_EndsWithItsSession(t *testing.T) {
	left := 3
	n, _, ok := kept(t, []int{2, 2, 2}, func() bool { left--; return left >= 0 })
	if n != 3 || !ok {
		t.Errorf("%d walls, %v", n, ok)
	}
}
