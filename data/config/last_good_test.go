package config_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
	"time"

	. "kpiwall/data/config"
)

func TestGoodPath_IsBesideTheStore(t *testing.T) {
	for store, want := range map[string]string{
		"kpi.db":            "kpi.good.toml",
		"/var/lib/a.b/kpi":  "/var/lib/a.b/kpi.good.toml",
		"/srv/kpi.2026.db":  "/srv/kpi.2026.good.toml",
		"../wall/team.kpis": "../wall/team.good.toml",
	} {
		if got := GoodPath(store); got != want {
			t.Errorf("GoodPath(%q) = %q, want %q", store, got, want)
		}
	}
}

func TestSaveGood_KeepsWhatLoadGoodReads(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.good.toml")
	for _, text := range []string{small, "\ufeff# longer\r\n" + small, small} {
		c := mustParse(t, text)
		if err := SaveGood(path, c.Source()); err != nil {
			t.Fatal(err)
		}
		got, _, err := LoadGood(path, path)
		if err != nil || got.Sum != c.Sum {
			t.Errorf("got %+v, %v", got, err)
		}
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v (%v), want the copy alone", files, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the copy is %v (%v), want it for the user alone", info.Mode(), err)
	}
}

func TestSaveGood_RemembersSinceWhenAVersionIsGood(t *testing.T) {
	path := filepath.Join(t.TempDir(), "kpi.good.toml")
	if err := SaveGood(path, []byte(small)); err != nil {
		t.Fatal(err)
	}
	since := time.Date(2026, 3, 1, 9, 14, 0, 0, time.UTC)
	if err := os.Chtimes(path, since, since); err != nil {
		t.Fatal(err)
	}
	if err := SaveGood(path, []byte(small)); err != nil {
		t.Fatal(err)
	}
	if _, got, err := LoadGood(path, path); err != nil || !got.Equal(since) {
		t.Errorf("good since %v (%v), want %v", got, err, since)
	}
}

func TestSaveGood_AFailureLeavesTheOldCopyAndNoOther(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "kpi.good.toml")
	if err := os.Mkdir(path, 0o700); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(path, "old"), small)
	if err := SaveGood(path, []byte(small)); err == nil {
		t.Error("a folder was replaced")
	}
	if files, err := os.ReadDir(dir); err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v (%v), want the old one alone", files, err)
	}
	if err := SaveGood(filepath.Join(dir, "gone", "kpi.good.toml"), []byte(small)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("without a folder: got %v", err)
	}
}

func TestLoadGood_SaysThatNoneWasKept(t *testing.T) {
	if _, _, err := LoadGood(filepath.Join(t.TempDir(), "kpi.good.toml"), ""); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v", err)
	}
}
