//go:build unix

package kiosk

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// lines are what one goroutine logs and another reads.
type lines struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *lines) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(p)
}

func (l *lines) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func TestLogStats_AnswersTheSignalUntilTheEnd(t *testing.T) {
	var said lines
	ignored := make(chan os.Signal, 1) // before LogStats listens the signal would end the test
	signal.Notify(ignored, syscall.SIGUSR1)
	defer signal.Stop(ignored)
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() {
		(&Kiosk{}).LogStats(ctx, slog.New(slog.NewTextHandler(&said, nil)))
		close(ended)
	}()
	for deadline := time.Now().Add(10 * time.Second); !strings.Contains(said.String(), "goroutines="); {
		if time.Now().After(deadline) {
			t.Fatalf("it says %q", said.String())
		}
		time.Sleep(50 * time.Millisecond)
		if err := syscall.Kill(syscall.Getpid(), syscall.SIGUSR1); err != nil {
			t.Fatal(err)
		}
	}
	if got := said.String(); !strings.Contains(got, "heap_kib=") {
		t.Errorf("it says %q", got)
	}
	cancel()
	<-ended
}

func TestProcessorTime_GrowsWithWork(t *testing.T) {
	before := processorTime()
	for n, end := 0.0, time.Now().Add(50*time.Millisecond); time.Now().Before(end); n++ {
		_ = n * n
	}
	if after := processorTime(); after <= before {
		t.Errorf("%v, then %v", before, after)
	}
}

func TestAbsence_NamesWhatThereIsInPlaceOfADisplay(t *testing.T) {
	for _, row := range []struct{ display, wayland, want string }{
		{"", "wayland-0", "kiosk.wayland"}, {"", "", "kiosk.no_display"}, {":7", "wayland-0", "kiosk.no_display"},
	} {
		t.Setenv("DISPLAY", row.display)
		t.Setenv("WAYLAND_DISPLAY", row.wayland)
		if got := absence(); got != row.want {
			t.Errorf("%+v: %s", row, got)
		}
	}
}
