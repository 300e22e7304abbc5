package config

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// The limits are far above any board that people could read. They keep a file
// that is no such thing from taking all memory: the TOML library needs the
// square of a key's parts and of nested brackets.
const (
	sizeLimit = 512 << 10 // bytes
	lineLimit = 10_000    // characters
	nestLimit = 100       // brackets, also those in texts and comments
)

// unreadable says what keeps text from being looked at as TOML at all, and at
// which byte; the message is empty where nothing does.
func unreadable(text string) (message string, offset int) {
	if len(text) > sizeLimit {
		return fmt.Sprintf("the file has %d bytes; at most %d are accepted", len(text), sizeLimit), 0
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
				return "the file is not in UTF-8 here; save it as UTF-8", i
			}
		}
		if column > lineLimit {
			return fmt.Sprintf("the line has more than %d characters; write it as several", lineLimit), i
		}
		if depth > nestLimit {
			return "more brackets are open than a board ever needs; close them", i
		}
	}
	return "", 0
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

const pointHint = "write decimals with a point, such as 4.5"

// decimalComma finds a number as most of Europe writes it.
var decimalComma = regexp.MustCompile(`=\s*[-+]?\d+,\d`)

// hints are what people most likely meant where the library says what it found.
var hints = []struct{ found, hint string }{
	{"has already been defined", "keep one of the two"},
	{"was already created", "keep one of the two"},
	{"but got ','", pointHint},
	{"but got '%'", `a share stands in quotes, such as "5%"`},
	{"expected value but found", "text stands in quotes"},
	{"strings cannot contain newlines", "close the quotes on the same line"},
	{"unexpected EOF", "the file may be cut off"},
	{"end of file", "the file may be cut off"},
	{"key name appears blank", "write key = value"},
	{"expected '.' or '='", "write key = value, and a key with spaces in quotes"},
	{"invalid escape", `write \\ for a backslash`},
}

// syntax words what the library says about text that is no TOML.
func (r *reader) syntax(err error) Problem {
	message, offset := err.Error(), 0
	var at toml.ParseError
	if errors.As(err, &at) {
		message, offset = at.Message, at.Position.Start
	}
	message = strings.TrimSuffix(strings.Replace(message, "Key '", "key '", 1), ".")
	if _, _, excerpt := r.file.place(offset); decimalComma.MatchString(excerpt) {
		return r.file.problem(offset, "", "a comma stands between values; "+pointHint)
	}
	for _, h := range hints {
		if strings.Contains(message, h.found) {
			message += "; " + h.hint
			break
		}
	}
	return r.file.problem(offset, "", message)
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
