package main

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/command"
)

// keepCommand keeps the wall on the screen of a session that has no systemd to do it.
// Its arguments are those of the wall.
func keepCommand() *cobra.Command {
	return &cobra.Command{
		Use: command.Keep, Short: "Show the wall, and start it again when it crashed", Hidden: true, DisableFlagParsing: true,
		RunE: func(cmd *cobra.Command, args []string) error {
			exe, err := os.Executable()
			if err != nil {
				return err
			}
			k := keeper{run: func(ctx context.Context) int { return runChild(ctx, exe, args) }, pause: pause, inSession: session()}
			if !k.keep(cmd.Context()) {
				return errNoWindow
			}
			return nil
		},
	}
}

const (
	shortestPause = 2 * time.Second
	longestPause  = time.Minute
	// settledAfter is how long a wall has run that did not fail at its start.
	settledAfter = time.Minute
	// noDisplayLimit is how often in a row a wall may find no display.
	noDisplayLimit = 10
)

// keeper starts walls one after another.
type keeper struct {
	run       func(context.Context) (status int)
	pause     func(context.Context, time.Duration)
	inSession func() bool // the session that began the keeper has not ended
}

// keep ends when somebody closed the wall, when the session has ended, or, with
// false, when the display does not come back. A wall that ends as soon as it starts
// is tried less and less often.
func (k keeper) keep(ctx context.Context) bool {
	wait, without := shortestPause, 0
	for ctx.Err() == nil && k.inSession() {
		begin := time.Now()
		status := k.run(ctx)
		lasted := time.Since(begin)
		switch status {
		case command.Done:
			return true
		case noDisplay:
			if without++; without >= noDisplayLimit {
				return false
			}
		default:
			without = 0
		}
		k.pause(ctx, wait)
		switch {
		case lasted >= settledAfter:
			wait = shortestPause
		case without == 0:
			wait = min(2*wait, longestPause)
		}
	}
	return true
}

// pause waits for a time, unless ctx ends before.
func pause(ctx context.Context, d time.Duration) {
	select {
	case <-ctx.Done():
	case <-time.After(d):
	}
}

// runChild runs a wall until it ends, or ends it with ctx, and returns its status.
func runChild(ctx context.Context, exe string, args []string) int {
	cmd := exec.CommandContext(ctx, exe, append([]string{"run"}, args...)...)
	cmd.Stdout, cmd.Stderr = os.Stdout, os.Stderr
	endWith(cmd)
	err := cmd.Run()
	var ended *exec.ExitError
	switch {
	case err == nil || ctx.Err() != nil:
		return command.Done
	case errors.As(err, &ended):
		return ended.ExitCode()
	}
	return command.Failed
}
