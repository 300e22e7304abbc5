package kiosk

import (
	"bytes"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// manager is systemd, as far as a service sees it.
type manager struct {
	t    *testing.T
	conn *net.UnixConn
	log  bytes.Buffer // what the service could not tell
}

// newManager starts a manager that listens at address and wants to hear from
// this process every watchdog, or not at all if that is empty.
func newManager(t *testing.T, address, watchdog string) (*manager, *Pulse) {
	t.Helper()
	conn, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: address, Net: "unixgram"})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	t.Setenv("NOTIFY_SOCKET", address)
	t.Setenv("WATCHDOG_USEC", watchdog)
	t.Setenv("WATCHDOG_PID", strconv.Itoa(os.Getpid()))
	m := &manager{t: t, conn: conn}
	return m, NewPulse(slog.New(slog.NewTextHandler(&m.log, nil)))
}

func socket(t *testing.T) string { return filepath.Join(t.TempDir(), "notify") }

// heard returns what came since the last call.
func (m *manager) heard() []string {
	m.t.Helper()
	var all []string
	buf := make([]byte, 100)
	for {
		// A datagram to a local socket is there when its sender is done.
		m.conn.SetReadDeadline(time.Now().Add(5 * time.Millisecond))
		n, err := m.conn.Read(buf)
		if err != nil {
			return all
		}
		all = append(all, string(buf[:n]))
	}
}

func (m *manager) wants(what ...string) {
	m.t.Helper()
	if got := m.heard(); !slices.Equal(got, what) {
		m.t.Errorf("systemd heard %v, want %v", got, what)
	}
}

func TestPulse_SaysReadyOnceTheFirstPictureIsDrawn(t *testing.T) {
	for name, address := range map[string]string{
		"a file":          socket(t),
		"an abstract one": fmt.Sprintf("@kpiwall-test-%d", os.Getpid()),
	} {
		t.Run(name, func(t *testing.T) {
			m, p := newManager(t, address, "")
			now := time.Now()
			p.Tick(now)
			m.wants() // a wall without a picture is not ready
			p.Shown(now)
			p.Tick(now)
			m.wants() // given, but not drawn yet
			p.Shown(now.Add(drawnAfter / 2))
			p.Tick(now.Add(drawnAfter))
			m.wants("READY=1")
			p.Tick(now.Add(2 * drawnAfter))
			m.wants()
			p.Stopping()
			m.wants("STOPPING=1")
		})
	}
}

func TestPulse_BeatsThreeTimesInTheTimeGranted(t *testing.T) {
	m, p := newManager(t, socket(t), "60000000")
	now := time.Now()
	var at []int
	for second := range 61 {
		p.Tick(now.Add(time.Duration(second) * time.Second))
		if len(m.heard()) > 0 {
			at = append(at, second)
		}
	}
	if want := []int{0, 20, 40, 60}; !slices.Equal(at, want) {
		t.Errorf("beats in seconds %v, want %v", at, want)
	}
}

// A frozen window means no ticks, and nothing else may speak for it.
func TestPulse_IsSilentWithoutTicks(t *testing.T) {
	m, p := newManager(t, socket(t), "30000")
	p.Shown(time.Now())
	time.Sleep(60 * time.Millisecond)
	m.wants()
}

func TestPulse_BeatsOnlyForItself(t *testing.T) {
	for _, c := range []struct {
		name, usec, pid, logs string
		beats                 bool
	}{
		{"asked", "3000000", strconv.Itoa(os.Getpid()), "", true},
		{"asked without a process", "3000000", "", "", true},
		{"its parent was asked", "3000000", "1", "", false},
		{"not asked", "", "", "", false},
		{"asked for nonsense", "soon", "", "WATCHDOG_USEC", false},
		{"asked for nothing", "0", "", "WATCHDOG_USEC", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, _ := newManager(t, socket(t), c.usec)
			t.Setenv("WATCHDOG_PID", c.pid)
			p := NewPulse(slog.New(slog.NewTextHandler(&m.log, nil)))
			p.Tick(time.Now())
			if got := len(m.heard()) > 0; got != c.beats {
				t.Errorf("beats: %v, want %v", got, c.beats)
			}
			if c.logs == "" && m.log.Len() > 0 || !strings.Contains(m.log.String(), c.logs) {
				t.Errorf("logged %q, want %q", m.log.String(), c.logs)
			}
		})
	}
}

func TestPulse_IsQuietWithoutSystemdAndOutlivesIt(t *testing.T) {
	m, p := newManager(t, socket(t), "3000000")
	m.conn.Close()
	p.Tick(time.Now())
	if !strings.Contains(m.log.String(), "WATCHDOG=1") {
		t.Errorf("logged %q, want what systemd did not hear", m.log.String())
	}
	m.log.Reset()
	t.Setenv("NOTIFY_SOCKET", "")
	p.Shown(time.Now())
	p.Tick(time.Now().Add(time.Hour))
	p.Stopping()
	if m.log.Len() > 0 {
		t.Errorf("logged %q without systemd", m.log.String())
	}
}
