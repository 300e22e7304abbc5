package board

import (
	"context"
	"errors"
	"time"

	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// kinds says of each kind of failure of a store what its finding is, and whether
// it passes by itself: then it is tried again soon, and the wall says so. What
// does not pass wants somebody to do something, which the finding's words say.
var kinds = [...]struct {
	code     string
	severity finding.Severity
	passes   bool
}{
	store.Other:      {"store.failed", finding.Problem, true}, // nobody knows what it is
	store.Missing:    {"store.missing", finding.Problem, true},
	store.Empty:      {"store.empty", finding.Problem, false},
	store.Foreign:    {"store.foreign", finding.Problem, false},
	store.Newer:      {"store.newer", finding.Problem, false},
	store.Damaged:    {"store.damaged", finding.Danger, false},
	store.Locked:     {"store.locked", finding.Problem, true},
	store.Full:       {"store.full", finding.Problem, true},
	store.ReadOnly:   {"store.read_only", finding.Problem, false},
	store.Permission: {"store.permission", finding.Problem, false},
	store.Directory:  {"store.directory", finding.Problem, false},
	store.Replaced:   {"store.replaced", finding.Problem, false},
	store.Rejected:   {"store.rejected", finding.Problem, false},
	store.Exists:     {"store.exists", finding.Problem, false},
	store.Copied:     {"store.copied", finding.Problem, false},
	store.Written:    {"store.written", finding.Problem, true}, // until the whole copy has come
	store.Unfinished: {"store.unfinished", finding.Problem, false},
}

// FindingOf returns what is wrong where err is an error of a store, a config or
// any other.
func FindingOf(err error) finding.Finding {
	if found := finding.Of(err); len(found) > 0 {
		return found[0]
	}
	var own *store.Error
	if !errors.As(err, &own) {
		return finding.Finding{Severity: finding.Problem, Code: "error", Args: finding.Args{"Why": err}}
	}
	kind := kinds[own.Kind]
	f := finding.Finding{
		Severity: kind.severity, Code: kind.code, Subject: own.Path,
		Args: finding.Args{"Path": own.Path, "Doing": own.Op, "Why": ""},
	}
	switch {
	case own.Kind == store.Other && errors.Is(own.Err, context.DeadlineExceeded):
		f.Code = "store.slow"
	case own.Err != nil:
		f.Args["Why"] = own.Err
	}
	return f
}

// Passing reports whether err may pass by itself, so that trying again without
// anybody doing something makes sense. Of an error that is neither a store's nor
// a finding nobody can know, and it is taken for one that may.
func Passing(err error) bool {
	var own *store.Error
	switch {
	case errors.As(err, &own):
		return kinds[own.Kind].passes
	case errors.Is(err, store.ErrNotInForce):
		return false
	}
	return finding.Of(err) == nil
}

// failure is a run of reads that did not succeed.
type failure struct {
	found  finding.Finding
	passes bool
	wait   time.Duration // until the next try; 0: there is no failure
}

// The waits between two tries grow from the first to the second, doubling. What
// does not pass is looked at once more, in case a file was just being written,
// and then after the second: somebody may put it right.
const (
	firstWait = time.Second
	lastWait  = 30 * time.Second
)

// repeat notes one more failed read.
func (f *failure) repeat(err error) {
	before := f.found.Code
	f.found, f.passes = FindingOf(err), Passing(err)
	switch {
	case f.passes:
		f.wait = min(max(firstWait, 2*f.wait), lastWait)
	case f.found.Code == before:
		f.wait = lastWait
	default:
		f.wait = firstWait
	}
}

// sooner reports whether the next try, which was far off, is to come after wait, that
// is firstWait now. It is asked when something has happened to the file: that may have
// been the remedy.
func (f *failure) sooner() bool {
	if f.wait <= firstWait {
		return false
	}
	f.wait = firstWait
	return true
}

// finding says what is wrong, whether it is tried again all the time, and of
// when the values are, in the board's zone, that the wall shows meanwhile; zero:
// there are none.
func (f *failure) finding(read time.Time, zone *time.Location) finding.Finding {
	if !read.IsZero() {
		read = read.In(zone)
	}
	return f.found.With(finding.Args{"Retrying": f.passes, "ValuesOf": read})
}
