package main

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"strings"
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
		if out, err := execute(words, commandPatience); err != nil {
			w.log.Warn("the sleep command failed", "command", words, "error", err, "output", out)
		}
	}()
}

// execute runs a command and returns the beginning of what it printed. It does not
// wait for what the command leaves running, which would hold the output open: twice
// a day, that piles up over the months. Where the command takes too long it is
// killed with all that it has started.
func execute(words []string, patience time.Duration) (string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, words[0], words[1:]...)
	cmd.WaitDelay = letGo
	ownGroup(cmd)
	var out beginning
	cmd.Stdout, cmd.Stderr = &out, &out
	err := cmd.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil
	}
	return out.String(), err
}

// printedLimit is how much is kept of what a command prints, in bytes.
const printedLimit = 4 << 10

// beginning keeps the beginning of what is written to it. It takes the rest too,
// so that nobody who writes without end is stopped by that.
type beginning struct {
	kept []byte
	left int // bytes that were not kept
}

func (b *beginning) Write(p []byte) (int, error) {
	n := min(len(p), printedLimit-len(b.kept))
	b.kept = append(b.kept, p[:n]...)
	b.left += len(p) - n
	return len(p), nil
}

func (b *beginning) String() string {
	text := strings.ToValidUTF8(string(b.kept), "\uFFFD")
	if b.left > 0 {
		text += fmt.Sprintf("… and %d more bytes", b.left)
	}
	return text
}
