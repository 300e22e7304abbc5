package sheet

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"kpiwall/data/finding"
)

// open goes to the beginning of the table, the first time after having found out what
// the file is and where that begins.
func (r *reader) open() error {
	if _, err := r.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	known := r.layout.line > 0
	if !known {
		found, err := scan(bufio.NewReaderSize(r.file, 1<<16))
		if err != nil {
			return err
		}
		if r.text = found; found.refused != nil {
			r.refuse(found.refused)
			return nil
		}
		if found.windows {
			r.notes.add("exchange.windows", nil)
		}
		if _, err := r.file.Seek(0, io.SeekStart); err != nil {
			return err
		}
	}
	if r.text.packed {
		return r.openSheet(known)
	}
	in := bufio.NewReaderSize(r.text.decoded(r.file), searched)
	if !known {
		start, err := in.Peek(searched)
		if err != nil && err != io.EOF {
			return err
		}
		r.layout = r.headers.findLayout(start)
	}
	if _, err := in.Discard(r.layout.offset); err != nil {
		return err
	}
	r.table = newTextTable(in, r.layout)
	return nil
}

// openSheet goes to the header of the sheet of a workbook, which is read once.
func (r *reader) openSheet(known bool) error {
	if !known {
		w, err := openWorkbook(r.file)
		if err == nil {
			r.sheet, r.layout, err = w.choose(r.o.Sheet, r.headers)
		}
		if err != nil && finding.Of(err) != nil {
			r.refuse(err)
			return nil
		}
		if err != nil {
			return err
		}
		if all := w.sheets(); r.o.Sheet == "" && len(all) > 1 {
			others := slices.DeleteFunc(all, func(s string) bool { return s == r.sheet.name })
			r.notes.add("exchange.sheet", finding.Args{"Name": r.sheet.name, "Names": others})
		}
	}
	r.sheet.from(r.layout.line)
	r.table = r.sheet
	return nil
}

// refuse says what is wrong with the file as a whole.
func (r *reader) refuse(err error) {
	r.problemAt(1, 1, err)
	r.done = true
}

// text is how the text of a file is written.
type text struct {
	refused error // it is no text, or of no known encoding
	packed  bool  // perhaps a workbook
	utf16   bool
	order   unicode.Endianness
	windows bool // Windows-1252
	returns bool // its lines end in carriage returns alone
	torn    bool // its last line has no end
}

// scan reads a file to its end and finds out how it is written.
func scan(in *bufio.Reader) (t text, err error) {
	start, err := in.Peek(1 << 10)
	if err != nil && err != io.EOF {
		return t, err
	}
	if t.packed = bytes.HasPrefix(start, []byte("PK\x03\x04")); t.packed {
		return t, nil
	}
	if code := kindOf(start); code != "" {
		t.refused = finding.New(code, nil)
		return t, nil
	}
	if t.utf16, t.order = wide16(start); t.utf16 {
		in = bufio.NewReader(t.decoded(in))
	}
	var c counts
	for {
		char, size, err := in.ReadRune()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return t, err
		}
		c.add(char, size)
	}
	t.windows = c.invalid > 0 && c.valid == 0
	t.returns = c.returns > 0 && c.feeds == 0
	t.torn = c.last != '\n' && c.last != '\r'
	if c.invalid > 0 && c.valid > 0 || c.nul {
		t.refused = finding.New("exchange.utf8", nil)
	}
	return t, nil
}

// counts are what tells how a text is written.
type counts struct {
	valid, invalid int // characters beyond ASCII that are UTF-8, and bytes that are none
	returns, feeds int
	nul            bool
	last           rune
}

func (c *counts) add(char rune, size int) {
	switch {
	case char == utf8.RuneError && size == 1:
		c.invalid++
	case char >= utf8.RuneSelf && char != '\ufeff':
		c.valid++
	case char == '\r':
		c.returns++
	case char == '\n':
		c.feeds++
	case char == 0:
		c.nul = true
	}
	c.last = char
}

// wide16 reports whether a file is UTF-16, and which byte comes first: by its mark, or
// by the zero bytes that Latin letters have there.
func wide16(start []byte) (bool, unicode.Endianness) {
	switch {
	case bytes.HasPrefix(start, []byte("\xff\xfe")):
		return true, unicode.LittleEndian
	case bytes.HasPrefix(start, []byte("\xfe\xff")):
		return true, unicode.BigEndian
	}
	var zeros [2]int
	for i, b := range start {
		if b == 0 {
			zeros[i%2]++
		}
	}
	half := len(start) / 2
	switch {
	case half > 1 && zeros[1] > half*3/4 && zeros[0] == 0:
		return true, unicode.LittleEndian
	case half > 1 && zeros[0] > half*3/4 && zeros[1] == 0:
		return true, unicode.BigEndian
	}
	return false, unicode.LittleEndian
}

// decoded returns r as UTF-8 with line feeds, without a byte order mark.
func (t text) decoded(r io.Reader) io.Reader {
	switch {
	case t.utf16:
		r = transform.NewReader(r, unicode.UTF16(t.order, unicode.UseBOM).NewDecoder())
	case t.windows:
		r = transform.NewReader(r, charmap.Windows1252.NewDecoder())
	default:
		r = transform.NewReader(r, unicode.UTF8BOM.NewDecoder())
	}
	if t.returns {
		r = transform.NewReader(r, lineFeeds{})
	}
	return r
}

// lineFeeds writes a line feed for each carriage return.
type lineFeeds struct{ transform.NopResetter }

// Transform implements [transform.Transformer].
func (lineFeeds) Transform(dst, src []byte, _ bool) (nDst, nSrc int, err error) {
	n := copy(dst, src)
	for i, b := range dst[:n] {
		if b == '\r' {
			dst[i] = '\n'
		}
	}
	if n < len(src) {
		err = transform.ErrShortDst
	}
	return n, n, err
}

// kinds are what a file begins with that is no table of text.
var kinds = []struct{ begins, code string }{
	{"<!doctype html", "exchange.is.page"},
	{"<html", "exchange.is.page"},
	{"<?xml", "exchange.is.xml"},
	{"{", "exchange.is.json"},
	{"[", "exchange.is.json"},
	{"%pdf", "exchange.is.pdf"},
	{"\xd0\xcf\x11\xe0", "exchange.is.workbook"},
	{"\x1f\x8b", "exchange.is.packed"},
}

// kindOf returns the code for what a file is instead of a table of text, or "".
func kindOf(start []byte) string {
	trimmed := bytes.TrimLeft(bytes.TrimPrefix(start, []byte("\ufeff")), " \t\r\n")
	for _, k := range kinds {
		if n := len(k.begins); len(trimmed) >= n && strings.EqualFold(string(trimmed[:n]), k.begins) {
			return k.code
		}
	}
	return ""
}
