package main

import (
	"context"

	"kpiwall/data/finding"
)

// errNoWindow is how a wall ends whose window never came up.
var errNoWindow error = finding.New("wall.no_window", nil)

// course is the running board from its start to its end. It begins before there is
// a window, so that the first picture need not wait for config and store; the
// window may never come up.
type course struct {
	run   func(context.Context) error
	shown bool       // the window is up; belongs to the goroutine of the interface
	ended chan error // holds how it ended, for whoever asks first
}

func newCourse(run func(context.Context) error) *course {
	return &course{run: run, ended: make(chan error, 1)}
}

// begin runs the board until ctx ends, and calls over when it has ended, for
// whatever reason.
func (c *course) begin(ctx context.Context, over func()) {
	go func() {
		c.ended <- c.run(ctx)
		over()
	}()
}

// result waits for the end, which the board was told of, and returns how it came. A
// window that never was is an error, unless the program was told to end by then.
func (c *course) result(told bool) error {
	err := <-c.ended
	if err == nil && !c.shown && !told {
		return errNoWindow
	}
	return err
}
