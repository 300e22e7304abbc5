package engine

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
func (h *harness) backups() (names []string) {
	entries, _ := os.ReadDir(store.BackupFolder(h.engine.Store))
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// maintenance returns what looks after the store, without a wall around it: a wall
// that runs for weeks looks at its files a million times.
func (h *harness) maintenance() *maintenance {
	loop := board.NewLoop(nil, nil, h.now, nil)
	h.engine.calendar.Zone = time.UTC
	return newMaintenance(h.engine, loop)
}

// hours has c look once an hour.
func (h *harness) hours(m *maintenance, n int) {
	for range n {
		m.check(h.t.Context())
		h.offset += time.Hour
	}
}

func TestLive_BacksUpOnceADayAndKeepsFourteen(t *testing.T) {
	h := newHarness(t)
	folder := store.BackupFolder(h.engine.Store)
	h.do(os.Mkdir(folder, 0o755))
	for _, name := range []string{"kpi-2026-01-01T120000.db", "kpi-daily-2027-11-20.db", "other-daily-2020-01-01.db", "kpi-daily-lists.db", ".kpiwall-x.tmp"} {
		h.do(os.WriteFile(filepath.Join(folder, name), nil, 0o644))
		h.do(os.Chtimes(filepath.Join(folder, name), h.now(), h.now()))
	}
	m := h.maintenance()
	h.hours(m, 1)
	if got := h.backups(); len(got) != 6 {
		t.Fatalf("at the start there is %v", got)
	}
	h.hours(m, 20*24)
	got := strings.Join(h.backups(), " ")
	want := ""
	for day := range maxBackups {
		want += fmt.Sprintf("kpi-daily-2026-%s.db ", time.Date(2026, 11, 27+day, 0, 0, 0, 0, time.UTC).Format("01-02"))
	}
	want = "kpi-2026-01-01T120000.db " + want + "kpi-daily-2027-11-20.db kpi-daily-lists.db other-daily-2020-01-01.db"
	if got != want {
		t.Errorf("after 20 days there is\n%s\nwant\n%s", got, want)
	}
	copied := filepath.Join(folder, "kpi-daily-2026-12-10.db")
	s, err := store.Open(t.Context(), copied, store.Options{Now: h.now})
	h.do(err)
	defer s.Close()
	if counts, err := s.KPIs(t.Context()); err != nil || counts["orders"] != 1 {
		t.Errorf("a backup holds %v, %v", counts, err)
	}
}

// The day is that of the board: at 23:00 in UTC it is tomorrow in Auckland.
func TestLive_BacksUpByTheBoardsCalendar(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		h.do(os.WriteFile(h.engine.Config, []byte(strings.Replace(goodConfig, "UTC", "Pacific/Auckland", 1)), 0o644))
		h.offset = 14 * time.Hour
		h.run()
		h.pass(time.Minute)
		if got := fmt.Sprint(h.backups()); got != "[kpi-daily-2026-11-21.db]" {
			t.Errorf("there is %v", got)
		}
	})
}

func TestLive_TellsOfMissingBackupsOnlyAfterTwoDays(t *testing.T) {
	h := newHarness(t)
	m := h.maintenance()
	folder := store.BackupFolder(h.engine.Store)
	h.do(os.WriteFile(folder, nil, 0o644)) // where the folder should be
	h.hours(m, 48)
	if got := m.reported("backup"); got != "" {
		t.Errorf("before two days: %q", got)
	}
	h.hours(m, 2)
	if got := m.reported("backup"); !strings.HasPrefix(got, "no backup since 20 November: not a directory") {
		t.Errorf("after two days: %q", got)
	}
	h.do(os.Remove(folder))
	h.hours(m, 1)
	if got := m.reported("backup"); got != "" || len(h.backups()) != 1 {
		t.Errorf("after it is mended: %q, %v", got, h.backups())
	}
}

// A wall that is started anew every morning must tell it too.
func TestLive_CountsTheDaysWithoutABackupOverItsRestarts(t *testing.T) {
	h := newHarness(t)
	for _, days := range []int{-4, -30} {
		h.offset = time.Duration(days) * 24 * time.Hour
		h.hours(h.maintenance(), 1)
	}
	h.offset = 0
	m := h.maintenance()
	m.failed(errors.New("the disk is gone"), h.now())
	if got := m.reported("backup"); got != "no backup since 17 November: the disk is gone" {
		t.Errorf("told %q", got)
	}
}

// The folder of the backups may be root's, after a "sudo kpiwall backup", while
// values are recorded as ever.
func TestLive_TellsOfAFolderForBackupsThatItMayNotWrite(t *testing.T) {
	h := newHarness(t)
	m := h.maintenance()
	for day := range 5 {
		m.failed(&store.Error{Kind: store.Permission}, h.now().AddDate(0, 0, day))
	}
	if got := m.reported("backup"); !strings.HasPrefix(got, "no backup since 20 November: ") {
		t.Errorf("told %q", got)
	}
}

func TestLive_OnlyOneWallBacksUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := newHarness(t)
		lock, err := store.TakeLock(h.engine.Store) // as another wall does
		h.do(err)
		h.run()
		h.pass(3 * time.Minute)
		h.shows("beside another wall", 42, "")
		if got := h.backups(); len(got) > 0 {
			t.Errorf("both walls back up: %v", got)
		}
		h.do(lock.Release())
		h.pass(2 * time.Minute)
		if got := h.backups(); len(got) != 1 {
			t.Errorf("when the other has ended: %v", got)
		}
		if !store.Held(h.engine.Store) {
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
