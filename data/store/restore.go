package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"kpiwall/data/finding"
)

// Restored is a store that was put in place.
type Restored struct {
	Copy
	Aside string // where the file is that it replaced; empty where there was none
}

// Restore puts a copy of the backup in the place of the store at path. What
// was there is kept beside it as kpi-replaced-2026-11-21T210000.db, named by
// now. It refuses while a wall shows the store ([ErrHeld]) or a program writes
// it ([Locked]), and a backup that is no sound store of this version; nothing
// is then changed. A plug pulled at any moment leaves the old store or the
// new one, each whole; where the old one was too damaged to be opened it may
// leave none, and to restore again then finishes it.
func Restore(ctx context.Context, backup, path string, now time.Time) (Restored, error) {
	const op = "restore the store"
	path = resolve(path)
	if err := distinct(op, backup, path); err != nil {
		return Restored{}, err
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return Restored{}, fail(ctx, op, path, err)
	}
	lock, err := TakeLock(path)
	switch {
	case errors.Is(err, ErrHeld):
		return Restored{}, &finding.Error{Finding: finding.Finding{Severity: finding.Problem, Code: "restore.shown", Args: finding.Args{"Path": path}}, Err: err}
	case err == nil:
		defer lock.Release()
	case !errors.Is(err, errors.ErrUnsupported):
		return Restored{}, fail(ctx, op, path, err)
	}
	c, err := copyInto(ctx, op, backup, folder)
	if err != nil {
		return Restored{}, err
	}
	defer os.Remove(c.Path)
	if c.version > schemaVersion {
		return Restored{}, &Error{Op: op, Kind: Newer, Path: backup}
	}
	return replace(ctx, op, c, path, filepath.Join(folder, stem(path)+"-replaced-"+now.Format(nameLayout)+".db"))
}

// distinct refuses a store as its own backup.
func distinct(op, backup, path string) error {
	a, err := statFile(op, backup)
	if err != nil {
		return err
	}
	if b, err := os.Stat(path); err == nil && os.SameFile(a, b) {
		return finding.New("restore.self", finding.Args{"Path": path})
	}
	return nil
}

// replace swaps the copy in while no program can commit to the store.
func replace(ctx context.Context, op string, c Copy, path, aside string) (Restored, error) {
	held, err := hold(ctx, op, path)
	if err != nil {
		return Restored{}, err
	}
	s := swap{draft: c.Path, path: path, aside: aside, settled: held != nil}
	if held != nil {
		defer held.Close()
	}
	if err := s.prepare(op); err != nil {
		return Restored{}, err
	}
	if err := letGo(op, path, held); err != nil {
		return Restored{}, err
	}
	for _, step := range s.steps() {
		if err := step(); err != nil {
			return Restored{}, &finding.Error{Finding: finding.Finding{Severity: finding.Problem, Code: "restore.half", Args: finding.Args{"Why": fail(ctx, op, path, err), "Aside": aside}}, Err: err}
		}
	}
	r := Restored{Copy: c}
	r.Path = path
	if s.had {
		r.Aside = aside
	}
	return r, nil
}

// hold rolls back or takes in what lies in the side files of the store, and
// locks it until the result is closed: a program that committed to the file
// during the swap would write its journal beside the new one. It returns nil
// where there is no store, or none that can be opened.
func hold(ctx context.Context, op, path string) (*sql.DB, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, nil //nolint:nilerr // nothing to lock; the swap says what else is wrong
	}
	db, err := sql.Open("sqlite", dsn(path, url.Values{
		"_busy_timeout": {fmt.Sprint(writerWait.Milliseconds())},
		"_pragma":       {"locking_mode(EXCLUSIVE)"}, // with a write-ahead log too
	}))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	for _, query := range []string{"PRAGMA wal_checkpoint(TRUNCATE)", "BEGIN EXCLUSIVE"} {
		if _, err = db.ExecContext(ctx, query); err != nil {
			break
		}
	}
	if err == nil {
		return db, nil
	}
	db.Close()
	var own *Error
	if err = fail(ctx, op, path, err); ctx.Err() != nil || errors.As(err, &own) && own.Kind == Locked {
		return nil, err
	}
	return nil, nil
}

// sides are the files that SQLite keeps beside a database. Beside another
// database of the same name it would play them back into that.
var sides = [...]string{"-journal", "-wal", "-shm"}

// swap puts draft in the place of path and keeps what is there.
type swap struct {
	draft, path string
	aside       string
	settled     bool // the file at path is whole without its side files
	had         bool // there is a file at path
}

// prepare makes the draft like the file that it replaces, and makes sure that
// nothing is in the way.
func (s *swap) prepare(op string) error {
	info, err := os.Stat(s.path)
	if errors.Is(err, fs.ErrNotExist) {
		return s.vacantSides(op)
	}
	if err == nil && info.IsDir() {
		return &Error{Op: op, Kind: Directory, Path: s.path}
	}
	if err != nil {
		return fail(context.Background(), op, s.path, err)
	}
	s.had = true
	likeOwner(s.draft, info)
	if err := os.Chmod(s.draft, info.Mode().Perm()); err != nil {
		return fail(context.Background(), op, s.path, err)
	}
	return s.vacantSides(op)
}

func (s *swap) vacantSides(op string) error {
	for _, side := range append([]string{""}, sides[:]...) {
		if err := vacant(op, s.aside+side); err != nil {
			return err
		}
	}
	return nil
}

// steps are the moments of a swap; a plug may be pulled between any two.
func (s *swap) steps() []func() error {
	return []func() error{s.setAside, s.clear, s.place, func() error { return syncFolder(filepath.Dir(s.path)) }}
}

// setAside gives the old file its second name. A file that needs its side files is
// not left at its place without them: it loses the first one.
func (s *swap) setAside() error {
	if !s.had {
		return nil
	}
	err := errors.ErrUnsupported
	if s.settled {
		err = os.Link(s.path, s.aside)
	}
	if err != nil {
		err = os.Rename(s.path, s.aside)
	}
	return err
}

// clear takes the side files away, with what they hold.
func (s *swap) clear() error {
	for _, side := range sides {
		var err error
		if s.settled {
			err = os.Remove(s.path + side)
		} else {
			err = os.Rename(s.path+side, s.aside+side)
		}
		if err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

func (s *swap) place() error { return rename(s.draft, s.path) }
