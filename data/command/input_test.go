//go:build unix

package command

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// endsWhenTold runs a command that waits, does what is to be possible meanwhile,
// tells it to end, and wants it to do so.
func endsWhenTold(t *testing.T, env Env, meanwhile func(), args ...string) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var out, err bytes.Buffer
	env.Out, env.Err, env.Now = &out, &err, time.Now
	if env.In == nil {
		env.In = strings.NewReader("")
	}
	ended := make(chan int)
	go func() { ended <- Execute(ctx, New(env), args) }()
	select {
	case <-ended:
		t.Fatalf("%v did not wait: %s", args, err.String())
	case <-time.After(300 * time.Millisecond):
		meanwhile()
		cancel()
	}
	select {
	case status := <-ended:
		if status != Failed || !strings.Contains(err.String(), "interrupted") {
			t.Errorf("%v: status %d, %q", args, status, err.String())
		}
	case <-time.After(20 * time.Second):
		t.Fatalf("%v does not end", args)
	}
}

func TestImport_OfAStalledPipeEndsWhenToldToAndHoldsNothingMeanwhile(t *testing.T) {
	h := newHome(t, true)
	r, w := io.Pipe()
	defer w.Close()
	go w.Write([]byte("date,kpi,value\n"))
	endsWhenTold(t, Env{In: r}, func() { h.run(Done, "put", "mrr", "1") }, "import", "-")
	contains(t, h.run(Done, "export"), "mrr,1")

	pipe := filepath.Join(t.TempDir(), "pipe")
	if err := syscall.Mkfifo(pipe, 0o600); err != nil {
		t.Fatal(err)
	}
	endsWhenTold(t, Env{}, func() {}, "import", "--dry-run", pipe)
}

func TestPin_EndsWhenToldTo(t *testing.T) {
	newHome(t, false)
	r, w := io.Pipe()
	defer w.Close()
	endsWhenTold(t, Env{In: r}, func() {}, "pin")
}
