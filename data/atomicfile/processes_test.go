package atomicfile

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"

	"kpiwall/data/oserror"
)

const (
	processes = 4 // that write the same file
	writers   = 3 // in each of them
	rounds    = 40
	copies    = 5000 // of the number that a writer's file consists of
)

// pathKey tells the test binary to be a writing process, and of which file.
const pathKey = "KPIWALL_ATOMICFILE"

func TestMain(m *testing.M) {
	if path := os.Getenv(pathKey); path != "" {
		os.Exit(writeMany(path))
	}
	os.Exit(m.Run())
}

// writeMany writes the file at path over and over, and says what failed.
func writeMany(path string) (status int) {
	var all sync.WaitGroup
	for i := range writers {
		all.Go(func() {
			for round := range rounds {
				if err := Write(path, content(os.Getpid()*100+i*10+round%10)); err != nil {
					fmt.Println(err)
					status = 1
				}
			}
		})
	}
	all.Wait()
	return status
}

func content(n int) []byte { return bytes.Repeat(fmt.Appendf(nil, "%012d\n", n), copies) }

func TestWrite_ManyProcessesAtOnceAllSucceedAndTheFileIsAlwaysWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "values.json")
	if err := Write(path, content(0)); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range processes {
		all.Go(func() {
			cmd := exec.Command(os.Args[0])
			cmd.Env = append(os.Environ(), pathKey+"="+path)
			if out, err := cmd.CombinedOutput(); err != nil {
				t.Errorf("a process could not write (%v):\n%.500s", err, out)
			}
		})
	}
	over := make(chan struct{})
	go func() { all.Wait(); close(over) }()
	for reading := true; reading; {
		select {
		case <-over:
			reading = false
		default:
		}
		got, err := os.ReadFile(path)
		if oserror.Busy(err) || runtime.GOOS == "windows" && errors.Is(err, fs.ErrPermission) {
			continue // it is just being replaced, which only Windows shows
		}
		if err != nil || !whole(got) {
			t.Fatalf("the file is not whole: %d bytes, %v", len(got), err)
		}
	}
	wantAlone(t, path)
}

// whole reports whether the file is the work of one writer.
func whole(text []byte) bool {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.Equal(text, bytes.Repeat(append(line, '\n'), copies))
}
