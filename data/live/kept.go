package live

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/atomicfile"
	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/store"
)

const (
	// keepEvery is how long values that changed wait to be kept: a memory card
	// does not outlive a write a minute for years.
	keepEvery = 5 * time.Minute
	// keepAnyway is how long the time at which values were read waits, where
	// only that has changed.
	keepAnyway = time.Hour
	// keptVersion is that of the file's form; another one is not read.
	keptVersion = 1
)

// keptFile is the file that the values are kept in.
type keptFile struct {
	Version int             `json:"version"`
	Store   string          `json:"store"` // absolute
	Sum     string          `json:"sum"`   // of Values as they stand there
	Values  json.RawMessage `json:"values"`
}

// keptPath returns where the values of this wall are kept, or "" where they are
// not. Walls with other boards on the same store keep their own.
func (l *Live) keptPath() string {
	if l.State == "" || !l.AsOf.IsZero() {
		return ""
	}
	of := sha256.Sum256([]byte(absolute(l.Store) + "\x00" + absolute(l.Config)))
	return filepath.Join(l.State, "values-"+hex.EncodeToString(of[:6])+".json")
}

// loadKept returns the values that an earlier run of this wall kept; nil where
// there are none, or where another store is at the path by now. What cannot be
// read is as good as nothing: the store is asked first anyway.
func (l *Live) loadKept() *board.Snapshot {
	path := l.keptPath()
	if path == "" {
		return nil
	}
	kept, err := readKept(path, absolute(l.Store))
	if err == nil {
		err = l.stillThere(kept)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		l.Log.Warn("the values kept for a start without the store are not used", "file", path, "error", err)
		return nil
	}
	return kept
}

func readKept(path, store string) (*board.Snapshot, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file keptFile
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, err
	}
	switch {
	case file.Version != keptVersion:
		return nil, fmt.Errorf("they are of version %d", file.Version)
	case file.Store != store:
		return nil, fmt.Errorf("they are of the store %q", file.Store)
	case file.Sum != sumOf(file.Values):
		return nil, errors.New("the file is damaged")
	}
	kept := &board.Snapshot{}
	return kept, json.Unmarshal(file.Values, kept)
}

// stillThere refuses the values where a file is at the store's path that is not
// the one they were read from. Of a file that is gone they are the last word, and
// a copy is another file every minute.
func (l *Live) stillThere(kept *board.Snapshot) error {
	if l.storeRole() == config.Copy {
		return nil
	}
	now, err := store.FileID(l.Store)
	if err == nil && now != kept.File {
		return errors.New("another store has taken the place of theirs")
	}
	return nil
}

// keeper keeps the values that the wall shows. It belongs to one goroutine.
type keeper struct {
	*Live
	read   time.Time // when what is kept was read
	at     time.Time // when it was written
	kpis   []byte    // its values, to see whether they changed
	failed bool      // told already
}

// look keeps the values of the board that was shown last, where they are worth
// a write: at the end the time alone is.
func (k *keeper) look(end bool) {
	path := k.keptPath()
	b := k.lastBoard()
	if path == "" || b == nil {
		return
	}
	kept, ok := b.Snapshot()
	if !ok || kept.Read.Equal(k.read) {
		return
	}
	kpis, err := json.Marshal(kept.KPIs)
	if err != nil {
		k.fail(err)
		return
	}
	wait := keepEvery
	if bytes.Equal(kpis, k.kpis) {
		wait = keepAnyway
	}
	since := k.Now().Sub(k.at)
	if !end && 0 <= since && since < wait {
		return
	}
	k.at = k.Now() // also after a failure: a full disk is not asked every minute
	if err := writeKept(path, absolute(k.Store), kept); err != nil {
		k.fail(err)
		return
	}
	k.read, k.kpis, k.failed = kept.Read, kpis, false
}

// fail tells once that nothing is kept. The wall does without.
func (k *keeper) fail(err error) {
	if !k.failed {
		k.failed = true
		k.Log.Warn("the values are not kept for a start without the store", "error", err)
	}
}

func writeKept(path, store string, kept board.Snapshot) error {
	values, err := json.Marshal(kept)
	if err != nil {
		return err
	}
	text, err := json.Marshal(keptFile{Version: keptVersion, Store: store, Sum: sumOf(values), Values: values})
	if err != nil {
		return err
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return err
	}
	return atomicfile.Write(path, text)
}

func sumOf(values []byte) string {
	sum := sha256.Sum256(values)
	return hex.EncodeToString(sum[:])
}

// absolute returns path from the root, or as it is where nobody knows the folder.
func absolute(path string) string {
	if abs, err := filepath.Abs(path); err == nil {
		return abs
	}
	return path
}
