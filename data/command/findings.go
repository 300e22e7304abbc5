package command

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// found is a finding as JSON has it: the contract of --json.
type found struct {
	Severity string         `json:"severity"` // ok, note, warning, problem or danger
	Code     string         `json:"code"`
	Subject  string         `json:"subject"`
	Args     map[string]any `json:"args"` // times as RFC 3339, lengths of time in seconds
	File     string         `json:"file"`
	Line     int            `json:"line"`
	Column   int            `json:"column"`
	Text     string         `json:"text"`
	Remedy   string         `json:"remedy,omitempty"`
}

// report prints what a command found, for people or as a JSON array.
func (e Env) report(fs []finding.Finding, asJSON bool) error {
	if !asJSON {
		return e.printFindings(e.Out, fs)
	}
	list := make([]found, len(fs))
	for i, f := range fs {
		list[i] = foundOf(e.speech(), f)
	}
	return encode(e.Out, list)
}

// encode writes v as JSON for programs and people.
func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false) // no browser reads it
	e.SetIndent("", "  ")
	return e.Encode(v)
}

func foundOf(s *words.Speech, f finding.Finding) found {
	args := make(map[string]any, len(f.Args))
	for name, value := range f.Args {
		args[snake(name)] = plain(s, value)
	}
	return found{
		Severity: f.Severity.String(), Code: f.Code, Subject: f.Subject, Args: args,
		File: f.Place.File, Line: f.Place.Line, Column: f.Place.Column, Text: s.Finding(f), Remedy: s.Remedy(f),
	}
}

// plain returns an arg as JSON is to have it.
func plain(s *words.Speech, value any) any {
	switch v := value.(type) {
	case kpi.Figure:
		return v.Number
	case kpi.Period:
		return s.FullPeriod(v)
	case *finding.Error:
		return foundOf(s, v.Finding)
	case error:
		return s.Error(v)
	case time.Time:
		return v
	case time.Duration:
		return v.Seconds()
	case finding.Finding:
		return foundOf(s, v)
	case fmt.Stringer:
		return v.String()
	}
	return value
}

// snake writes the name of an arg as JSON has names: ValuesOf is values_of.
func snake(name string) string {
	var b strings.Builder
	before := 'A'
	for _, r := range name {
		if unicode.IsUpper(r) && unicode.IsLower(before) {
			b.WriteByte('_')
		}
		b.WriteRune(unicode.ToLower(r))
		before = r
	}
	return b.String()
}

// problemsIn counts what does not work.
func problemsIn(fs []finding.Finding) (n int) {
	for _, f := range fs {
		if f.Severity >= finding.Problem {
			n++
		}
	}
	return n
}
