package command

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-isatty"
)

// terminal is where commands print. Names, notes and ids come from other people
// and programs, and must not move the cursor of who reads them, colour what is not
// theirs or turn it around: what would is written as JSON writes it, \u001b, so
// that JSON stays JSON. Every command prints through one; what is data for a file
// does not, see [Env.writeTo].
type terminal struct {
	to   io.Writer
	rest []byte // the beginning of a character whose end has not come
}

// printedOn returns what commands print to, who writes to w.
func printedOn(w io.Writer) io.Writer { return &terminal{to: w} }

// Terminal returns the terminal that w prints on, for a line that is written over; nil
// where nobody watches.
func Terminal(w io.Writer) *os.File {
	t, ok := w.(*terminal)
	if !ok {
		return nil
	}
	f, ok := t.to.(*os.File)
	if !ok || !isatty.IsTerminal(f.Fd()) {
		return nil
	}
	return f
}

func (t *terminal) Write(p []byte) (int, error) {
	text := append(t.rest, p...)
	whole := len(text)
	for i := 1; i < utf8.UTFMax && i <= len(text); i++ {
		if tail := text[len(text)-i:]; utf8.RuneStart(tail[0]) && !utf8.FullRune(tail) {
			whole -= i
			break
		}
	}
	t.rest = bytes.Clone(text[whole:])
	if _, err := io.WriteString(t.to, harmless(string(text[:whole]))); err != nil {
		return 0, err
	}
	return len(p), nil
}

// harmless returns text as a terminal may have it.
func harmless(text string) string {
	if strings.IndexFunc(text, moves) < 0 && utf8.ValidString(text) {
		return text
	}
	var b strings.Builder
	for _, r := range text { // what is no UTF-8 becomes U+FFFD
		if moves(r) {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return b.String()
}

// moves reports whether r does something to a terminal rather than to stand in it.
// The marks of right-to-left scripts are text, what embeds and overrides them is
// not needed in a line.
func moves(r rune) bool {
	switch {
	case r == '\n' || r == '\t':
		return false
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x2028, r == 0x2029:
		return true
	}
	return unicode.IsControl(r)
}

// oneLine returns text, which may have several lines, as one.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
