package ui

import (
	"testing"
	"time"
)

var noon = time.Date(2026, 11, 20, 12, 0, 0, 0, time.UTC)

func at(seconds int) time.Time { return noon.Add(time.Duration(seconds) * time.Second) }

func newRotation(stays ...int) *rotation {
	r := &rotation{}
	var list []time.Duration
	for _, s := range stays {
		list = append(list, time.Duration(s)*time.Second)
	}
	r.setPages(list, -1, noon)
	return r
}

func TestRotation_EachPageStaysItsOwnTime(t *testing.T) {
	r := newRotation(10, 30)
	for _, step := range []struct{ second, page, left int }{
		{0, 0, 10}, {9, 0, 1}, {10, 1, 30}, {39, 1, 1}, {40, 0, 10}, {50, 1, 30},
	} {
		r.tick(at(step.second))
		if r.page != step.page || r.left(at(step.second)) != time.Duration(step.left)*time.Second {
			t.Errorf("after %d s: page %d with %v left, want page %d with %d s",
				step.second, r.page, r.left(at(step.second)), step.page, step.left)
		}
	}
}

func TestRotation_LeavesPrivatePagesOut(t *testing.T) {
	r := newRotation(0, 10, 0, 10)
	if r.page != 1 {
		t.Errorf("starts at page %d, want 1: page 0 is private", r.page)
	}
	r.tick(at(10))
	if r.page != 3 {
		t.Errorf("turned to page %d, want 3", r.page)
	}
	r.step(-1, at(11))
	if r.page != 1 {
		t.Errorf("back to page %d, want 1", r.page)
	}
}

func TestRotation_APrivatePageCalledUpByKeyGivesWayAgain(t *testing.T) {
	r := newRotation(10, 0)
	r.jump(1, at(1))
	if r.tick(at(10)); r.page != 1 {
		t.Fatalf("the private page left after 9 s")
	}
	if r.tick(at(11)); r.page != 0 {
		t.Errorf("the private page stays for ever")
	}
}

func TestRotation_AKeyGivesThePageItsFullStay(t *testing.T) {
	r := newRotation(10, 10)
	r.step(1, at(9))
	r.tick(at(10))
	if r.page != 1 || r.left(at(10)) != 9*time.Second {
		t.Errorf("page %d with %v left", r.page, r.left(at(10)))
	}
}

func TestRotation_HoldStopsTheClockAndReleaseRunsItOn(t *testing.T) {
	r := newRotation(10, 10)
	r.hold(at(4))
	r.tick(at(300))
	if r.page != 0 || r.left(at(300)) != 6*time.Second {
		t.Fatalf("held: page %d with %v left", r.page, r.left(at(300)))
	}
	r.release(at(300))
	if r.tick(at(305)); r.page != 0 {
		t.Errorf("turned before the rest of the stay was over")
	}
	if r.tick(at(306)); r.page != 1 {
		t.Errorf("did not turn after the rest of the stay")
	}
}

func TestRotation_AForgottenHoldEnds(t *testing.T) {
	r := newRotation(10, 10)
	r.hold(at(0))
	r.tick(noon.Add(holdFor - time.Second))
	if !r.isHeld() {
		t.Errorf("released early")
	}
	r.tick(noon.Add(holdFor))
	if r.isHeld() {
		t.Errorf("still held")
	}
}

func TestRotation_SurvivesAClockSetBack(t *testing.T) {
	r := newRotation(10, 10)
	r.tick(noon.Add(-24 * time.Hour))
	if left := r.left(noon.Add(-24 * time.Hour)); left > 10*time.Second {
		t.Errorf("the page would stay for %v", left)
	}
}

func TestRotation_ANewBoardKeepsThePage(t *testing.T) {
	r := newRotation(10, 10)
	r.tick(at(12))
	r.setPages([]time.Duration{time.Minute, time.Minute, time.Minute}, 2, at(12))
	if r.page != 2 {
		t.Errorf("page %d", r.page)
	}
	r.setPages(nil, -1, at(13))
	r.tick(at(14))
	r.step(1, at(14))
	if r.left(at(14)) != 0 {
		t.Errorf("a board without pages has time left")
	}
}
