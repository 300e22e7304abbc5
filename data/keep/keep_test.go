package keep

import (
	"os"
	"path/filepath"
	"testing"
)

func TestWrite_ReplacesTheWholeFileForTheUserAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "values.json")
	for _, text := range []string{"a longer text", "short", ""} {
		if err := Write(path, []byte(text)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); err != nil || string(got) != text {
			t.Errorf("the file holds %q (%v), want %q", got, err, text)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v (%v), want it for the user alone", info.Mode(), err)
	}
}

// Plugs are pulled every evening where a TV hangs on a switch.
func TestWrite_RemovesWhatAPulledPlugLeft(t *testing.T) {
	path := filepath.Join(t.TempDir(), "values.json")
	if _, err := draft(path, []byte("half a co")); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v (%v), want the file alone", files, err)
	}
}

func TestWrite_AFailureLeavesWhatWasThereAndNothingElse(t *testing.T) {
	folder := t.TempDir()
	path := filepath.Join(folder, "values.json")
	if err := os.MkdirAll(filepath.Join(path, "taken"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("text")); err == nil {
		t.Error("a folder was replaced")
	}
	if files, err := os.ReadDir(folder); err != nil || len(files) != 1 {
		t.Errorf("the folder holds %v (%v), want what was there alone", files, err)
	}
	if err := Write(filepath.Join(folder, "gone", "values.json"), nil); !os.IsNotExist(err) {
		t.Errorf("without a folder: got %v", err)
	}
}
