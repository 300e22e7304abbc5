//go:build unix

package main

import (
	"fmt"
	"os"
	"os/exec"
	"syscall"
	"testing"
	"time"
)

// TestMain is another program where the variable says so: one that ignores that it
// is to end, and says that it heard so.
func TestMain(m *testing.M) {
	if os.Getenv("KPIWALL_STUBBORN") == "" {
		os.Exit(m.Run())
	}
	ctx, _ := untilSignal()
	fmt.Println("ready")
	<-ctx.Done()
	fmt.Println("heard")
	time.Sleep(time.Minute)
}

func TestUntilSignal_ASecondSignalEndsTheProgram(t *testing.T) {
	for _, sig := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		cmd := exec.Command(os.Args[0])
		cmd.Env = append(os.Environ(), "KPIWALL_STUBBORN=1")
		out, err := cmd.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		for _, want := range []string{"ready", "heard"} {
			var line string
			if _, err := fmt.Fscanln(out, &line); err != nil || line != want {
				t.Fatalf("%v: it says %q, %v; want %q", sig, line, err, want)
			}
			if err := cmd.Process.Signal(sig); err != nil {
				t.Fatal(err)
			}
		}
		begin := time.Now()
		_ = cmd.Wait()
		if got := cmd.ProcessState.ExitCode(); got != 128+int(sig) || time.Since(begin) > 20*time.Second {
			t.Errorf("%v: exit status %d after %v", sig, got, time.Since(begin))
		}
	}
}
