package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

func TestCreate_MakesAStoreThatOpensAndKeepsValues(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new", "folder", "kpi.db")
	if err := Create(t.Context(), path); err != nil {
		t.Fatal(err)
	}
	s := open(t, path)
	put(t, s, "revenue", "2026-11-21", 3)
	facts, err := s.Facts(t.Context())
	if err != nil || facts.Journal != "delete" || facts.Version != 2 {
		t.Errorf("Facts = %+v, %v; want journal delete, version 2", facts, err)
	}
	entries, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(entries) != 1 {
		t.Errorf("the folder holds %v, %v; want the store alone", entries, err)
	}
}

// SQLite takes the part after ? for settings, and % for an escape.
func TestCreate_TakesAnyName(t *testing.T) {
	for _, name := range []string{"a b.db", "what?.db", "50%25.db", "no#1.db", "file:x.db", "ä&=+.db"} {
		path := filepath.Join(t.TempDir(), name)
		if err := Create(t.Context(), path); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		put(t, open(t, path), "revenue", "2026-11-21", 1)
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

func TestCreate_LeavesAloneWhatIsThere(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	for name, set := range map[string]func(path string) error{
		"empty file":  func(path string) error { return os.WriteFile(path, nil, 0o644) },
		"file":        func(path string) error { return os.WriteFile(path, []byte("mine"), 0o644) },
		"folder":      func(path string) error { return os.Mkdir(path, 0o755) },
		"broken link": func(path string) error { return os.Symlink(at("nowhere"), path) },
		"store":       func(path string) error { return Create(t.Context(), path) },
	} {
		if err := set(at(name)); err != nil {
			t.Fatal(err)
		}
		before, _ := os.Lstat(at(name))
		err := Create(t.Context(), at(name))
		wantKind(t, name, err, Exists)
		if !errors.Is(err, fs.ErrExist) {
			t.Errorf("%s: %v is no fs.ErrExist", name, err)
		}
		after, err := os.Lstat(at(name))
		if err != nil || !os.SameFile(before, after) || before.Size() != after.Size() || before.ModTime() != after.ModTime() {
			t.Errorf("%s was touched: %v", name, err)
		}
	}
	if _, err := os.Lstat(at("nowhere")); err == nil {
		t.Error("Create wrote through the broken link")
	}
}

func TestPublish_LosesTheRaceRatherThanOverwriting(t *testing.T) {
	folder := t.TempDir()
	draft, path := filepath.Join(folder, "draft"), filepath.Join(folder, "kpi.db")
	for _, name := range []string{draft, path} {
		if err := os.WriteFile(name, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	wantKind(t, "publish", publish("make store", draft, path), Exists)
	if text, err := os.ReadFile(path); err != nil || string(text) != path {
		t.Errorf("the file that was there holds %q, %v", text, err)
	}
}
