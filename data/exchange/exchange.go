// Package exchange reads and writes values as CSV, the form in which
// spreadsheets and other programs keep them. It knows the board's definition
// and nothing of a store.
package exchange

import "fmt"

// Problem is one thing that is wrong in a file of values, and how to mend it.
type Problem struct {
	File         string
	Line, Column int // from 1; Column counts bytes, as editors' "go to" does
	Message      string
}

// Error returns file:line:column: message, in one line.
func (p *Problem) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", p.File, p.Line, p.Column, p.Message)
}
