// Package watch tells when something may have happened to files, so that nobody
// has to ask twice a second for years. It cannot tell where files lie on another
// machine, nor where the system has no room for one more watch: whoever wants to
// know for sure asks [Files.Sees], and polls where it says false. Even where it
// says true a slow poll belongs behind it: what is written by way of a memory
// map, or where a folder further up is moved, no system tells of.
package watch

import (
	"context"
	"errors"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/fsnotify/fsnotify"
)

const (
	// settle is how long what follows an event is waited for: one commit is
	// several.
	settle = 50 * time.Millisecond
	// rest is how long there is silence after that, however much goes on.
	rest = 300 * time.Millisecond
)

// ErrRemote is why files are not watched that lie on another machine.
var ErrRemote = errors.New("the system does not tell what other machines do")

// Files are files that are watched. Any goroutine may call the methods.
type Files struct {
	local  func(folder string) bool
	events chan struct{} // holds one token while something has happened
	check  chan struct{} // and while the watch is to be looked at
	sees   atomic.Bool

	mu    sync.Mutex
	paths []string
}

// New watches the files at paths, which need not be there, until ctx ends. local
// says of a folder whether the system tells what happens in it.
func New(ctx context.Context, local func(folder string) bool, paths ...string) *Files {
	f := &Files{local: local, events: make(chan struct{}, 1), check: make(chan struct{}, 1), paths: paths}
	push(f.check)
	go (&guard{Files: f}).run(ctx)
	return f
}

// Events returns what has a token after something may have happened to one of the
// files, and after what Sees says has changed.
func (f *Files) Events() <-chan struct{} { return f.events }

// Sees reports whether there is a token for whatever happens from now on. It never
// waits; that another folder has taken the place of one it finds out behind it.
func (f *Files) Sees() bool {
	push(f.check)
	return f.sees.Load()
}

// Set watches the files at paths and no others.
func (f *Files) Set(paths ...string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	if !slices.Equal(f.paths, paths) {
		f.paths = slices.Clone(paths)
		f.sees.Store(false)
		push(f.check)
	}
}

// wanted returns where the files are now.
func (f *Files) wanted() (spots, error) {
	f.mu.Lock()
	paths := f.paths
	f.mu.Unlock()
	return spotsOf(paths)
}

func push(c chan<- struct{}) {
	select {
	case c <- struct{}{}:
	default: // a token waits already
	}
}

// Try returns why the files at paths cannot be watched; nil: they can.
func Try(local func(folder string) bool, paths ...string) error {
	all, err := spotsOf(paths)
	if err != nil {
		return err
	}
	system, err := begin(all, local)
	if err != nil {
		return err
	}
	return system.Close()
}

// begin has the system watch all.
func begin(all spots, local func(string) bool) (*fsnotify.Watcher, error) {
	for _, s := range all {
		if !local(s.folder) {
			return nil, ErrRemote
		}
	}
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	for _, s := range all {
		if err := system.Add(s.folder); err != nil {
			system.Close()
			return nil, err
		}
	}
	return system, nil
}
