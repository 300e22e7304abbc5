package live

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/doctor"
	"kpiwall/data/finding"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

const (
	// keepBackups is how many daily backups are kept: two weeks, so that a
	// mistake which is noticed after a holiday can still be looked up.
	keepBackups = 14
	// backupRetry is the wait after a backup that failed.
	backupRetry = 15 * time.Minute
	// backupGrace is how long backups may fail before the wall says so.
	backupGrace = 48 * time.Hour
)

// failing is a run of backups that failed.
type failing struct {
	since, last time.Time // zero: the last one did not
	why         finding.Finding
}

// backUp makes the backup of today, if there is none yet. Manual backups do not
// count, and are never removed.
func (c *care) backUp(ctx context.Context, size int64, disk doctor.Disk) {
	now := c.now()
	to := store.DailyPath(c.Store, now)
	if wait := now.Sub(c.failing.last); exists(to) || 0 <= wait && wait < backupRetry {
		return
	}
	if !c.recording() {
		c.failing = failing{}
		return
	}
	err := c.makeBackup(ctx, to, size, disk)
	switch {
	case ctx.Err() != nil:
	case err == nil:
		c.failing = failing{}
		c.tell("backup", nil)
		c.prune(to)
	default:
		c.failed(err, now)
	}
}

// makeBackup leaves enough free space for values to be recorded.
func (c *care) makeBackup(ctx context.Context, to string, size int64, disk doctor.Disk) error {
	if disk.Known && disk.Free < uint64(size)+doctor.LowSpace {
		return finding.New("backup.space", nil)
	}
	made, err := store.Backup(ctx, c.Store, to)
	if err == nil {
		c.Log.Info("backed up", "file", made.Path, "values", made.Values)
	}
	return err
}

// recording reports whether values can be recorded. Where they cannot there is
// nothing to lose.
func (c *care) recording() bool {
	return doctor.MayWrite(c.Store) && doctor.MayWrite(filepath.Dir(store.BackupFolder(c.Store)))
}

// failed notes a backup that failed, and says so on the wall when that has been
// so for long.
func (c *care) failed(err error, now time.Time) {
	if c.failing.since.IsZero() {
		c.failing.since = now
		if day, ok := newestDaily(c.Store, now); ok && day.Before(now) {
			c.failing.since = day // also before the wall was last started
		}
	}
	why := board.FindingOf(err)
	if c.failing.last.IsZero() || words.Finding(why) != words.Finding(c.failing.why) {
		c.Log.Warn("no backup was made", "error", words.Error(err))
	}
	c.failing.last, c.failing.why = now, why
	if since := c.failing.since; now.Sub(since) >= backupGrace {
		c.tell("backup", []finding.Finding{{
			Severity: finding.Warning, Code: "backup.failing", Args: finding.Args{"Since": since, "Cause": why},
		}})
	}
}

// newestDaily returns the end of the day of the last daily backup, if there is
// one that is not of the future.
func newestDaily(path string, now time.Time) (end time.Time, ok bool) {
	for _, day := range store.Dailies(path) {
		t, err := time.ParseInLocation(time.DateOnly, day, now.Location())
		if err == nil && !t.After(now) && t.After(end) {
			end, ok = t, true
		}
	}
	return end.AddDate(0, 0, 1), ok
}

// prune removes the oldest daily backups, and what backups that were cut off
// left behind. Those dated in the future were made while the clock was wrong:
// they count as none, so that they push no others out.
func (c *care) prune(newest string) {
	var past []string
	for path := range store.Dailies(c.Store) {
		if path <= newest {
			past = append(past, path)
		}
	}
	slices.SortFunc(past, func(a, b string) int { return cmp.Compare(b, a) })
	for _, path := range past[min(keepBackups, len(past)):] {
		c.remove(path)
	}
	drafts, _ := filepath.Glob(filepath.Join(filepath.Dir(newest), store.DraftPattern))
	for _, path := range drafts {
		info, err := os.Stat(path)
		if err == nil && c.Now().Sub(info.ModTime()) > 24*time.Hour {
			c.remove(path)
		}
	}
}

func (c *care) remove(path string) {
	if err := os.Remove(path); err != nil {
		c.Log.Warn("an old backup is not removed", "error", err)
	}
}
