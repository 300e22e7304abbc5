package main

import (
	"os/exec"
	"strconv"

	"golang.org/x/sys/windows"
)

// ownGroup has a command open no console over the wall, and its time-out kill all
// that it has started: the command may be a shell that waits for another program.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &windows.SysProcAttr{CreationFlags: windows.CREATE_NO_WINDOW}
	cmd.Cancel = func() error {
		tree := exec.Command("taskkill", "/F", "/T", "/PID", strconv.Itoa(cmd.Process.Pid))
		tree.SysProcAttr = cmd.SysProcAttr
		if tree.Run() == nil {
			return nil
		}
		return cmd.Process.Kill()
	}
}
