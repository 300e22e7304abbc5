package engine

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
	// maxBackups is how many daily backups there are: two weeks, so that a
	// mistake which is noticed after a holiday can still be looked up.
	maxBackups = 14
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
func (m *maintenance) backUp(ctx context.Context, size int64, disk doctor.Disk) {
	now := m.now()
	to := store.DailyPath(m.Store, now)
	if wait := now.Sub(m.failing.last); exists(to) || 0 <= wait && wait < backupRetry {
		return
	}
	if !m.canRecord() {
		m.failing = failing{}
		return
	}
	err := m.makeBackup(ctx, to, size, disk)
	switch {
	case ctx.Err() != nil:
	case err == nil:
		m.failing = failing{}
		m.report("backup", nil)
		m.prune(to)
	default:
		m.failed(err, now)
	}
}

// makeBackup leaves enough free space for values to be recorded.
func (m *maintenance) makeBackup(ctx context.Context, to string, size int64, disk doctor.Disk) error {
	if disk.Known && disk.Free < uint64(size)+doctor.LowSpace {
		return finding.New("backup.space", nil)
	}
	made, err := store.Backup(ctx, m.Store, to)
	if err == nil {
		m.Log.Info("backed up", "file", made.Path, "values", made.Values)
	}
	return err
}

// canRecord reports whether values can be recorded. Where they cannot there is
// nothing to lose.
func (m *maintenance) canRecord() bool {
	return doctor.MayWrite(m.Store) && doctor.MayWrite(filepath.Dir(store.BackupFolder(m.Store)))
}

// failed notes a backup that failed, and says so on the wall when that has been
// so for long.
func (m *maintenance) failed(err error, now time.Time) {
	if m.failing.since.IsZero() {
		m.failing.since = now
		if day, ok := newestDaily(m.Store, now); ok && day.Before(now) {
			m.failing.since = day // also before the wall was last started
		}
	}
	why := board.FindingOf(err)
	if m.failing.last.IsZero() || words.English().Finding(why) != words.English().Finding(m.failing.why) {
		m.Log.Warn("no backup was made", "error", err)
	}
	m.failing.last, m.failing.why = now, why
	if since := m.failing.since; now.Sub(since) >= backupGrace {
		m.report("backup", []finding.Finding{{
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
func (m *maintenance) prune(newest string) {
	var past []string
	for path := range store.Dailies(m.Store) {
		if path <= newest {
			past = append(past, path)
		}
	}
	slices.SortFunc(past, func(a, b string) int { return cmp.Compare(b, a) })
	for _, path := range past[min(maxBackups, len(past)):] {
		m.remove(path)
	}
	drafts, _ := filepath.Glob(filepath.Join(filepath.Dir(newest), store.DraftPattern))
	for _, path := range drafts {
		info, err := os.Stat(path)
		if err == nil && m.Now().Sub(info.ModTime()) > 24*time.Hour {
			m.remove(path)
		}
	}
}

func (m *maintenance) remove(path string) {
	if err := os.Remove(path); err != nil {
		m.Log.Warn("an old backup is not removed", "error", err)
	}
}
