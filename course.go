package main

import (
	"context"

	"kpiwall/data/finding"
)

// errNoWindow is how a wall ends whose window never came up.
var errNoWindow error = finding.New("wall.no_window", nil)

// course is the running board from its start to its end. It begins when the window
// is up, which may never be.
type course struct {
	run   func(context.Context) error
	begun bool       // belongs to the goroutine of the interface
	ended chan error // holds how it ended, for whoever asks first
}

func newCourse(run func(context.Context) error) *course {
	return &course{run: run, ended: make(chan error, 1)}
}

// begin runs the board until ctx ends, and calls over when it has ended, for
// whatever reason.
func (c *course) begin(ctx context.Context, over func()) {
	c.begun = true
	go func() {
		c.ended <- c.run(ctx)
		over()
	}()
}

// result waits for the end and returns how it came. Nobody waits for what has
// never begun: that is an error, unless the program was told to end by then.
func (c *course) result(told bool) error {
	switch {
	case c.begun:
		return <-c.ended
	case told:
		return nil
	}
	return errNoWindow
}
