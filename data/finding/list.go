package finding

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// List is several findings as one error, such as all that is wrong in a file.
type List []Finding

// Error returns each finding's String in a line of its own.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, f := range l {
		lines[i] = f.String()
	}
	return strings.Join(lines, "\n")
}

// Findings returns l.
func (l List) Findings() List { return l }

// Error is a finding as an error.
type Error struct {
	Finding Finding
	Err     error // the cause; may be nil
}

// New returns a problem as an error.
func New(code string, args Args) *Error {
	return &Error{Finding: Finding{Severity: Problem, Code: code, Args: args}}
}

// Error returns the finding's String.
func (e *Error) Error() string { return e.Finding.String() }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Findings returns the finding in a list.
func (e *Error) Findings() List { return List{e.Finding} }

// Of returns the findings that err consists of, or nil where it is another kind
// of error.
func Of(err error) List {
	var l interface{ Findings() List }
	if errors.As(err, &l) {
		return l.Findings()
	}
	return nil
}

// Is reports whether the first, or only, finding that err consists of has the code.
func Is(err error, code string) bool {
	found := Of(err)
	return len(found) > 0 && found[0].Code == code
}

// With returns f with more args.
func (f Finding) With(more Args) Finding {
	f.Args = maps.Clone(f.Args)
	if f.Args == nil {
		f.Args = Args{}
	}
	maps.Copy(f.Args, more)
	return f
}

// String returns file:line:column: subject: code and the args in one line, for
// whoever debugs the program; what people read is in package words.
func (f Finding) String() string {
	var b strings.Builder
	if f.Place.File != "" {
		b.WriteString(f.Place.String() + ": ")
	}
	if f.Subject != "" {
		b.WriteString(f.Subject + ": ")
	}
	b.WriteString(f.Code)
	for _, name := range slices.Sorted(maps.Keys(f.Args)) {
		value := f.Args[name]
		if s, ok := value.(string); ok {
			value = strconv.Quote(s)
		}
		fmt.Fprintf(&b, " %s=%v", name, value)
	}
	return strings.ReplaceAll(b.String(), "\n", `\n`)
}

// String returns file:line:column, as far as it is known.
func (p Place) String() string {
	if p.Line == 0 {
		return p.File
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
}
