package live

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/store"
)

// backups returns the names in the folder of backups.
func (w *ward) backups() (names []string) {
	entries, _ := os.ReadDir(store.BackupFolder(w.live.Store))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// carer returns what looks after the store, without a wall around it: a wall
// that runs for weeks looks at its files a million times.
func (w *ward) carer() *care {
	loop := board.NewLoop(nil, nil, w.now, nil)
	w.live.calendar.Zone = time.UTC
	return newCare(w.live, loop)
}

// hours has c look once an hour.
func (w *ward) hours(c *care, n int) {
	for range n {
		c.look(w.t.Context())
		w.offset += time.Hour
	}
}

func TestLive_BacksUpOnceADayAndKeepsFourteen(t *testing.T) {
	w := newWard(t)
	folder := store.BackupFolder(w.live.Store)
	w.do(os.Mkdir(folder, 0o755))
	for _, name := range []string{"kpi-2026-01-01T120000.db", "kpi-daily-2027-11-20.db", "other-daily-2020-01-01.db", "kpi-daily-lists.db", ".kpiwall-x.tmp"} {
		w.do(os.WriteFile(filepath.Join(folder, name), nil, 0o644))
		w.do(os.Chtimes(filepath.Join(folder, name), w.now(), w.now()))
	}
	c := w.carer()
	w.hours(c, 1)
	if got := w.backups(); len(got) != 6 {
		t.Fatalf("at the start there is %v", got)
	}
	w.hours(c, 20*24)
	got := strings.Join(w.backups(), " ")
	want := ""
	for day := range keepBackups {
		want += fmt.Sprintf("kpi-daily-2026-%s.db ", time.Date(2026, 11, 27+day, 0, 0, 0, 0, time.UTC).Format("01-02"))
	}
	want = "kpi-2026-01-01T120000.db " + want + "kpi-daily-2027-11-20.db kpi-daily-lists.db other-daily-2020-01-01.db"
	if got != want {
		t.Errorf("after 20 days there is\n%s\nwant\n%s", got, want)
	}
	copied := filepath.Join(folder, "kpi-daily-2026-12-10.db")
	s, err := store.Open(t.Context(), copied, store.Options{Now: w.now})
	w.do(err)
	defer s.Close()
	if counts, err := s.KPIs(t.Context()); err != nil || counts["orders"] != 1 {
		t.Errorf("a backup holds %v, %v", counts, err)
	}
}

// The day is that of the board: at 23:00 in UTC it is tomorrow in Auckland.
func TestLive_BacksUpByTheBoardsCalendar(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		w.do(os.WriteFile(w.live.Config, []byte(strings.Replace(goodConfig, "UTC", "Pacific/Auckland", 1)), 0o644))
		w.offset = 14 * time.Hour
		w.run()
		w.pass(time.Minute)
		if got := fmt.Sprint(w.backups()); got != "[kpi-daily-2026-11-21.db]" {
			t.Errorf("there is %v", got)
		}
	})
}

func TestLive_TellsOfMissingBackupsOnlyAfterTwoDays(t *testing.T) {
	w := newWard(t)
	c := w.carer()
	folder := store.BackupFolder(w.live.Store)
	w.do(os.WriteFile(folder, nil, 0o644)) // where the folder should be
	w.hours(c, 48)
	if got := c.tells("backup"); got != "" {
		t.Errorf("before two days: %q", got)
	}
	w.hours(c, 2)
	if got := c.tells("backup"); !strings.HasPrefix(got, "no backup since 20 November: not a directory") {
		t.Errorf("after two days: %q", got)
	}
	w.do(os.Remove(folder))
	w.hours(c, 1)
	if got := c.tells("backup"); got != "" || len(w.backups()) != 1 {
		t.Errorf("after it is mended: %q, %v", got, w.backups())
	}
}

// A wall that is started anew every morning must tell it too.
func TestLive_CountsTheDaysWithoutABackupOverItsRestarts(t *testing.T) {
	w := newWard(t)
	for _, days := range []int{-4, -30} {
		w.offset = time.Duration(days) * 24 * time.Hour
		w.hours(w.carer(), 1)
	}
	w.offset = 0
	c := w.carer()
	c.failed(errors.New("the disk is gone"), w.now())
	if got := c.tells("backup"); got != "no backup since 17 November: the disk is gone" {
		t.Errorf("told %q", got)
	}
}

// The folder of the backups may be root's, after a "sudo kpiwall backup", while
// values are recorded as ever.
func TestLive_TellsOfAFolderForBackupsThatItMayNotWrite(t *testing.T) {
	w := newWard(t)
	c := w.carer()
	for day := range 5 {
		c.failed(&store.Error{Kind: store.Permission}, w.now().AddDate(0, 0, day))
	}
	if got := c.tells("backup"); !strings.HasPrefix(got, "no backup since 20 November: ") {
		t.Errorf("told %q", got)
	}
}

func TestLive_OnlyOneWallBacksUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		w := newWard(t)
		lock, err := store.TakeLock(w.live.Store) // as another wall does
		w.do(err)
		w.run()
		w.pass(3 * time.Minute)
		w.shows("beside another wall", 42, "")
		if got := w.backups(); len(got) > 0 {
			t.Errorf("both walls back up: %v", got)
		}
		w.do(lock.Release())
		w.pass(2 * time.Minute)
		if got := w.backups(); len(got) != 1 {
			t.Errorf("when the other has ended: %v", got)
		}
		if !store.Held(w.live.Store) {
			t.Error("the running wall has no lock")
		}
	})
}

func TestLive_ADemoMakesNoBackupAndTakesNoLock(t *testing.T) {
	o := start(t, "", true)
	o.await("the demo", func(b *board.Board) bool { return b.Demo })
	time.Sleep(200 * time.Millisecond)
	if store.Held(o.store) {
		t.Error("the demo has the lock of a store that it does not show")
	}
	if _, err := os.Stat(store.BackupFolder(o.store)); err == nil {
		t.Error("there are backups")
	}
}
