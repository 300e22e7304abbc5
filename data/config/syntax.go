package config

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"kpiwall/data/finding"
)

// The limits are far above any board that people could read. They keep a file
// that is no such thing from taking all memory: the TOML library needs the
// square of a key's parts and of nested brackets.
const (
	sizeLimit = 512 << 10 // bytes
	lineLimit = 10_000    // characters
	nestLimit = 100       // brackets, also those in texts and comments
)

// wholeFile is the offset of what is wrong with no place of a file but with all of
// it: a line of it as an excerpt would be noise.
const wholeFile = -1

// unreadable says what keeps text from being looked at as TOML at all, and at
// which byte; it is nil where nothing does.
func unreadable(text string) (found *finding.Finding, offset int) {
	if len(text) > sizeLimit {
		return &finding.Finding{Code: "config.large", Args: finding.Args{"Bytes": len(text), "Limit": sizeLimit}}, wholeFile
	}
	if strings.HasPrefix(text, "\xff\xfe") || strings.HasPrefix(text, "\xfe\xff") {
		return &finding.Finding{Code: "config.utf16"}, wholeFile
	}
	column, depth := 0, 0
	for i, r := range text {
		column++
		switch r {
		case '\n':
			column = 0
		case '[', '{':
			depth++
		case ']', '}':
			depth = max(0, depth-1)
		case utf8.RuneError:
			if !strings.HasPrefix(text[i:], "\uFFFD") {
				return &finding.Finding{Code: "config.encoding"}, i
			}
		}
		if column > lineLimit {
			return &finding.Finding{Code: "config.line", Args: finding.Args{"Limit": lineLimit}}, i
		}
		if depth > nestLimit {
			return &finding.Finding{Code: "config.brackets"}, i
		}
	}
	return nil, 0
}

// decodeSafely decodes text. The library panics on some malformed input; to the
// wall that has to be an error as any other.
func decodeSafely(text string, table *map[string]any) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("no valid TOML: %v", p)
		}
	}()
	_, err = toml.Decode(text, table)
	return err
}

// decimalComma finds a number as most of Europe writes it, with points in thousands or
// without.
var decimalComma = regexp.MustCompile(`=\s*[-+]?\d[\d.]*,\d`)

// hints are the ids of what people most likely meant where the library says what
// it found.
var hints = []struct{ found, hint string }{
	{"has already been defined", "hint.keep_one"},
	{"was already created", "hint.keep_one"},
	{"but got ','", "hint.point"},
	{"but got '%'", "hint.share"},
	{`expected value but found '\n'`, "hint.value"},
	{"expected value but found", "hint.quotes"},
	{"strings cannot contain newlines", "hint.close"},
	{"unexpected EOF", "hint.cut"},
	{"end of file", "hint.cut"},
	{"key name appears blank", "hint.pair"},
	{"expected '.' or '='", "hint.key"},
	{"invalid escape", "hint.backslash"},
}

// syntax says what the library found in text that is no TOML, in its words.
func (r *reader) syntax(err error) finding.Finding {
	message, offset := err.Error(), 0
	var at toml.ParseError
	if errors.As(err, &at) {
		message, offset = at.Message, at.Position.Start
	}
	message = strings.TrimSuffix(strings.Replace(message, "Key '", "key '", 1), ".")
	if _, _, excerpt := r.file.place(offset); decimalComma.MatchString(excerpt) {
		return r.file.problem(offset, "", "config.comma", nil)
	}
	hint := ""
	for _, h := range hints {
		if strings.Contains(message, h.found) {
			hint = h.hint
			break
		}
	}
	return r.file.problem(offset, "", "config.syntax", finding.Args{"Why": message, "Hint": hint})
}

// cutOff reports whether text, decoded to table, ends within a number without a
// line end: half a number is a number too, and a target of 15 is not one of 150.
func cutOff(text string, table map[string]any) bool {
	if strings.HasSuffix(text, "\n") {
		return false
	}
	var longer map[string]any
	return decodeSafely(text+"0", &longer) == nil && !reflect.DeepEqual(table, longer)
}
