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

// Follow polls path every poll (above 0) until ctx ends and calls each with
// every version that has settled, which is one that two polls in a row have
// seen: the configuration, or the error that makes it unusable. A file that
// cannot be read is a version too, one for each reason. The version whose
// [Config.Sum] is sum, which the caller has already, is called for only after
// another one was.
//
// Follow blocks until ctx ends, so that it wants a goroutine of its own; it
// calls from that one, and no more once ctx has ended.
//
// A theme and a logo that the file names are followed with it. Only the content
// counts: editors save by writing in place, by renaming over
// the file or by swapping a link, and may leave time and size as they were.
func Follow(ctx context.Context, path, sum string, poll time.Duration, each func(*Config, error), checks ...Check) {
	ticker := time.NewTicker(poll)
	defer ticker.Stop()
	var seen version
	for ctx.Err() == nil {
		v := readVersion(path, seen)
		if v.id == seen.id && v.id != sum && ctx.Err() == nil {
			each(v.parse(path, checks))
			sum = v.id
		}
		seen = v
		select {
		case <-ctx.Done():
		case <-ticker.C:
		}
	}
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
