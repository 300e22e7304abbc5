package config

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
)

// Parse reads a configuration; name is what its problems call the file. A
// configuration with any problem is not returned; the error is then [Problems].
func Parse(name string, data []byte, checks ...Check) (*Config, error) {
	c := &Config{Sum: sum(data), source: bytes.Clone(data)}
	r := &reader{file: file{name: name, text: string(bytes.TrimPrefix(data, []byte("\ufeff")))}}
	c.file = r.file
	if table, ok := r.decode(); ok {
		r.index = scan(r.file.text)
		c.index = r.index
		r.config(c, table)
	}
	for _, check := range checks {
		if len(r.problems) == 0 {
			r.problems = append(r.problems, check(c)...)
		}
	}
	if len(r.problems) > 0 {
		return nil, inOrder(r.problems)
	}
	return c, nil
}

// sum tells contents apart, also those of the same length and time.
func sum(data []byte) string {
	hash := sha256.Sum256(data)
	return hex.EncodeToString(hash[:])
}

// decode returns the file's table, or notes why there is none.
func (r *reader) decode() (map[string]any, bool) {
	if message, offset := unreadable(r.file.text); message != "" {
		r.problems = Problems{r.file.problem(offset, "", message)}
		return nil, false
	}
	var table map[string]any
	if err := decodeSafely(r.file.text, &table); err != nil {
		r.problems = Problems{r.syntax(err)}
		return nil, false
	}
	if cutOff(r.file.text, table) {
		r.problems = Problems{r.file.problem(len(r.file.text), "", "the file ends within a number and may be cut off; end its last line with Enter")}
		return nil, false
	}
	return table, true
}
