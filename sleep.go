package main

import (
	"context"
	"errors"
	"os/exec"
	"time"
)

const (
	// commandPatience is how long a command of the config may run.
	commandPatience = 30 * time.Second
	// letGo is how long its output is waited for after its end.
	letGo = time.Second
)

// sleepCommand runs in the background what the config wants run when the wall
// falls asleep or wakes, such as what switches the TV off.
func (w *wall) sleepCommand(words []string) {
	if len(words) == 0 {
		return
	}
	go func() {
		if out, err := execute(words); err != nil {
			w.log.Warn("the sleep command failed", "command", words, "error", err, "output", string(out))
		}
	}()
}

// execute runs a command and returns what it printed. It does not wait for what
// the command leaves running, which would hold the output open: twice a day, that
// piles up over the months.
func execute(words []string) ([]byte, error) {
	ctx, cancel := context.WithTimeout(context.Background(), commandPatience)
	defer cancel()
	cmd := exec.CommandContext(ctx, words[0], words[1:]...)
	cmd.WaitDelay = letGo
	out, err := cmd.CombinedOutput()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil
	}
	return out, err
}
