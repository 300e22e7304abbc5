package logfile

import (
	"bytes"
	"errors"
	"log"
	"log/slog"
	"strings"
	"testing"
	"time"
)

// complaints is what libraries say, and what becomes of it.
type complaints struct {
	*log.Logger
	out bytes.Buffer
	now time.Time
}

func newComplaints() *complaints {
	c := &complaints{now: time.Date(2026, 11, 21, 9, 0, 0, 0, time.UTC)}
	c.Logger = log.New(Libraries(slog.New(slog.NewTextHandler(&c.out, nil)), func() time.Time { return c.now }), "", 0)
	return c
}

// fyne complains as Fyne does.
func (c *complaints) fyne(what string, err error) {
	c.Println("Fyne error: ", what)
	if err != nil {
		c.Println("  Cause:", err)
	}
	c.Printf("  At: %s:%d", "/src/fyne/canvas.go", 12)
}

func (c *complaints) lines() int { return strings.Count(c.out.String(), "\n") }

func TestLibraries_LogAComplaintAsOneLine(t *testing.T) {
	c := newComplaints()
	c.fyne("Failed to render image", errors.New("bad PNG"))
	c.fyne("No renderer", nil)
	c.Println("PlatformError: X11: Failed to query video mode")
	for _, want := range []string{
		`msg="fyne: Failed to render image" error="bad PNG"`, `msg="fyne: No renderer"`,
		`msg="PlatformError: X11: Failed to query video mode"`,
	} {
		if !strings.Contains(c.out.String(), want+"\n") {
			t.Errorf("no line ends with %s", want)
		}
	}
	if c.lines() != 3 {
		t.Errorf("three complaints are\n%s", c.out.String())
	}
}

// A complaint sixty times a second for a day must not fill the disk.
func TestLibraries_RepeatAComplaintOnceAnHour(t *testing.T) {
	c := newComplaints()
	for range 24 * 60 {
		c.fyne("Failed to render image", errors.New("bad PNG"))
		c.fyne("Failed to render image", errors.New("no such file"))
		c.now = c.now.Add(time.Minute)
	}
	if c.lines() != 48 {
		t.Errorf("%d lines about two complaints in a day, want 48", c.lines())
	}
	for n := range 10_000 {
		c.Printf("window %d is gone", n)
	}
	if held := len(c.Writer().(*libraries).said); held > maxComplaints {
		t.Errorf("%d complaints are remembered", held)
	}
}

func TestLibraries_DropWhatMeansNothingHere(t *testing.T) {
	c := newComplaints()
	c.fyne("failed to watch theme settings", errors.New("exec: \"dbus-launch\": executable file not found"))
	c.fyne("Error parsing user locale C", errors.New("language: tag is not well-formed"))
	if c.lines() != 0 {
		t.Errorf("logged %s", c.out.String())
	}
}
