package config

import (
	"strings"

	"github.com/BurntSushi/toml"
)

// index tells where in the text each key stands. The TOML library knows the
// position of an error only, not of a key.
type index struct {
	offsets map[string]int // by path: byte offset of the key's last part, or of the element
	order   []string       // the paths as the file first mentions them
}

// scanner walks text that the TOML library has accepted, so it need not judge
// it: it only has to skip strings and comments right.
type scanner struct {
	text   string
	i      int
	index  index
	tables map[string]int // arrays of tables by path: how many there are so far
}

// scan indexes text, which has to be valid TOML without a byte order mark.
func scan(text string) index {
	s := &scanner{text: text, index: index{offsets: map[string]int{}}, tables: map[string]int{}}
	table := ""
	for s.skip(); s.i < len(s.text); s.skip() {
		if s.text[s.i] == '[' {
			table = s.header()
		} else {
			s.pair(table)
		}
	}
	return s.index
}

// note remembers the first mention of path.
func (s *scanner) note(path string, offset int) {
	if _, known := s.index.offsets[path]; !known {
		s.index.offsets[path] = offset
		s.index.order = append(s.index.order, path)
	}
}

// skip passes white space, line ends and comments.
func (s *scanner) skip() {
	for s.i < len(s.text) {
		switch s.text[s.i] {
		case ' ', '\t', '\r', '\n':
			s.i++
		case '#':
			s.to("\n")
		default:
			return
		}
	}
}

// to moves to the next of any of the bytes in stops, or to the end.
func (s *scanner) to(stops string) {
	if n := strings.IndexAny(s.text[s.i:], stops); n >= 0 {
		s.i += n
	} else {
		s.i = len(s.text)
	}
}

// at reports whether the text goes on with lead.
func (s *scanner) at(lead string) bool { return strings.HasPrefix(s.text[s.i:], lead) }

// header reads [a.b] or [[a.b]] and returns the path of the table it opens.
func (s *scanner) header() string {
	list := s.at("[[")
	s.i++
	if list {
		s.i++
	}
	path, offset := s.key("")
	if list {
		element := element(path, s.tables[path])
		s.tables[path]++
		path = element
		s.note(path, offset)
	}
	s.to("\n")
	return path
}

// pair reads key = value inside table.
func (s *scanner) pair(table string) {
	path, _ := s.key(table)
	if s.at("=") {
		s.i++
	}
	s.skip()
	s.value(path)
}

// key reads a dotted key inside table, notes each part, and returns the path
// and offset of the last.
func (s *scanner) key(table string) (path string, offset int) {
	path = table
	for {
		s.blanks()
		offset = s.i
		path = join(path, s.part())
		s.note(path, offset)
		s.blanks()
		if !s.at(".") {
			return path, offset
		}
		s.i++
		// Below an array of tables, a key means the table opened last.
		if n := s.tables[path]; n > 0 {
			path = element(path, n-1)
		}
	}
}

// blanks passes spaces and tabs: no line may end within a key.
func (s *scanner) blanks() {
	for s.at(" ") || s.at("\t") {
		s.i++
	}
}

// part reads one part of a key.
func (s *scanner) part() string {
	start := s.i
	if !s.at(`"`) && !s.at("'") {
		s.to(" \t.=]\r\n")
		return s.text[start:s.i]
	}
	s.quoted()
	// The library undoes the escapes, so that the part is spelled as it spells it.
	var part struct{ K string }
	if _, err := toml.Decode("K = "+s.text[start:s.i], &part); err != nil {
		return s.text[start:s.i]
	}
	return part.K
}

// value passes one value and notes what it holds.
func (s *scanner) value(path string) {
	switch {
	case s.at(`"`), s.at("'"):
		s.quoted()
	case s.at("["):
		s.list(path)
	case s.at("{"):
		s.inline(path)
	default:
		s.i = min(s.i+1, len(s.text)) // a value has a byte at least: the scan always moves on
		s.to(",]}#\r\n")
	}
}

// list passes a list and notes its elements.
func (s *scanner) list(path string) {
	s.i++
	for n := 0; s.more("]"); n++ {
		item := element(path, n)
		s.note(item, s.i)
		s.value(item)
	}
}

// inline passes an inline table; it may run over several lines.
func (s *scanner) inline(path string) {
	s.i++
	for s.more("}") {
		s.pair(path)
	}
}

// more moves to the next member of a list or an inline table. At its end it
// passes the closing bracket and reports false.
func (s *scanner) more(closing string) bool {
	s.skip()
	for s.at(",") {
		s.i++
		s.skip()
	}
	if s.at(closing) {
		s.i++
		return false
	}
	return s.i < len(s.text)
}

// quoted passes a string of any of the four kinds.
func (s *scanner) quoted() {
	quote := s.text[s.i : s.i+1]
	triple := strings.Repeat(quote, 3)
	if !s.at(triple) {
		s.i++
		s.closing(quote, quote)
		return
	}
	s.i += len(triple)
	s.closing(triple, quote)
	// Up to two quotes may stand before the closing three and belong to the text.
	for n := 0; n < 2 && s.at(quote); n++ {
		s.i++
	}
}

// closing passes the rest of a string and its closing quotes. Only within
// double quotes a backslash hides what follows it.
func (s *scanner) closing(closing, quote string) {
	for s.i < len(s.text) && !s.at(closing) {
		if quote == `"` && s.at(`\`) {
			s.i++
		}
		s.i++
	}
	s.i = min(s.i+len(closing), len(s.text))
}
