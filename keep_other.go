//go:build !windows

package main

import (
	"os"
	"os/exec"
	"syscall"
)

// session returns what reports whether the session lives that started the program:
// somebody else becomes the parent of a program whose own has ended.
func session() func() bool {
	parent := os.Getppid()
	return func() bool { return os.Getppid() == parent }
}

// endWith has the wall asked to end.
func endWith(cmd *exec.Cmd) {
	cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) }
	cmd.WaitDelay = 2 * exitTimeout
}
