package config

import (
	"bytes"
	"context"
	"time"
)

// version is what one poll found: the file's content, or why it has none.
type version struct {
	id       string // content hash, or the text of err
	data     []byte
	names    []string     // of the files that it wants besides itself
	attached []attachment // those files
	err      error
}

// Watch tells when something may have happened to files.
type Watch interface {
	// Set says which files.
	Set(paths ...string)
	// Events returns what has a token then.
	Events() <-chan struct{}
	// Sees reports whether that is all that can happen.
	Sees() bool
}

// watchedPoll is how often files are looked at all the same that are watched.
const watchedPoll = 10 * time.Second

// Follow polls path every poll (above 0) until ctx ends and calls each with
// every version that has settled, which is one that two polls in a row have
// seen: the configuration, or the error that makes it unusable. A file that
// cannot be read is a version too, one for each reason. The version whose
// [Config.Sum] is sum, which the caller has already, is called for only after
// another one was. While w, unless it is nil, sees what happens to the files,
// there are few polls but after that.
//
// Follow blocks until ctx ends, so that it wants a goroutine of its own; it
// calls from that one, and no more once ctx has ended.
//
// Files that it names (a theme, a logo, a calendar of holidays) are followed with it.
// Only the content counts: editors save by writing in place, by renaming over the file
// or by swapping a link, and may leave time and size as they were.
func Follow(ctx context.Context, path, sum string, poll time.Duration, w Watch, each func(*Config, error), checks ...Check) {
	var events <-chan struct{}
	if w != nil {
		events = w.Events()
	}
	timer := time.NewTimer(0)
	defer timer.Stop()
	var seen version
	for {
		polled := false
		select {
		case <-ctx.Done():
			return
		case <-events:
		case <-timer.C:
			polled = true
		}
		v := readVersion(path, seen)
		same := v.id == seen.id
		// Only polls are so far apart that what both have seen is whole.
		if polled && same && v.id != sum && ctx.Err() == nil {
			each(v.parse(path, checks))
			sum = v.id
		}
		seen = v
		if polled || !same {
			timer.Reset(v.wait(poll, path, sum, w))
		}
	}
}

// wait returns how long it is until the next poll after v.
func (v version) wait(poll time.Duration, path, sum string, w Watch) time.Duration {
	if w == nil {
		return poll
	}
	w.Set(v.files(path)...)
	if w.Sees() && v.id == sum {
		return watchedPoll
	}
	return poll
}

// files returns where v was read.
func (v version) files(path string) []string {
	files := []string{path}
	for _, a := range v.attached {
		files = append(files, a.path)
	}
	return files
}

// readVersion reads the version that stands at path now. What the last one has found
// out about the same content is not found out again: it is looked at for months.
func readVersion(path string, last version) version {
	data, err := read(path, sizeLimit)
	if err != nil {
		return version{id: err.Error(), err: err}
	}
	names := last.names
	if last.data == nil || !bytes.Equal(data, last.data) {
		names = wanted(data)
	}
	attached := attachments(path, names)
	return version{id: sum(data, attached), data: data, names: names, attached: attached}
}

// parse makes of v what is called for.
func (v version) parse(path string, checks []Check) (*Config, error) {
	if v.err != nil {
		return nil, v.err
	}
	return parse(path, v.data, v.attached, checks)
}
