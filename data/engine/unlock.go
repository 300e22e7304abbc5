package engine

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"sync"
	"time"

	"kpiwall/data/atomicfile"
	"kpiwall/data/pin"
)

// guardName is the file in [Engine.State] with the wrong tries at the PIN: pulling
// the plug is no way around their delay.
const guardName = "pin.json"

// unlocking checks PINs, one after the other, whoever asks.
type unlocking struct {
	mu    sync.Mutex
	read  bool // the file was
	guard guard
}

// guard is what is in the file. Another PIN begins anew: who can change the config
// need not guess.
type guard struct {
	PIN string // tells PINs apart
	pin.Guard
}

// Unlock checks a PIN, which takes a moment on purpose. After wrong ones it says
// how long to wait instead, and looks at nothing.
func (a *AsyncRecorder) Unlock(hash, typed string, done func(ok bool, wait time.Duration)) {
	go func() {
		ok, wait := a.unlock(hash, typed)
		a.Do(func() { done(ok, wait) })
	}()
}

func (a *AsyncRecorder) unlock(hash, typed string) (ok bool, wait time.Duration) {
	u := &a.unlocking
	u.mu.Lock()
	defer u.mu.Unlock()
	if !u.read {
		u.guard, u.read = a.readGuard(), true
	}
	sum := sha256.Sum256([]byte(hash))
	if id := hex.EncodeToString(sum[:8]); u.guard.PIN != id {
		u.guard = guard{PIN: id}
	}
	now := a.Engine.Now()
	if wait := u.guard.Wait(now); wait > 0 {
		return false, wait
	}
	u.guard.Try(now)
	a.writeGuard(u.guard)
	if !pin.Matches(hash, typed) {
		return false, 0
	}
	u.guard.Right()
	a.writeGuard(u.guard)
	return true, 0
}

// readGuard returns what the run before left. What cannot be read is nothing: no
// file is worth a wall at which nobody can enter a value.
func (a *AsyncRecorder) readGuard() (g guard) {
	if a.Engine.State == "" {
		return g
	}
	text, err := os.ReadFile(filepath.Join(a.Engine.State, guardName))
	if err == nil {
		err = json.Unmarshal(text, &g)
	}
	if err != nil {
		return guard{}
	}
	return g
}

func (a *AsyncRecorder) writeGuard(g guard) {
	if a.Engine.State == "" {
		return
	}
	text, err := json.Marshal(g)
	if err == nil {
		err = os.MkdirAll(a.Engine.State, 0o700)
	}
	if err == nil {
		err = atomicfile.Write(filepath.Join(a.Engine.State, guardName), text)
	}
	if err != nil {
		a.Engine.Log.Warn("wrong PINs are forgotten at a restart", "error", err)
	}
}
