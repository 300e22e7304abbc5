package kiosk

import (
	"log/slog"
	"time"

	"github.com/coreos/go-systemd/v22/daemon"
)

const (
	// drawnAfter is when what was given to the window is on the screen for
	// certain: the loop draws it before it rests.
	drawnAfter = time.Second
	// beats are how often systemd hears from the wall in the time after which
	// it would take the wall for frozen: one may be late, or lost.
	beats = 3
)

// Pulse tells systemd how the wall is, by the protocol of sd_notify: that it is
// ready, that it lives, that it ends. Where systemd did not start the wall, or
// does not ask, it says nothing. Shown and Tick belong to the main goroutine:
// what comes from there proves that the window is alive, so that systemd
// restarts a wall whose window is frozen and whose other goroutines are not.
type Pulse struct {
	log   *slog.Logger
	every time.Duration // between beats; 0 if nobody listens for them
	beat  time.Time     // the last one
	shown time.Time     // when the first picture was given to the window
	ready bool
}

// NewPulse returns the pulse of this process. What cannot be told to systemd
// goes to log.
func NewPulse(log *slog.Logger) *Pulse {
	watchdog, err := daemon.SdWatchdogEnabled(false)
	if err != nil {
		log.Warn("systemd's watchdog is not heard", "error", err)
	}
	return &Pulse{log: log, every: watchdog / beats}
}

// Shown is called when a picture was given to the window. The first counts.
func (p *Pulse) Shown(now time.Time) {
	if p.shown.IsZero() {
		p.shown = now
	}
}

// Tick is called at every second. It says once that the wall is ready, when the
// first picture has been drawn, and again and again that it lives.
func (p *Pulse) Tick(now time.Time) {
	if !p.ready && !p.shown.IsZero() && now.Sub(p.shown) >= drawnAfter {
		p.ready = true
		p.tell(daemon.SdNotifyReady)
	}
	if p.every > 0 && now.Sub(p.beat) >= p.every {
		p.beat = now
		p.tell(daemon.SdNotifyWatchdog)
	}
}

// Stopping says that the wall ends because it was asked to. It may be called by
// any goroutine.
func (p *Pulse) Stopping() { p.tell(daemon.SdNotifyStopping) }

func (p *Pulse) tell(state string) {
	if _, err := daemon.SdNotify(false, state); err != nil {
		p.log.Warn("systemd does not hear", "state", state, "error", err)
	}
}
