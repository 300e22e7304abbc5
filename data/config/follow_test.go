package config_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/finding"
	"kpiwall/data/words"
)

const poll = 500 * time.Millisecond

// followed is a file that is followed, in the fake time of a synctest bubble,
// and what was called for it: the board's title, or the error.
type followed struct {
	t     *testing.T
	path  string
	calls chan string
}

// follow follows a file of small as its caller has it, while steps runs.
func follow(t *testing.T, steps func(f *followed)) {
	t.Helper()
	dir := t.TempDir()
	synctest.Test(t, func(t *testing.T) {
		f := &followed{t, write(t, filepath.Join(dir, "config.toml"), small), make(chan string, 100)}
		ctx, cancel := context.WithCancel(t.Context())
		go Follow(ctx, f.path, mustParse(t, small).Sum, poll, nil, func(c *Config, err error) {
			if err != nil {
				f.calls <- words.English().Error(err)
				return
			}
			f.calls <- c.Title
		})
		f.wait(poll / 2) // between two polls
		steps(f)
		cancel()
		synctest.Wait()
	})
}

func (f *followed) wait(d time.Duration) {
	time.Sleep(d)
	synctest.Wait()
}

// expect waits for two seconds and checks what was called for meanwhile.
func (f *followed) expect(step string, want ...string) {
	f.t.Helper()
	f.wait(2 * time.Second)
	ok := len(f.calls) == len(want)
	var got []string
	for len(f.calls) > 0 {
		got = append(got, <-f.calls)
		ok = ok && strings.Contains(got[len(got)-1], want[len(got)-1])
	}
	if !ok {
		f.t.Errorf("%s: called for %q, want %q", step, got, want)
	}
}

// titled is the small board with another title of as many letters.
func titled(title string) string { return strings.Replace(small, "Harbour", title, 1) }

func TestFollow_SeesEveryWayToSave(t *testing.T) {
	follow(t, func(f *followed) {
		f.expect("nothing happened")
		write(f.t, f.path, titled("Lantern"))
		f.expect("in place", "Lantern")
		must(f.t, os.Rename(write(f.t, f.path+"~", titled("Rampart")), f.path))
		f.expect("renamed over", "Rampart")
		other := write(f.t, f.path+".link", titled("Quayside"))
		must(f.t, os.Symlink(other, f.path+".new"))
		must(f.t, os.Rename(f.path+".new", f.path))
		f.expect("link swapped in", "Quayside")
		write(f.t, other, titled("Compass"))
		f.expect("behind the link", "Compass")
		must(f.t, os.Remove(f.path))
		write(f.t, f.path, titled("Breezes"))
		f.expect("removed and written", "Breezes")
	})
}

func TestFollow_SeesAChangeThatLeavesTimeAndSizeAsTheyWere(t *testing.T) {
	follow(t, func(f *followed) {
		info, err := os.Stat(f.path)
		must(f.t, err)
		write(f.t, f.path, titled("Lantern"))
		must(f.t, os.Chtimes(f.path, info.ModTime(), info.ModTime()))
		if after, err := os.Stat(f.path); err != nil || after.Size() != info.Size() {
			f.t.Fatalf("the size changed: %v, %v", after, err)
		}
		f.expect("same time and size", "Lantern")
	})
}

func TestFollow_TakesAVersionOnlyOnceItHasSettled(t *testing.T) {
	follow(t, func(f *followed) {
		write(f.t, f.path, small[:len(small)/2])
		f.wait(poll)
		write(f.t, f.path, titled("Lantern"))
		f.expect("half a write in between", "Lantern")

		write(f.t, f.path, titled("Rampart"))
		f.wait(poll)
		write(f.t, f.path, titled("Compass"))
		f.expect("two saves within a second", "Compass")

		write(f.t, f.path, "")
		f.wait(poll)
		write(f.t, f.path, titled("Compass"))
		f.expect("emptied and written again")
	})
}

func TestFollow_ShowsASavedChangeWithinTwoPolls(t *testing.T) {
	follow(t, func(f *followed) {
		write(f.t, f.path, titled("Lantern"))
		f.wait(2 * poll)
		if len(f.calls) != 1 {
			f.t.Errorf("called %d times", len(f.calls))
		}
	})
}

func TestFollow_NamesEachTroubleOnceAndSaysWhenItIsOver(t *testing.T) {
	follow(t, func(f *followed) {
		write(f.t, f.path, "stay = 20\n"+small)
		f.expect("bad version", "1:1: stay: ")
		f.expect("still bad")
		write(f.t, f.path, small)
		f.expect("the version that stood before", "Harbour")

		must(f.t, os.Remove(f.path))
		f.wait(poll)
		write(f.t, f.path, small)
		f.expect("away for one poll")

		must(f.t, os.Remove(f.path))
		f.expect("vanished", "there is no such file")
		must(f.t, os.Mkdir(f.path, 0o700))
		f.expect("became a folder", "it is a folder")
		must(f.t, os.Remove(f.path))
		must(f.t, os.Symlink(f.path, f.path))
		f.expect("cannot be read", "symbolic links")
		f.expect("still not")
		must(f.t, os.Remove(f.path))
		write(f.t, f.path, small)
		f.expect("back again", "Harbour")
		write(f.t, f.path, small[:len(small)/3])
		f.expect("cut off for good", "c")
	})
}

func TestFollow_WithoutAVersionCallsForTheFirst(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "config.toml"), small)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		calls := 0
		check := func(c *Config) finding.List { return finding.List{c.Problem("title", "test.odd", nil)} }
		go Follow(ctx, path, "", poll, nil, func(c *Config, err error) {
			if calls++; c != nil || !strings.Contains(words.English().Error(err), "title: test.odd") {
				t.Errorf("called for %v, %v", c, err)
			}
		}, check)
		time.Sleep(time.Minute)
		synctest.Wait()
		cancel()
		if calls != 1 {
			t.Errorf("called %d times", calls)
		}
	})
}

func TestFollow_EndsWithItsContext(t *testing.T) {
	path := write(t, filepath.Join(t.TempDir(), "config.toml"), small)
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		Follow(ctx, path, "", poll, nil, func(*Config, error) { cancel() }) // returns
		Follow(ctx, path, "", poll, nil, func(*Config, error) { t.Error("called after the end") })
	})
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
