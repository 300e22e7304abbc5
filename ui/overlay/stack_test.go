package overlay

import (
	"slices"
	"testing"
	"time"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

// sheet is an overlay that notes what it hears.
type sheet struct {
	Base
	values bool
	heard  []string
}

func (s *sheet) Compose(page.View) []draw.Element { return nil }
func (s *sheet) Section() Section                 { return Section{} }
func (s *sheet) Tick()                            { s.heard = append(s.heard, "tick") }
func (s *sheet) Uncovered()                       { s.heard = append(s.heard, "uncovered") }
func (s *sheet) Closed()                          { s.heard = append(s.heard, "closed") }
func (s *sheet) TakesValues() bool                { return s.values }

func TestStack_GoesBackOneStepAtATime(t *testing.T) {
	var s Stack
	low, high := &sheet{}, &sheet{}
	s.Open(low)
	s.Open(high)
	s.Back()
	if s.Top() != low || !slices.Equal(high.heard, []string{"closed"}) || !slices.Equal(low.heard, []string{"uncovered"}) {
		t.Errorf("on top is %p, heard: %v, %v", s.Top(), high.heard, low.heard)
	}
	s.Back()
	s.Back()
	if !s.Empty() || s.Top() != nil {
		t.Error("something is left")
	}
}

func TestStack_ClosesWhatLiesBelowWithoutUncoveringAnything(t *testing.T) {
	var s Stack
	low, middle, high := &sheet{}, &sheet{}, &sheet{}
	for _, o := range []Overlay{low, middle, high} {
		s.Open(o)
	}
	s.Close(middle)
	s.Close(middle)
	if s.Top() != high || len(s.All()) != 2 || len(low.heard) > 0 || !slices.Equal(middle.heard, []string{"closed"}) {
		t.Errorf("heard: %v, %v, %v", low.heard, middle.heard, high.heard)
	}
}

func TestStack_ClearTellsAll(t *testing.T) {
	var s Stack
	low, high := &sheet{}, &sheet{}
	s.Open(low)
	s.Open(high)
	s.Clear()
	for _, o := range []*sheet{low, high} {
		if !slices.Equal(o.heard, []string{"closed"}) {
			t.Errorf("heard: %v", o.heard)
		}
	}
}

func TestStack_EndsSoonWhereValuesAreEnteredAndLaterWhereSomebodyLooks(t *testing.T) {
	for _, row := range []struct {
		values bool
		quiet  time.Duration
		stays  bool
	}{
		{true, EntryIdle - time.Second, true},
		{true, EntryIdle, false},
		{false, LookIdle - time.Second, true},
		{false, LookIdle, false},
	} {
		var s Stack
		low, high := &sheet{values: row.values}, &sheet{}
		s.Open(low)
		s.Open(high)
		s.Tick(row.quiet)
		if s.Empty() == row.stays || row.stays && (!slices.Equal(high.heard, []string{"tick"}) || len(low.heard) > 0) {
			t.Errorf("%+v: empty: %v, heard: %v, %v", row, s.Empty(), low.heard, high.heard)
		}
	}
}
