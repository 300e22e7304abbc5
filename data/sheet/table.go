package sheet

import (
	"encoding/csv"
	"io"
)

// table is the lines of a file, one after another.
type table interface {
	// Read returns the cells of the next line, and [io.EOF] after the last. They are
	// good until it is called again.
	Read() ([]string, error)
	// FieldPos returns where a cell of the line just read begins, from 1.
	FieldPos(i int) (line, column int)
	// kind says what a cell of the line just read is by itself.
	kind(i int) cellKind
}

// cellKind is what a file itself says of a cell.
type cellKind uint8

const (
	textCell   cellKind = iota // its text says what it is
	numberCell                 // a number, written with a decimal point whatever others of its column show
	errorCell                  // of a formula that has no result
)

// textTable is a table of text, which says nothing of its cells.
type textTable struct {
	*csv.Reader
	above int // lines of the file above it
}

func newTextTable(in io.Reader, l layout) textTable {
	t := textTable{csv.NewReader(in), l.line - 1}
	t.Comma, t.FieldsPerRecord, t.ReuseRecord = l.sep, -1, true
	return t
}

func (t textTable) FieldPos(i int) (line, column int) {
	line, column = t.Reader.FieldPos(i)
	return line + t.above, column
}

func (textTable) kind(int) cellKind { return textCell }

// grid is the lines of a sheet of a workbook.
type grid struct {
	name  string
	lines []gridLine
	next  int
}

type gridLine struct {
	number int
	cells  []string
	kinds  []cellKind
}

func (g *grid) Read() ([]string, error) {
	if g.next == len(g.lines) {
		return nil, io.EOF
	}
	g.next++
	return g.lines[g.next-1].cells, nil
}

func (g *grid) FieldPos(i int) (line, column int) { return g.lines[g.next-1].number, i + 1 }

func (g *grid) kind(i int) cellKind { return g.lines[g.next-1].kinds[i] }

// from goes to the line of that number.
func (g *grid) from(line int) {
	for g.next = 0; g.next < len(g.lines) && g.lines[g.next].number < line; g.next++ {
	}
}

// width is the most cells that a line has.
func (g *grid) width() (n int) {
	for _, l := range g.lines {
		n = max(n, len(l.cells))
	}
	return n
}
