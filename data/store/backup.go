package store

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// Copy is a finished backup, or a store made from one.
type Copy struct {
	Path    string // absolute
	Values  int    // in force
	Size    int64  // in bytes
	version int
}

// BackupFolder returns where the backups of the store at path are: "backups"
// beside it.
func BackupFolder(path string) string { return filepath.Join(filepath.Dir(resolve(path)), "backups") }

// BackupPath returns the name of a backup made at now, in its location:
// backups/kpi-2026-11-21T210000.db for kpi.db.
func BackupPath(path string, now time.Time) string {
	return filepath.Join(BackupFolder(path), stem(path)+"-"+now.Format(nameLayout)+".db")
}

// daily is what names the backups that a running wall makes.
const daily = "-daily-"

// DailyPath returns the name of the backup that a running wall makes on the day
// of now, in its location: backups/kpi-daily-2026-11-21.db for kpi.db.
func DailyPath(path string, now time.Time) string {
	return filepath.Join(BackupFolder(path), stem(path)+daily+now.Format(dayLayout)+".db")
}

// Dailies returns the day of each daily backup of the store at path, by the
// path of the backup.
func Dailies(path string) map[string]string {
	days := map[string]string{}
	entries, _ := os.ReadDir(BackupFolder(path)) // without a folder there are none
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), stem(path)+daily)
		day, end := strings.CutSuffix(rest, ".db")
		if _, err := time.Parse(dayLayout, day); ok && end && err == nil {
			days[filepath.Join(BackupFolder(path), e.Name())] = day
		}
	}
	return days
}

// Backups returns the files that hold backups of the store at path: the daily ones
// and those under a name of their own that [BackupPath] gave them. Copies that were
// made for another reason, and those of other stores in the folder, are none.
func Backups(path string) []string {
	files := slices.Collect(maps.Keys(Dailies(path)))
	entries, _ := os.ReadDir(BackupFolder(path)) // without a folder there are none
	for _, e := range entries {
		rest, ok := strings.CutPrefix(e.Name(), stem(path)+"-")
		moment, end := strings.CutSuffix(rest, ".db")
		if _, err := time.Parse(nameLayout, moment); ok && end && err == nil {
			files = append(files, filepath.Join(BackupFolder(path), e.Name()))
		}
	}
	return files
}

// nameLayout is a moment in a file's name; Windows takes no colons there.
const nameLayout = "2006-01-02T150405"

// stem is the file name of a store without its ending.
func stem(path string) string {
	name := filepath.Base(resolve(path))
	return strings.TrimSuffix(name, filepath.Ext(name))
}

// Backup copies the store at path to a new file at to, with the folders above
// it, while others read and write: the copy is the store at one moment. It is
// checked and on the disk for good before it gets its name, and never takes the
// place of another file ([Exists]). With a rollback journal others cannot
// commit meanwhile: a second or less up to 100,000 rows.
func Backup(ctx context.Context, path, to string) (Copy, error) {
	const op = "back up the store"
	abs, err := filepath.Abs(to)
	if err != nil {
		return Copy{}, fmt.Errorf("%s %q: %w", op, to, err)
	}
	if err := vacant(op, abs); err != nil {
		return Copy{}, err
	}
	if err := os.MkdirAll(filepath.Dir(abs), 0o755); err != nil {
		return Copy{}, fail(ctx, op, abs, err)
	}
	c, err := copyInto(ctx, op, path, filepath.Dir(abs))
	if err != nil {
		return Copy{}, err
	}
	defer os.Remove(c.Path)
	if err := publish(op, c.Path, abs); err != nil {
		return Copy{}, fail(ctx, op, abs, err)
	}
	c.Path = abs
	return c, nil
}

// DraftPattern matches what a copy that was interrupted leaves in its folder.
const DraftPattern = draftPrefix + "*" + draftSuffix

const (
	draftPrefix = ".kpiwall-"
	draftSuffix = ".tmp"
)

// draftIn returns a new name in folder.
func draftIn(folder string) string { return filepath.Join(folder, draftPrefix+rand.Text()+draftSuffix) }

// copyInto makes a whole, checked copy of the store at path, under a name of
// its own in folder. SQLite makes it: copying the bytes of a file that somebody
// writes, or without its journal, makes a broken one.
func copyInto(ctx context.Context, op, path, folder string) (c Copy, err error) {
	path = resolve(path)
	source, err := openSession(ctx, op, path, false)
	if err != nil {
		return c, err
	}
	defer source.close()
	draft := draftIn(folder)
	if err = vacuum(ctx, path, draft); err == nil {
		err = settleFile(draft, source.file.Mode().Perm())
	}
	if err == nil {
		c, err = verify(ctx, op, draft)
	}
	if err != nil {
		os.Remove(draft)
		return c, blame(fail(ctx, op, draft, err), draft, path, folder)
	}
	return c, nil
}

// vacuum writes the store at path into draft.
func vacuum(ctx context.Context, path, draft string) error {
	// Before SQLite would: what is private must not be readable for a moment.
	f, err := os.OpenFile(draft, os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	f.Close()
	db, err := sql.Open("sqlite", dsn(path, url.Values{"_busy_timeout": {fmt.Sprint(writerWait.Milliseconds())}}))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, "VACUUM INTO ?", draft)
	return err
}

// settleFile puts the file on the disk for good, which SQLite leaves undone
// here, with the permissions of the store.
func settleFile(path string, mode os.FileMode) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Chmod(mode), f.Close())
}

// verify opens the copy as a wall would and has SQLite look through it.
func verify(ctx context.Context, op, draft string) (Copy, error) {
	c := Copy{Path: draft}
	s, err := openSession(ctx, op, draft, false)
	if err != nil {
		return c, err
	}
	defer s.close()
	found, err := s.check(ctx, "quick_check")
	if err != nil {
		return c, err
	}
	if len(found) > 0 {
		return c, &Error{Op: op, Kind: Damaged, Path: draft, Err: errors.New(found[0])}
	}
	c.version, c.Size = s.version, s.file.Size()
	return c, s.reader.QueryRowContext(ctx, "SELECT count(*) FROM kpi_current").Scan(&c.Values)
}

// blame names the file that an error is about: a store that cannot be read, or
// the folder that the copy was to go to.
func blame(err error, draft, path, folder string) error {
	var own *Error
	if !errors.As(err, &own) || own.Path != draft {
		return err
	}
	switch own.Kind {
	case Full, ReadOnly, Permission, Missing, Exists:
		own.Path = folder
	default:
		own.Path = path
	}
	return err
}
