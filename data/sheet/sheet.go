// Package sheet reads and writes values as CSV, the form in which
// spreadsheets and other programs keep them. It knows the board's definition
// and nothing of a store.
package sheet

import "kpiwall/data/finding"

// problem returns err, which is a finding or words of package kpi, as one with
// its place in a file. The column counts bytes, as editors' "go to" does.
func problem(err error, file string, line, column int) error {
	f := finding.Finding{Severity: finding.Problem, Code: "exchange.kpi", Args: finding.Args{"Why": err}}
	if found := finding.Of(err); found != nil {
		f = found[0]
	}
	f.Place = finding.Place{File: file, Line: line, Column: column}
	return &finding.Error{Finding: f, Err: err}
}
