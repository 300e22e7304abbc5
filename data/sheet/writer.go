package sheet

import (
	"encoding/csv"
	"io"
	"strings"
	"unicode/utf8"

	"kpiwall/data/store"
)

// Writer writes values as CSV in the long form: RFC 4180 with line feeds, ISO
// dates, decimal points. [Read] reads back exactly what was written.
type Writer struct {
	// Safe puts an apostrophe before each text that a spreadsheet would run as a
	// formula: =HYPERLINK(…) in a note sends what is beside it to whoever wrote it.
	// Such a note is another one when it is read back. Numbers stay numbers.
	Safe bool

	csv    *csv.Writer
	headed bool
}

// NewWriter returns a writer to w. Nothing is written before the first Write
// or Flush.
func NewWriter(w io.Writer) *Writer { return &Writer{csv: csv.NewWriter(w)} }

// Write writes one value. It is not in w for sure before [Writer.Flush].
func (w *Writer) Write(v store.Value) error {
	if err := w.head(); err != nil {
		return err
	}
	return w.csv.Write([]string{v.At.String(), w.text(v.KPI), FormatNumber(v.Number), w.text(v.Note), w.text(v.Source), w.text(v.EnteredBy)})
}

// formulas are what a cell begins with that spreadsheets run; the wide ones are
// those of Chinese and Japanese keyboards.
const formulas = "=+-@\t\r\n＝＋－＠"

func (w *Writer) text(cell string) string {
	if first, _ := utf8.DecodeRuneInString(cell); w.Safe && cell != "" && strings.ContainsRune(formulas, first) {
		return "'" + cell
	}
	return cell
}

// Flush writes what is left, and the column names where there was no value.
func (w *Writer) Flush() error {
	if err := w.head(); err != nil {
		return err
	}
	w.csv.Flush()
	return w.csv.Error()
}

// head writes the column names once.
func (w *Writer) head() error {
	if w.headed {
		return nil
	}
	w.headed = true
	return w.csv.Write([]string{"date", "kpi", "value", "note", "source", "by"})
}
