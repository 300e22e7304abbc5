package engine

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
	// snapshotEvery is how long values that changed wait to be saved: a memory
	// card does not outlive a write a minute for years.
	snapshotEvery = 5 * time.Minute
	// unchangedSnapshotEvery is how long the time at which values were read
	// waits, where only that has changed.
	unchangedSnapshotEvery = time.Hour
	// snapshotVersion is that of the file's form; another one is not read.
	snapshotVersion = 1
)

// snapshotFile is the file that a snapshot is saved in.
type snapshotFile struct {
	Version int             `json:"version"`
	Store   string          `json:"store"` // absolute
	Sum     string          `json:"sum"`   // of Values as they stand there
	Values  json.RawMessage `json:"values"`
}

// snapshotPath returns where the values of this wall are saved, or "" where they
// are not. Walls with other boards on the same store have their own.
func (e *Engine) snapshotPath() string {
	if e.State == "" || !e.AsOf.IsZero() {
		return ""
	}
	of := sha256.Sum256([]byte(absolute(e.Store) + "\x00" + absolute(e.Config)))
	return filepath.Join(e.State, "values-"+hex.EncodeToString(of[:6])+".json")
}

// loadSnapshot returns the values that an earlier run of this wall saved; nil
// where there are none, or where another store is at the path by now. What cannot be
// read is as good as nothing: the store is asked first anyway.
func (e *Engine) loadSnapshot() *board.Snapshot {
	path := e.snapshotPath()
	if path == "" {
		return nil
	}
	snapshot, err := readSnapshot(path, absolute(e.Store))
	if err == nil {
		err = e.checkSameStore(snapshot)
	}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		e.Log.Warn("the values kept for a start without the store are not used", "file", path, "error", err)
		return nil
	}
	return snapshot
}

func readSnapshot(path, store string) (*board.Snapshot, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file snapshotFile
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, err
	}
	switch {
	case file.Version != snapshotVersion:
		return nil, fmt.Errorf("they are of version %d", file.Version)
	case file.Store != store:
		return nil, fmt.Errorf("they are of the store %q", file.Store)
	case file.Sum != sumOf(file.Values):
		return nil, errors.New("the file is damaged")
	}
	snapshot := &board.Snapshot{}
	return snapshot, json.Unmarshal(file.Values, snapshot)
}

// checkSameStore refuses the values where a file is at the store's path that is
// not the one they were read from. Of a file that is gone they are the last word, and
// a copy is another file every minute.
func (e *Engine) checkSameStore(snapshot *board.Snapshot) error {
	if e.storeRole() == config.Copy {
		return nil
	}
	now, err := store.FileID(e.Store)
	if err == nil && now != snapshot.File {
		return errors.New("another store has taken the place of theirs")
	}
	return nil
}

// snapshotSaver saves the values that the wall shows. It belongs to one goroutine.
type snapshotSaver struct {
	*Engine
	read   time.Time // when what is saved was read
	at     time.Time // when it was written
	kpis   []byte    // its values, to see whether they changed
	failed bool      // logged already
}

// save writes the values of the board that was shown last, where they are worth
// it: at the end the time alone is.
func (s *snapshotSaver) save(end bool) {
	path := s.snapshotPath()
	b := s.lastBoard()
	if path == "" || b == nil {
		return
	}
	snapshot, ok := b.Snapshot()
	if !ok || snapshot.Read.Equal(s.read) {
		return
	}
	kpis, err := json.Marshal(snapshot.KPIs)
	if err != nil {
		s.fail(err)
		return
	}
	wait := snapshotEvery
	if bytes.Equal(kpis, s.kpis) {
		wait = unchangedSnapshotEvery
	}
	since := s.Now().Sub(s.at)
	if !end && 0 <= since && since < wait {
		return
	}
	s.at = s.Now() // also after a failure: a full disk is not asked every minute
	if err := writeSnapshot(path, absolute(s.Store), snapshot); err != nil {
		s.fail(err)
		return
	}
	s.read, s.kpis, s.failed = snapshot.Read, kpis, false
}

// fail logs once that nothing is saved. The wall does without.
func (s *snapshotSaver) fail(err error) {
	if !s.failed {
		s.failed = true
		s.Log.Warn("the values are not kept for a start without the store", "error", err)
	}
}

func writeSnapshot(path, store string, snapshot board.Snapshot) error {
	values, err := json.Marshal(snapshot)
	if err != nil {
		return err
	}
	text, err := json.Marshal(snapshotFile{Version: snapshotVersion, Store: store, Sum: sumOf(values), Values: values})
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
