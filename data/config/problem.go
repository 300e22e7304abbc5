package config

import (
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
)

// Problem is one thing that is wrong in a configuration, and how to mend it.
type Problem struct {
	File         string
	Line, Column int    // from 1, the column in characters; 0 where the whole file is meant
	Key          string // dotted, such as kpi.mrr.every; may be empty
	Message      string // what is wrong, and what would be accepted
	Excerpt      string // the line itself and a caret below, or an example; or empty
}

// Error returns file:line:column: key: message, in one line, without the parts
// that are not known.
func (p Problem) Error() string {
	place := p.File
	if p.Line > 0 {
		place += ":" + strconv.Itoa(p.Line) + ":" + strconv.Itoa(p.Column)
	}
	return place + ": " + p.what()
}

// Short returns the problem in one line for the wall: the file's own name, the
// line, the key and the message.
func (p Problem) Short() string {
	place := filepath.Base(p.File)
	if p.Line > 0 {
		place += " line " + strconv.Itoa(p.Line)
	}
	return place + ": " + p.what()
}

// Report returns Error and below it the indented excerpt, for a terminal.
func (p Problem) Report() string {
	if p.Excerpt == "" {
		return p.Error()
	}
	return p.Error() + "\n    " + strings.ReplaceAll(p.Excerpt, "\n", "\n    ")
}

// what is the problem without its place.
func (p Problem) what() string {
	if p.Key == "" {
		return p.Message
	}
	return p.Key + ": " + p.Message
}

// Problems are all that is wrong in one file, in the order of the file.
type Problems []Problem

// Error returns one line a problem.
func (ps Problems) Error() string { return ps.lines(Problem.Error) }

// Report returns each problem with its excerpt, for a terminal.
func (ps Problems) Report() string { return ps.lines(Problem.Report) }

// Short returns the first problem in one line for the wall, and how many more
// there are.
func (ps Problems) Short() string {
	switch len(ps) {
	case 0:
		return ""
	case 1:
		return ps[0].Short()
	}
	return fmt.Sprintf("%s (and %d more)", ps[0].Short(), len(ps)-1)
}

// lines joins a text of each problem.
func (ps Problems) lines(text func(Problem) string) string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = text(p)
	}
	return strings.Join(lines, "\n")
}

// Check looks for problems that only other packages know of, such as a theme
// that does not exist. It names them with [Config.Problem]. Checks run only on
// a configuration that has no problem of its own.
type Check func(*Config) Problems

// Problem returns a problem at the place in the file where key (dotted as [Key]
// writes it, such as screen.theme) stands, or at the nearest table above it.
// Where the file has neither, the problem is the whole file's.
func (c *Config) Problem(key, message string) Problem {
	for path := key; path != ""; path = above(path) {
		if offset, ok := c.index.offsets[path]; ok {
			return c.file.problem(offset, key, message)
		}
	}
	return Problem{File: c.file.name, Key: key, Message: message}
}
