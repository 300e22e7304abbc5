package sheet

import (
	"bytes"
	"encoding/csv"
	"strings"
)

const (
	searched   = 1 << 16 // bytes of a file in which its header has to be
	searchedIn = 30      // and lines
)

// layout is where a table begins in a file.
type layout struct {
	header header
	sep    rune
	line   int // of the header, from 1
	offset int // of the header, in bytes
	above  int // lines with text above it
	found  bool
	// problems are those of the header, by column.
	problems map[int]error
}

var separators = []rune{',', ';', '\t', '|'}

// findLayout finds the first line that names columns, and what separates them: the
// separator by which most of them are known.
func (hs headers) findLayout(text []byte) layout {
	best := layout{sep: ','}
	only, line, offset := rune(0), 1, 0
	first := layout{}
	for ; line <= searchedIn && offset < len(text) && !best.found; line++ {
		end := offset + len(text[offset:])
		if i := bytes.IndexByte(text[offset:], '\n'); i >= 0 {
			end = offset + i + 1
		}
		content := strings.TrimSpace(string(text[offset:end]))
		if sep, ok := strings.CutPrefix(strings.ToLower(content), "sep="); ok && len(sep) == 1 && first.line == 0 {
			only = rune(sep[0])
		} else if strings.Trim(content, ",;\t|\"") != "" {
			at := layout{line: line, offset: offset, above: best.above}
			if first.line == 0 {
				first = at
			}
			best = hs.bestAt(text, at, only)
			best.above++
		}
		offset = end
	}
	if best.found {
		best.above--
		return best
	}
	return hs.fallback(text, first, only)
}

// bestAt reads a line as a header by each separator.
func (hs headers) bestAt(text []byte, at layout, only rune) layout {
	best, most := at, 0
	for _, sep := range separators {
		names := firstRecord(text[at.offset:], sep)
		if only != 0 && sep != only || len(names) < 2 {
			continue
		}
		h, problems := hs.parse(names, sep)
		known := len(h.roles)
		for i := range h.names {
			if h.kpis[i] != nil || h.dates[i] != "" {
				known++
			}
		}
		if h.shape != noShape && known > most {
			best, most = at, known
			best.header, best.problems, best.sep, best.found = h, problems, sep, true
		}
	}
	return best
}

// fallback takes the first line with text for the header, by the separator that
// stands in it first, so that what is wrong with it can be said.
func (hs headers) fallback(text []byte, at layout, only rune) layout {
	at.sep = ','
	if i := bytes.IndexAny(text[min(at.offset, len(text)):], ",;\t|\n"); i >= 0 && text[at.offset+i] != '\n' {
		at.sep = rune(text[at.offset+i])
	}
	if only != 0 {
		at.sep = only
	}
	at.header, at.problems = hs.parse(firstRecord(text[min(at.offset, len(text)):], at.sep), at.sep)
	return at
}

// firstRecord returns the trimmed cells of the first line of text.
func firstRecord(text []byte, sep rune) []string {
	r := csv.NewReader(bytes.NewReader(text))
	r.Comma, r.FieldsPerRecord = sep, -1
	names, err := r.Read()
	if err != nil {
		return nil
	}
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}
