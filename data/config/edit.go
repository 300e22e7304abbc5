package config

import (
	"bytes"
	"errors"
	"slices"
	"strings"

	"kpiwall/data/atomicfile"
	"kpiwall/data/finding"
	"kpiwall/data/oserror"
)

// Edit is a config file to whose end something is to be added. The program changes it
// in no other way: what somebody wrote stays as it is, byte for byte.
type Edit struct {
	Config *Config // as it stands; it may have no KPI yet

	path   string
	checks []Check
	data   []byte
}

// NewEdit reads the file at path. What is wrong with it has to be put right first, but
// for a board that has no KPI yet.
func NewEdit(path string, checks ...Check) (*Edit, error) {
	data, err := read(path, sizeLimit)
	if err != nil {
		return nil, err
	}
	c, problems := inspect(path, data, attachments(path, wanted(data)), checks)
	problems = slices.DeleteFunc(problems, func(f finding.Finding) bool { return f.Code == noKPI })
	if len(problems) > 0 {
		return nil, problems
	}
	return &Edit{Config: c, path: path, checks: checks, data: data}, nil
}

// Added returns the config with text, which is whole tables, at its end; the error is
// what would be wrong then.
func (e *Edit) Added(text string) (*Config, error) {
	return Parse(e.path, e.with(text), e.checks...)
}

// Add writes text at the end of the file, in one step, and keeps the file as it was at
// [BeforePath]. It refuses where the file is not what was read any more, and where the
// whole would not be valid.
func (e *Edit) Add(text string) (*Config, error) {
	c, err := e.Added(text)
	if err != nil {
		return nil, err
	}
	now, err := read(e.path, sizeLimit)
	if err != nil {
		return nil, err
	}
	if !bytes.Equal(now, e.data) {
		return nil, e.refused("config.changed", errors.New("the file has changed"))
	}
	if err := atomicfile.Write(BeforePath(e.path), e.data); err != nil {
		return nil, e.refused("config.unwritten", err)
	}
	if err := atomicfile.Replace(e.path, e.with(text)); err != nil {
		return nil, e.refused("config.unwritten", err)
	}
	return c, nil
}

// BeforePath returns where the file at path is kept as it was before the last [Edit.Add]:
// beside it, where whoever edits it finds it.
func BeforePath(path string) string { return path + ".before" }

// with returns the file with text below it, whose lines end as the file's do.
func (e *Edit) with(text string) []byte {
	end := "\n"
	if bytes.Contains(e.data, []byte("\r\n")) {
		end = "\r\n"
	}
	whole := bytes.Clone(e.data)
	if len(whole) > 0 && !bytes.HasSuffix(whole, []byte("\n")) {
		whole = append(whole, end...)
	}
	return append(whole, strings.ReplaceAll(text, "\n", end)...)
}

func (e *Edit) refused(code string, err error) error {
	return &finding.Error{Err: err, Finding: finding.Finding{
		Severity: finding.Problem, Code: code, Args: finding.Args{"Why": oserror.Cause(err).Error()}, Place: finding.Place{File: e.path},
	}}
}
