package overlay

import (
	"slices"
	"time"

	"kpiwall/ui/draw"
	"kpiwall/ui/page"
)

const (
	// EntryIdle is how long what takes values waits for a key before the wall comes
	// back, and how long a PIN that was typed stays good.
	EntryIdle = time.Minute

	// LookIdle is how long the wall stays covered by what is only looked at: long
	// enough to talk about it.
	LookIdle = 10 * time.Minute
)

// Stack is what stands over the wall, one over the other. It draws nothing and has
// no clock. The zero value is empty.
type Stack struct{ open []Overlay }

// Top returns the overlay that has the keys, or nil.
func (s *Stack) Top() Overlay {
	if s.Empty() {
		return nil
	}
	return s.open[len(s.open)-1]
}

// Empty reports whether nothing stands over the wall.
func (s *Stack) Empty() bool { return len(s.open) == 0 }

// All returns the overlays, the lowest first.
func (s *Stack) All() []Overlay { return slices.Clone(s.open) }

// Compose draws what stands over the page of v: the overlay on top, and below it what it
// was opened from.
func (s *Stack) Compose(v page.View) (all []draw.Element) {
	for _, o := range s.open {
		all = append(all, o.Compose(v)...)
	}
	return all
}

// Open puts o over all.
func (s *Stack) Open(o Overlay) { s.open = append(s.open, o) }

// Back closes the overlay on top.
func (s *Stack) Back() {
	if top := s.Top(); top != nil {
		s.Close(top)
	}
}

// Close closes o, wherever it stands.
func (s *Stack) Close(o Overlay) {
	i := slices.Index(s.open, o)
	if i < 0 {
		return
	}
	onTop := i == len(s.open)-1
	s.open = slices.Delete(s.open, i, i+1)
	o.Closed()
	if onTop && !s.Empty() {
		s.Top().Uncovered()
	}
}

// Clear goes back to the wall itself.
func (s *Stack) Clear() {
	closed := s.open
	s.open = nil
	for _, o := range closed {
		o.Closed()
	}
}

// Tick tells the overlay on top that a second is over, or, if no key was pressed for
// too long, goes back to the wall. quiet is the time since the last key.
func (s *Stack) Tick(quiet time.Duration) {
	limit := LookIdle
	if slices.ContainsFunc(s.open, Overlay.TakesValues) {
		limit = EntryIdle
	}
	switch {
	case s.Empty():
	case quiet >= limit:
		s.Clear()
	default:
		s.Top().Tick()
	}
}
