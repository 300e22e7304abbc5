package config

import (
	"strings"
	"testing"
)

func TestPlace_PutsTheCaretBelowTheCharacter(t *testing.T) {
	long := strings.Repeat("a", 200)
	rows := []struct {
		name, text, at string // the place is where at begins
		line, column   int
		excerpt        string
	}{
		{"first byte", "stay = 20\n", "stay", 1, 1, "stay = 20\n^"},
		{"tabs", "x = 1\n\t\tstay = 20", "stay", 2, 3, "\t\tstay = 20\n\t\t^"},
		{"umlauts", "ü = \"ß\", stay", "stay", 1, 10, "ü = \"ß\", stay\n         ^"},
		{"wide characters", "日本 stay", "stay", 1, 4, "日本 stay\n     ^"},
		{"combining characters", "e\u0301e\u0301 stay", "stay", 1, 6, "e\u0301e\u0301 stay\n   ^"},
		{"CRLF", "x = 1\r\nstay = 20\r\nz = 1\r\n", "stay", 2, 1, "stay = 20\n^"},
		{"end of the file", "x =", "", 1, 4, "x =\n   ^"},
		{"empty line", "x = 1\n", "", 2, 1, "\n^"},
		{"empty file", "", "", 1, 1, "\n^"},
		{"control characters", "\x1b[31m stay", "stay", 1, 7, "\ufffd[31m stay\n      ^"},
		{"long before", long + "stay", "stay", 1, 201, "…" + long[:60] + "stay\n" + strings.Repeat(" ", 61) + "^"},
		{"long behind", "stay" + long, "stay", 1, 1, "stay" + long[:116] + "\n^"},
	}
	for _, row := range rows {
		offset := len(row.text)
		if row.at != "" {
			offset = strings.Index(row.text, row.at)
		}
		line, column, excerpt := file{text: row.text}.place(offset)
		if line != row.line || column != row.column || excerpt != row.excerpt {
			t.Errorf("%s: got %d:%d\n%s\nwant %d:%d\n%s", row.name, line, column, excerpt, row.line, row.column, row.excerpt)
		}
	}
}
