package config

import (
	"strings"
	"unicode/utf8"
)

// textOffset returns where in the file stands the n-th byte of a text whose key is at
// offset key. The file is valid TOML.
func textOffset(file string, key, n int) int {
	at := min(key, len(file))
	equals := strings.IndexByte(file[at:], '=')
	if equals < 0 {
		return at
	}
	at += equals + 1
	at += len(file[at:]) - len(strings.TrimLeft(file[at:], " \t"))
	if at == len(file) {
		return key
	}
	quote := file[at : at+1]
	if strings.HasPrefix(file[at:], strings.Repeat(quote, 3)) {
		at += 3
		at += len(lineEnd(file[at:])) // which does not belong to the text
	} else {
		at++
	}
	for n > 0 && at < len(file) {
		written, bytes := 1, 1
		if quote == `"` && file[at] == '\\' {
			written, bytes = escape(file[at:])
		}
		at, n = at+written, n-bytes
	}
	return at
}

// lineEnd returns the line end that s begins with, or "".
func lineEnd(s string) string {
	switch {
	case strings.HasPrefix(s, "\r\n"):
		return s[:2]
	case strings.HasPrefix(s, "\n"):
		return s[:1]
	}
	return ""
}

// escape returns how many bytes an escape at the beginning of s is written with, and
// how many it stands for. A backslash at the end of a line stands for nothing, and
// takes what is blank after it away.
func escape(s string) (written, bytes int) {
	if len(s) < 2 {
		return len(s), 1
	}
	digits := map[byte]int{'x': 2, 'u': 4, 'U': 8}[s[1]]
	switch {
	case strings.Trim(s[1:2], " \t\r\n") == "":
		return len(s) - len(strings.TrimLeft(s[1:], " \t\r\n")), 0
	case digits == 0:
		return 2, 1
	}
	var r rune
	for _, c := range strings.ToLower(s[2:min(2+digits, len(s))]) {
		r = r*16 + rune(strings.IndexRune("0123456789abcdef", c))
	}
	return 2 + digits, max(1, utf8.RuneLen(r))
}
