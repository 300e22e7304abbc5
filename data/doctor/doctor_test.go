package doctor

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

var now = time.Date(2026, time.November, 21, 12, 0, 0, 0, time.UTC)

const definition = `timezone = "Europe/Berlin"
[kpi.mrr]
every = "month"
target = { min = 1 }
[kpi.churn]
every = "month"
target = { max = 3 }
`

// sound is a wall that nothing is wrong with.
func sound(t *testing.T) Case {
	t.Helper()
	t.Setenv("DISPLAY", "")
	t.Setenv("WAYLAND_DISPLAY", "")
	folder := t.TempDir()
	c := Case{ConfigPath: filepath.Join(folder, "config.toml"), Store: filepath.Join(folder, "kpi.db"), Now: now}
	write(t, c.ConfigPath, definition)
	if err := store.Create(t.Context(), c.Store); err != nil {
		t.Fatal(err)
	}
	put(t, c.Store, "mrr", now, now)
	put(t, c.Store, "churn", now, now)
	made, err := store.Backup(t.Context(), c.Store, store.DailyPath(c.Store, now))
	if err == nil {
		err = os.Chtimes(made.Path, now, now)
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// put records a value of the day at, at the moment recorded.
func put(t *testing.T, path, id string, at, recorded time.Time) {
	t.Helper()
	s, err := store.Open(t.Context(), path, store.Options{Now: func() time.Time { return recorded }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if _, err := s.Put(t.Context(), store.Value{KPI: id, Value: kpi.Value{At: kpi.At{Day: kpi.DateOf(at)}, Number: 2}}); err != nil {
		t.Fatal(err)
	}
}

// report is the findings of a severity, a line each as the command has it.
func report(found []finding.Finding, s finding.Severity) string {
	var lines []string
	for _, f := range found {
		if f.Severity == s {
			lines = append(lines, s.String()+": "+words.English().Line(f))
		}
	}
	return strings.Join(lines, "\n")
}

func TestExamine_FindsNothingWrongWithASoundWall(t *testing.T) {
	found := Examine(t.Context(), sound(t))
	if problems := report(found, finding.Problem); problems != "" {
		t.Error(problems)
	}
	for _, f := range found {
		if f.Severity != finding.Fine && f.Code != "display.none" && !strings.HasPrefix(f.Code, "disk.") {
			t.Error(f)
		}
		if (f.Severity == finding.Fine) != (words.English().Remedy(f) == "") {
			t.Errorf("%q: every finding says what to do, and only those", f)
		}
	}
	for _, part := range []string{"2 KPIs on 1 page", "Europe/Berlin, where it is 2026-11-21 13:00", "version 2", "journal mode delete", "no damage", "kpi-daily-2026-11-21.db"} {
		if !strings.Contains(report(found, finding.Fine), part) {
			t.Errorf("%s\nlacks %q", report(found, finding.Fine), part)
		}
	}
}

func TestExamine_SaysWhatIsWrongAndWhatToDo(t *testing.T) {
	for _, c := range []struct {
		name  string
		harm  func(t *testing.T, c *Case)
		level finding.Severity
		text  string // part of a finding of that level
	}{
		{"no config", func(_ *testing.T, c *Case) { os.Remove(c.ConfigPath) }, finding.Note, "kpiwall init"},
		{"bad config", func(t *testing.T, c *Case) { write(t, c.ConfigPath, definition+"evry = 1\n") }, finding.Problem, "config.toml:8:1"},
		{"no time zone", func(t *testing.T, c *Case) {
			write(t, c.ConfigPath, strings.Replace(definition, `timezone = "Europe/Berlin"`, "", 1))
		}, finding.Note, "names no time zone"},
		{"no store", func(_ *testing.T, c *Case) { os.Remove(c.Store) }, finding.Problem, "kpiwall init"},
		{"neither", func(_ *testing.T, c *Case) { os.Remove(c.Store); os.Remove(c.ConfigPath) }, finding.Note, "store is missing"},
		{"garbage", func(t *testing.T, c *Case) { write(t, c.Store, strings.Repeat("garbage!", 999)) }, finding.Problem, "backups"},
		{"cut off", func(_ *testing.T, c *Case) { os.Truncate(c.Store, 9000) }, finding.Danger, "kpiwall restore"},
		{"damaged", damageUnread, finding.Danger, "store is damaged: "},
		{"recorded tomorrow", func(t *testing.T, c *Case) { put(t, c.Store, "mrr", now.AddDate(0, 0, -1), now.AddDate(0, 0, 1)) }, finding.Problem, "the clock may be wrong"},
		{"1970", func(_ *testing.T, c *Case) { c.Now = time.Unix(0, 0) }, finding.Problem, "the clock is wrong"},
		{"next year", func(_ *testing.T, c *Case) { c.Now = now.AddDate(1, 0, 0) }, finding.Note, "nothing was recorded for 365 days"},
		{"dated in the future", func(t *testing.T, c *Case) { put(t, c.Store, "mrr", now.AddDate(36, 0, 0), now) }, finding.Warning, "kpiwall history mrr"},
		{"unknown KPI", func(t *testing.T, c *Case) { put(t, c.Store, "mmr", now, now) }, finding.Note, "that the config does not: mmr"},
		{"values of a computed KPI", func(t *testing.T, c *Case) {
			write(t, c.ConfigPath, definition+"[kpi.twice]\nevery = \"month\"\nformula = \"mrr * 2\"\n")
			put(t, c.Store, "twice", now, now)
		}, finding.Note, "values of KPIs that are computed now, and these are not shown: twice"},
		{"a measure without a value", func(t *testing.T, c *Case) {
			write(t, c.ConfigPath, definition+"[measure.spend]\nevery = \"month\"\n")
		}, finding.Note, "without any value: spend"},
		{"no value", func(t *testing.T, c *Case) { write(t, c.ConfigPath, definition+"[kpi.nps]\nevery = \"day\"\n") }, finding.Note, "without any value: nps"},
		{"no backup", func(_ *testing.T, c *Case) { os.RemoveAll(store.BackupFolder(c.Store)) }, finding.Warning, "there is no backup"},
		{"the backup of another store", func(t *testing.T, c *Case) {
			for _, path := range store.Backups(c.Store) {
				os.Rename(path, strings.Replace(path, "kpi-", "kpi-sales-", 1))
			}
		}, finding.Warning, "there is no backup"},
		{"old backup", func(_ *testing.T, c *Case) { c.Now = now.AddDate(0, 0, 3) }, finding.Warning, "3 days old"},
		{"a foreign log", func(t *testing.T, c *Case) { write(t, c.Store+"-journal", "x") }, finding.Note, "a journal lay beside the store"},
		{"open to all", func(_ *testing.T, c *Case) { os.Chmod(c.Store, 0o666) }, finding.Note, "chmod o-w"},
		{"backups open to all", func(_ *testing.T, c *Case) {
			os.Mkdir(store.BackupFolder(c.Store), 0o755)
			os.Chmod(store.BackupFolder(c.Store), 0o777)
		}, finding.Note, "/backups\""},
		{"bad locale", func(t *testing.T, _ *Case) { t.Setenv("LC_ALL", "de_DE") }, finding.Note, "LC_ALL=C.UTF-8"},
		{"no such display", func(t *testing.T, _ *Case) { t.Setenv("DISPLAY", ":77"); t.Setenv("PATH", "") }, finding.Note, "xset is not installed"},
	} {
		t.Run(c.name, func(t *testing.T) {
			patient := sound(t)
			c.harm(t, &patient)
			found := Examine(t.Context(), patient)
			if got := report(found, c.level); !strings.Contains(got, c.text) {
				t.Errorf("found\n%v\nwant a %v with %q", found, c.level, c.text)
			}
			if c.level == finding.Note && report(found, finding.Problem) != "" {
				t.Errorf("problems\n%s", report(found, finding.Problem))
			}
		})
	}
}

func TestExamine_WantsNoValueOfWhatHasRetired(t *testing.T) {
	c := sound(t)
	write(t, c.ConfigPath, definition+"[kpi.nps]\nevery = \"day\"\nretired = 2020-01-31\n")
	found := Examine(t.Context(), c)
	if got := report(found, finding.Note); strings.Contains(got, "nps") {
		t.Errorf("doctor says\n%s", got)
	}
	for _, f := range found {
		if f.Code == "doctor.config" && f.Args["KPIs"] != 2 {
			t.Errorf("doctor counts %v KPIs, the wall has 2", f.Args["KPIs"])
		}
	}
}

// damageUnread damages a page that no tile needs.
func damageUnread(t *testing.T, c *Case) {
	s, err := store.Open(t.Context(), c.Store, store.Options{Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.Write(t.Context(), "fill the store", func(tx *store.Tx) error {
		for n := range 3000 {
			v := store.Value{KPI: "old", Value: kpi.Value{At: kpi.At{Day: kpi.DateOf(now).AddDays(-n)}}}
			if err := tx.Load(t.Context(), v); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.OpenFile(c.Store, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt(make([]byte, 512), 20*4096+1024); err != nil {
		t.Fatal(err)
	}
}

// What is wrong with its values is said; that it has none would be untrue.
func TestExamine_CountsValuesThatTheWallCannotShow(t *testing.T) {
	patient := sound(t)
	write(t, patient.ConfigPath, definition+"[kpi.nps]\nevery = \"day\"\n")
	put(t, patient.Store, "nps", now.AddDate(36, 0, 0), now)
	found := Examine(t.Context(), patient)
	if got := report(found, finding.Warning); !strings.Contains(got, "kpiwall history nps") {
		t.Errorf("warnings\n%s", got)
	}
	if got := report(found, finding.Note); strings.Contains(got, "without any value") {
		t.Errorf("notes\n%s", got)
	}
}

func TestExamine_SaysThatAWallRuns(t *testing.T) {
	c := sound(t)
	lock, err := store.TakeLock(c.Store)
	if err != nil {
		t.Fatal(err)
	}
	defer lock.Release()
	if got := report(Examine(t.Context(), c), finding.Fine); !strings.Contains(got, "a wall shows this store") {
		t.Error(got)
	}
}

func TestExamine_LooksAtTheFileBehindALink(t *testing.T) {
	c := sound(t)
	link := filepath.Join(t.TempDir(), "wall.db")
	if err := os.Symlink(c.Store, link); err != nil {
		t.Fatal(err)
	}
	c.Store = link
	if found := Examine(t.Context(), c); report(found, finding.Warning) != "" {
		t.Error(found)
	}
}

func TestDisk_SaysWhatIsWrongWithIt(t *testing.T) {
	for _, c := range []struct {
		disk    Disk
		journal string
		level   finding.Severity
		text    string
	}{
		{Disk{Free: 51 << 20, Known: true}, "delete", finding.Fine, ""},
		{Disk{Free: 49 << 20, Known: true}, "delete", finding.Problem, "disk almost full: 49 MB left"},
		{Disk{Free: 0, Known: false}, "delete", finding.Fine, ""},
		{Disk{Free: 0, Known: true, ReadOnly: true}, "delete", finding.Fine, ""}, // such as a squashfs, always full
		{Disk{Network: "NFS"}, "delete", finding.Note, "NFS"},
		{Disk{Network: "NFS"}, "wal", finding.Problem, "NFS"},
		{Disk{Network: fuse, Maybe: true}, "wal", finding.Note, "FUSE"},
	} {
		found := c.disk.Findings(c.journal)
		if c.text == "" && len(found) > 0 || c.text != "" && !strings.Contains(report(found, c.level), c.text) {
			t.Errorf("%+v, %s: %v", c.disk, c.journal, found)
		}
	}
}

func TestDiskOf_KnowsTheDiskOfAFolder(t *testing.T) {
	d, err := DiskOf(t.TempDir())
	if err != nil {
		t.Skip(err)
	}
	if d.Known && d.Free == 0 || d.ReadOnly {
		t.Errorf("%+v", d)
	}
	if _, err := DiskOf(filepath.Join(t.TempDir(), "none")); err == nil {
		t.Error("a folder that is not there has a disk")
	}
}
