package atomicfile

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
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
	if runtime.GOOS == "windows" {
		return // the rights of a file are those of its folder
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("the file is %v (%v), want it for the user alone", info.Mode(), err)
	}
}

// Plugs are pulled every evening where a TV hangs on a switch.
func TestWrite_RemovesWhatAPulledPlugLeftLongAgo(t *testing.T) {
	path := filepath.Join(t.TempDir(), "values.json")
	for _, age := range []time.Duration{2 * abandonedAfter, -2 * abandonedAfter} {
		left, err := draft(path, []byte("half a co"))
		if err != nil {
			t.Fatal(err)
		}
		then := time.Now().Add(-age)
		if err := os.Chtimes(left, then, then); err != nil {
			t.Fatal(err)
		}
	}
	if err := Write(path, []byte("whole")); err != nil {
		t.Fatal(err)
	}
	wantAlone(t, path)
}

func TestWrite_LeavesTheDraftOfALivingWriterAlone(t *testing.T) {
	path := filepath.Join(t.TempDir(), "values.json")
	other, err := draft(path, []byte("of another process"))
	if err != nil {
		t.Fatal(err)
	}
	if err := Write(path, []byte("own")); err != nil {
		t.Fatal(err)
	}
	if err := os.Rename(other, path); err != nil {
		t.Errorf("the other process fails: %v", err)
	}
}

// wantAlone fails where anything but path is in its folder.
func wantAlone(t *testing.T, path string) {
	t.Helper()
	files, err := os.ReadDir(filepath.Dir(path))
	if err != nil || len(files) != 1 || files[0].Name() != filepath.Base(path) {
		t.Errorf("the folder holds %v (%v), want %s alone", files, err, filepath.Base(path))
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
