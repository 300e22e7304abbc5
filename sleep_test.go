package main

import (
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestExecute_DoesNotWaitForWhatACommandLeavesRunning(t *testing.T) {
	begin := time.Now()
	out, err := execute([]string{"sh", "-c", "sleep 20 & echo $!"})
	pid, badPID := strconv.Atoi(strings.TrimSpace(string(out)))
	if left, err := os.FindProcess(pid); badPID == nil && err == nil {
		defer left.Kill()
	}
	if took := time.Since(begin); err != nil || badPID != nil || took > 15*time.Second {
		t.Errorf("printed %q, %v after %v", out, err, took)
	}
}

func TestExecute_TellsWhatACommandThatFailsPrinted(t *testing.T) {
	if out, err := execute([]string{"sh", "-c", "echo no TV >&2; exit 3"}); err == nil || string(out) != "no TV\n" {
		t.Errorf("printed %q, %v", out, err)
	}
}
