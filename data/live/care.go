package live

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

// careEvery is how often the store is looked after.
const careEvery = time.Minute

// care looks after the store of a running wall, on a goroutine of its own so
// that a slow disk holds up no board: it warns before something breaks, and
// makes a backup a day. It opens the store anew each time, and so meets it as
// it is. What it cannot open it leaves to the loop to tell.
type care struct {
	*Live
	loop *board.Loop
	lock *store.Lock                  // nil while another process has it
	told map[string][]finding.Finding // what stands on the wall, by name
	said map[string]string            // what only the log was told, by name
	kept keeper

	sound   soundness
	failing failing
}

// newCare returns the care for the store of l, whose boards loop shows.
func newCare(l *Live, loop *board.Loop) *care {
	c := &care{Live: l, loop: loop, told: map[string][]finding.Finding{}, said: map[string]string{}, kept: keeper{Live: l}}
	if loop.Snapshot != nil { // it is in its file already, and must not be written as new
		c.kept.read = loop.Snapshot.Read
	}
	return c
}

// soundness is when the store was last looked through.
type soundness struct {
	day  string
	file os.FileInfo
	bad  bool
}

// run looks after the store until ctx ends.
func (c *care) run(ctx context.Context) {
	tick := time.NewTicker(careEvery)
	defer tick.Stop()
	for {
		c.look(ctx)
		c.kept.look(false)
		select {
		case <-ctx.Done():
			c.kept.look(true)
			if c.lock != nil {
				_ = c.lock.Release()
			}
			return
		case <-tick.C:
		}
	}
}

// look looks once.
func (c *care) look(ctx context.Context) {
	role := c.storeRole()
	if role == config.Copy {
		c.leave()
	} else {
		c.takeLock()
	}
	s, err := c.open(ctx, c.Store)
	if err != nil {
		return
	}
	defer s.Close()
	facts, err := s.Facts(ctx)
	if err != nil {
		c.unreadable(err)
		return
	}
	c.tell("clock", doctor.Clock(c.now(), facts.Written()))
	c.examine(ctx, s, facts.Size)
	if role == config.Copy {
		return // the rest is for whoever has the store that it is copied from
	}
	disk, err := doctor.DiskOf(filepath.Dir(c.Store))
	if err == nil {
		c.tell("disk", disk.Findings(facts.Journal))
	}
	if c.lock != nil && !c.sound.bad {
		if role == config.Source {
			c.beat(ctx, s)
		}
		c.backUp(ctx, facts.Size, disk)
	}
}

// unreadable tells of damage where only the care has met it: the loop reads
// nothing but what the tiles need.
func (c *care) unreadable(err error) {
	var own *store.Error
	if errors.As(err, &own) && own.Kind == store.Damaged {
		c.sound = soundness{bad: true}
		c.tell("store", []finding.Finding{board.FindingOf(err)})
	}
}

// leave takes back what a wall says and holds whose store has become a copy.
func (c *care) leave() {
	if c.lock != nil {
		_ = c.lock.Release()
		c.lock = nil
	}
	c.tell("disk", nil)
	c.tell("backup", nil)
}

// beat notes in a store that is copied that it is looked after. Where that fails
// the copies say so; the log here says why.
func (c *care) beat(ctx context.Context, s *store.Store) {
	text := ""
	if err := s.Beat(ctx); err != nil {
		text = err.Error()
	}
	if text != "" && c.said["beat"] != text && ctx.Err() == nil {
		c.Log.Warn("copies of the store are not told that it is looked after", "error", text)
	}
	c.said["beat"] = text
}

// now is the time in the board's zone.
func (c *care) now() time.Time {
	c.mu.Lock()
	defer c.mu.Unlock()
	if zone := c.calendar.Zone; zone != nil {
		return c.Now().In(zone)
	}
	return c.Now().UTC()
}

// takeLock marks the store as shown by this wall. A second wall shows it too,
// and takes over the care when the first one ends. Where the folder cannot be
// written nobody needs the lock.
func (c *care) takeLock() {
	if c.lock != nil {
		return
	}
	lock, err := store.TakeLock(c.Store)
	if err == nil {
		c.lock = lock
	} else if errors.Is(err, store.ErrHeld) && c.said["lock"] == "" {
		c.said["lock"] = err.Error()
		c.Log.Info("another wall shows this store and makes its backups", "store", c.Store)
	}
}

// examine looks through a store once a day, when another file took its place,
// and for as long as it is damaged. Of a copy that is made anew every minute
// once a day is enough.
func (c *care) examine(ctx context.Context, s *store.Store, size int64) {
	day := c.now().Format(time.DateOnly)
	file, err := os.Stat(c.Store)
	if err != nil || !c.sound.bad && c.sound.day == day && (c.storeRole() == config.Copy || os.SameFile(file, c.sound.file)) {
		return
	}
	found, err := doctor.Integrity(ctx, s, size, false)
	if err != nil {
		return // it is looked through next time
	}
	c.sound = soundness{day: day, file: file, bad: finding.Worst(found) >= finding.Problem}
	c.tell("store", found)
}

// tell puts what is bad among found on the wall under name, or takes what stands
// there away. What differs in its args alone, such as in the minutes that pass,
// is the same, and the log has it once.
func (c *care) tell(name string, found []finding.Finding) {
	var bad []finding.Finding
	for _, f := range found {
		if f.Severity >= finding.Warning {
			bad = append(bad, f)
		}
	}
	before := c.told[name]
	if reflect.DeepEqual(bad, before) {
		return
	}
	c.told[name] = bad
	for _, f := range bad {
		if !slices.ContainsFunc(before, func(b finding.Finding) bool { return b.Code == f.Code && b.Subject == f.Subject }) {
			c.Log.Warn("the store needs care", "what", words.Line(f))
		}
	}
	c.loop.SetFindings(name, bad)
}
