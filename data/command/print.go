package command

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/oserror"
	"kpiwall/data/words"
)

// say prints the message id in a line.
func (e Env) say(id string, args words.Args) error {
	return e.print(e.speech().Say(id, args))
}

// print prints text in a line, whatever names and paths in it hold.
func (e Env) print(text string) error {
	_, err := fmt.Fprintln(e.Out, strings.ReplaceAll(text, "\n", `\n`))
	return err
}

// printFindings prints each finding in a line that begins with its severity.
func (e Env) printFindings(w io.Writer, found []finding.Finding) error {
	for _, f := range found {
		if _, err := fmt.Fprintf(w, "%s: %s\n", e.speech().Severity(f), e.speech().Line(f)); err != nil {
			return err
		}
	}
	return nil
}

// fileError says why the file at path could not be read or written.
func fileError(path string, err error) error {
	code, args := "file.failed", finding.Args{"Why": oserror.Cause(err)}
	switch {
	case errors.Is(err, fs.ErrNotExist):
		code = "file.missing"
	case errors.Is(err, fs.ErrPermission):
		code = "file.permission"
	case oserror.Full(err):
		code = "file.full"
	case oserror.Busy(err):
		code = "file.busy"
	}
	return fileProblem(path, code, args, err)
}

// fileProblem is what was found at path.
func fileProblem(path, code string, args finding.Args, err error) error {
	return &finding.Error{Err: err, Finding: finding.Finding{
		Severity: finding.Problem, Code: code, Args: args, Place: finding.Place{File: path},
	}}
}
