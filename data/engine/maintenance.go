package engine

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/doctor"
	"kpiwall/data/finding"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// maintenanceEvery is how often the store is looked after.
const maintenanceEvery = time.Minute

// maintenance looks after the store of a running wall, on a goroutine of its own
// so that a slow disk holds up no board: it warns before something breaks, and
// makes a backup a day. It opens the store anew each time, and so meets it as
// it is. What it cannot open it leaves to the loop to report.
type maintenance struct {
	*Engine
	loop      *board.Loop
	lock      *store.Lock                  // nil while another process has it
	shown     map[string][]finding.Finding // on the wall, by name
	logged    map[string]string            // in the log alone, by name
	snapshots snapshotSaver

	sound   soundness
	failing failing
}

// newMaintenance returns the maintenance of the store of e, whose boards loop shows.
func newMaintenance(e *Engine, loop *board.Loop) *maintenance {
	m := &maintenance{Engine: e, loop: loop, shown: map[string][]finding.Finding{}, logged: map[string]string{}, snapshots: snapshotSaver{Engine: e}}
	if loop.Snapshot != nil { // it is in its file already, and must not be written as new
		m.snapshots.read = loop.Snapshot.Read
	}
	return m
}

// soundness is when the store was last looked through.
type soundness struct {
	day  string
	file os.FileInfo
	bad  bool
}

// run looks after the store until ctx ends.
func (m *maintenance) run(ctx context.Context) {
	tick := time.NewTicker(maintenanceEvery)
	defer tick.Stop()
	for {
		m.check(ctx)
		m.snapshots.save(false)
		select {
		case <-ctx.Done():
			m.snapshots.save(true)
			if m.lock != nil {
				_ = m.lock.Release()
			}
			return
		case <-tick.C:
		}
	}
}

// check looks after the store once.
func (m *maintenance) check(ctx context.Context) {
	role := m.storeRole()
	if role == config.Copy {
		m.release()
	} else {
		m.takeLock()
	}
	s, err := m.open(ctx, m.Store)
	if err != nil {
		return
	}
	defer s.Close()
	facts, err := s.Facts(ctx)
	if err != nil {
		m.unreadable(err)
		return
	}
	m.report("clock", doctor.Clock(m.now(), facts.Written()))
	m.examine(ctx, s, facts.Size)
	if role == config.Copy {
		return // the rest is for whoever has the store that it is copied from
	}
	disk, err := doctor.DiskOf(filepath.Dir(m.Store))
	if err == nil {
		m.report("disk", disk.Findings(facts.Journal))
	}
	if m.lock != nil && !m.sound.bad {
		if role == config.Source {
			m.beat(ctx, s)
		}
		m.backUp(ctx, facts.Size, disk)
	}
}

// unreadable reports damage that only the maintenance has met: the loop reads
// nothing but what the tiles need.
func (m *maintenance) unreadable(err error) {
	var own *store.Error
	if errors.As(err, &own) && own.Kind == store.Damaged {
		m.sound = soundness{bad: true}
		m.report("store", []finding.Finding{board.FindingOf(err)})
	}
}

// release takes back what a wall says and holds whose store has become a copy.
func (m *maintenance) release() {
	if m.lock != nil {
		_ = m.lock.Release()
		m.lock = nil
	}
	m.report("disk", nil)
	m.report("backup", nil)
}

// beat notes in a store that is copied that it is looked after. Where that fails
// the copies say so; the log here says why.
func (m *maintenance) beat(ctx context.Context, s *store.Store) {
	text, err := "", s.Beat(ctx)
	if err != nil {
		text = err.Error()
	}
	if text != "" && m.logged["beat"] != text && ctx.Err() == nil {
		m.Log.Warn("copies of the store are not told that it is looked after", "error", err)
	}
	m.logged["beat"] = text
}

// now is the time in the board's zone.
func (m *maintenance) now() time.Time {
	m.mu.Lock()
	defer m.mu.Unlock()
	if zone := m.calendar.Zone; zone != nil {
		return m.Now().In(zone)
	}
	return m.Now().UTC()
}

// takeLock marks the store as shown by this wall. A second wall shows it too,
// and takes over the maintenance when the first one ends. Where the folder cannot be
// written nobody needs the lock.
func (m *maintenance) takeLock() {
	if m.lock != nil {
		return
	}
	lock, err := store.TakeLock(m.Store)
	if err == nil {
		m.lock = lock
	} else if errors.Is(err, store.ErrHeld) && m.logged["lock"] == "" {
		m.logged["lock"] = err.Error()
		m.Log.Info("another wall shows this store and makes its backups", "store", m.Store)
	}
}

// examine looks through a store once a day, when another file took its place,
// and for as long as it is damaged. Of a copy that is made anew every minute
// once a day is enough.
func (m *maintenance) examine(ctx context.Context, s *store.Store, size int64) {
	day := m.now().Format(time.DateOnly)
	file, err := os.Stat(m.Store)
	if err != nil || !m.sound.bad && m.sound.day == day && (m.storeRole() == config.Copy || os.SameFile(file, m.sound.file)) {
		return
	}
	found, err := doctor.Integrity(ctx, s, size, false)
	if err != nil {
		return // it is looked through next time
	}
	m.sound = soundness{day: day, file: file, bad: finding.Worst(found) >= finding.Problem}
	m.report("store", found)
}

// report puts what is bad among found on the wall under name, or takes what stands
// there away. What differs in its args alone, such as in the minutes that pass,
// is the same, and the log has it once.
func (m *maintenance) report(name string, found []finding.Finding) {
	var bad []finding.Finding
	for _, f := range found {
		if f.Severity >= finding.Warning {
			bad = append(bad, f)
		}
	}
	before := m.shown[name]
	if reflect.DeepEqual(bad, before) {
		return
	}
	m.shown[name] = bad
	for _, f := range bad {
		if !slices.ContainsFunc(before, func(b finding.Finding) bool { return b.Code == f.Code && b.Subject == f.Subject }) {
			m.Log.Warn("the store needs care", "what", words.English().Line(f))
		}
	}
	m.loop.SetFindings(name, bad)
}
