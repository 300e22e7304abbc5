// Package finding is what is wrong, or worth saying, as facts: each part of the
// program that looks at something returns findings, and package words phrases
// them for people. Programs read the codes.
package finding

import (
	"cmp"
	"reflect"
	"slices"
)

// Severity is how bad a finding is.
type Severity uint8

// The severities, from good to bad.
const (
	Fine    Severity = iota // looked at, and as it should be
	Note                    // worth knowing; nothing is broken
	Warning                 // will go wrong, or misleads somebody, if nobody sees to it
	Problem                 // something does not work
	Danger                  // values are being lost, or what is shown may be wrong
)

var names = [...]string{Fine: "ok", Note: "note", Warning: "warning", Problem: "problem", Danger: "danger"}

// String returns the severity as JSON and the terminal write it: "ok", "note",
// "warning", "problem" or "danger".
func (s Severity) String() string { return names[min(int(s), len(names)-1)] }

// Args are the facts that a sentence about a finding needs, by name.
type Args map[string]any

// Finding is one thing that was found. It has no words of any language.
type Finding struct {
	Severity Severity
	Code     string // such as "store.locked": the message's id, and a contract of --json
	Subject  string // what it is about: a KPI's id, a key of the config, a path; may be empty
	Args     Args
	Place    Place
}

// Place is where in a file a finding is; zero where it is in none.
type Place struct {
	File         string
	Line, Column int    // from 1; 0 where the whole file is meant
	Excerpt      string // the line and a caret below, or an example; may be empty
}

// Equal reports whether f and o say the same.
func (f Finding) Equal(o Finding) bool { return reflect.DeepEqual(f, o) }

// Sort orders findings by severity, the worst first; equally bad ones stay in
// their order.
func Sort(fs []Finding) {
	slices.SortStableFunc(fs, func(a, b Finding) int { return cmp.Compare(b.Severity, a.Severity) })
}

// Worst returns the severity of the worst of fs, [Fine] for none.
func Worst(fs []Finding) (worst Severity) {
	for _, f := range fs {
		worst = max(worst, f.Severity)
	}
	return worst
}
