//go:build unix

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
	out, err := execute([]string{"sh", "-c", "sleep 20 & echo $!"}, commandPatience)
	pid, badPID := strconv.Atoi(strings.TrimSpace(out))
	if left, err := os.FindProcess(pid); badPID == nil && err == nil {
		defer left.Kill()
	}
	if took := time.Since(begin); err != nil || badPID != nil || took > 15*time.Second {
		t.Errorf("printed %q, %v after %v", out, err, took)
	}
}

func TestExecute_TellsWhatACommandThatFailsPrinted(t *testing.T) {
	if out, err := execute([]string{"sh", "-c", "echo no TV >&2; exit 3"}, commandPatience); err == nil || out != "no TV\n" {
		t.Errorf("printed %q, %v", out, err)
	}
}

func TestExecute_KillsAllThatACommandStartedWhenItTakesTooLong(t *testing.T) {
	begin := time.Now()
	out, err := execute([]string{"sh", "-c", "sleep 60 & echo $!; wait"}, 300*time.Millisecond)
	pid, badPID := strconv.Atoi(strings.TrimSpace(out))
	if took := time.Since(begin); err == nil || badPID != nil || took > 15*time.Second {
		t.Fatalf("printed %q, %v after %v", out, err, took)
	}
	for range 100 {
		stat, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if err != nil || strings.Contains(string(stat), ") Z ") {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	if left, err := os.FindProcess(pid); err == nil {
		left.Kill()
	}
	t.Error("what the command started is still running")
}

func TestExecute_KeepsTheBeginningOfWhatIsPrinted(t *testing.T) {
	out, err := execute([]string{"sh", "-c", "head -c 100000000 /dev/zero | tr '\\0' x"}, commandPatience)
	if want := strings.Repeat("x", printedLimit) + "… and 99995904 more bytes"; err != nil || out != want {
		t.Errorf("kept %d bytes, %v", len(out), err)
	}
}
