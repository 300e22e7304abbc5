package engine

import (
	"bytes"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"
)

// hash2468 is of the PIN 2468, with few rounds; hash2469 is of another one.
const (
	hash2468 = "pbkdf2-sha256$1000$dj7tVUAXmiG20EkuBy0q4w$GTycL+dbZuH0SbasdJF0DJ5+kn3QT4p1quDBZ9AEhrE"
	hash2469 = "pbkdf2-sha256$1000$dj7tVUAXmiG20EkuBy0q4w$GTycL+dbZuH0SbasdJF0DJ5+kn3QT4p1quDBZ9AEhrF"
)

// doorstep is where somebody types PINs.
type doorstep struct {
	t        *testing.T
	now      time.Time
	recorder *AsyncRecorder
	log      bytes.Buffer
}

// restart has the wall end and start again.
func (d *doorstep) restart(state string) {
	d.recorder = &AsyncRecorder{
		Engine: &Engine{State: state, Now: func() time.Time { return d.now }, Log: slog.New(slog.NewTextHandler(&d.log, nil))},
		Do:     func(f func()) { f() },
	}
}

// try types a PIN and wants an answer.
func (d *doorstep) try(hash, typed string, wantOK bool, wantWait time.Duration) {
	d.t.Helper()
	if ok, wait := d.recorder.unlock(hash, typed); ok != wantOK || wait != wantWait {
		d.t.Errorf("%s: %v, wait %v; want %v, %v", typed, ok, wait, wantOK, wantWait)
	}
}

func TestUnlock_TheDelaySurvivesARestart(t *testing.T) {
	state := filepath.Join(t.TempDir(), "not", "there", "yet")
	d := &doorstep{t: t, now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
	d.restart(state)
	d.try(hash2468, "1111", false, 0)
	d.restart(state)
	d.try(hash2468, "2468", false, 2*time.Second)
	d.now = d.now.Add(2 * time.Second)
	d.try(hash2468, "1112", false, 0)
	d.restart(state)
	d.try(hash2468, "2468", false, 4*time.Second)
	d.try(hash2469, "1111", false, 0) // the config has another PIN by now
	d.now = d.now.Add(-50 * 365 * 24 * time.Hour)
	d.restart(state)
	d.try(hash2469, "1111", false, 2*time.Second)
	d.now = d.now.Add(2 * time.Second)
	d.try(hash2469, "1111", false, 0)
	d.now = d.now.Add(4 * time.Second)
	d.try(hash2468, "2468", true, 0)
	d.restart(state)
	d.try(hash2468, "1111", false, 0) // no delay after the right one
	if info, err := os.Stat(filepath.Join(state, guardName)); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file: %v, %v", info, err)
	}
}

func TestUnlock_WithoutAFolderOrWithABrokenFileStillSlowsDown(t *testing.T) {
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, guardName), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	inAFile := filepath.Join(broken, guardName, "below")
	for _, state := range []string{"", inAFile, broken} {
		d := &doorstep{t: t, now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
		d.restart(state)
		d.try(hash2468, "1111", false, 0)
		d.try(hash2468, "2468", false, 2*time.Second)
		d.now = d.now.Add(2 * time.Second)
		d.try(hash2468, "2468", true, 0)
		if said := strings.Contains(d.log.String(), "forgotten at a restart"); said != (state == inAFile) {
			t.Errorf("with state %q the log says %q", state, d.log.String())
		}
	}
}

func TestUnlock_ManyAtOnceAreOneTry(t *testing.T) {
	d := &doorstep{t: t, now: time.Date(2026, 11, 21, 12, 0, 0, 0, time.UTC)}
	d.restart(t.TempDir())
	var all sync.WaitGroup
	var mu sync.Mutex
	checked := 0
	for range 20 {
		all.Add(1)
		d.recorder.Unlock(hash2468, "1111", func(_ bool, wait time.Duration) {
			mu.Lock()
			defer mu.Unlock()
			if wait == 0 {
				checked++
			}
			all.Done()
		})
	}
	if all.Wait(); checked != 1 {
		t.Errorf("%d PINs were checked at once, want 1", checked)
	}
}
