package config

import (
	"bytes"

	"kpiwall/data/finding"
)

// Parse reads a configuration; name is its path and what its problems call it.
// Files that it names, such as a theme's, are read beside it. A configuration
// with any problem is not returned; the error is then a [finding.List] of all,
// in the order of the file, each with the key as its subject.
func Parse(name string, data []byte, checks ...Check) (*Config, error) {
	return parse(name, data, attachments(name, wanted(data)), checks)
}

// parse reads a configuration with the files that it names. One that was not
// handed over is left out.
func parse(name string, data []byte, attached []attachment, checks []Check) (*Config, error) {
	c, problems := inspect(name, data, attached, checks)
	if len(problems) > 0 {
		return nil, problems
	}
	return c, nil
}

// inspect reads a configuration as far as it can be read, and what is wrong with it.
func inspect(name string, data []byte, attached []attachment, checks []Check) (*Config, finding.List) {
	c := &Config{Sum: sum(data, attached), source: bytes.Clone(data)}
	r := &reader{
		file:     file{name: name, text: string(bytes.TrimPrefix(data, []byte("\ufeff")))},
		attached: attached, charts: map[string]Chart{},
	}
	c.file = r.file
	if table, ok := r.decode(); ok {
		r.index = scan(r.file.text)
		c.index = r.index
		r.config(c, table)
	}
	problems := append(inOrder(r.problems), r.inTheme...)
	for _, check := range checks {
		if len(problems) == 0 {
			problems = check(c)
		}
	}
	return c, problems
}

// decode returns the file's table, or notes why there is none.
func (r *reader) decode() (map[string]any, bool) {
	if f, offset := unreadable(r.file.text); f != nil {
		r.problems = finding.List{r.file.problem(offset, "", f.Code, f.Args)}
		return nil, false
	}
	var table map[string]any
	if err := decodeSafely(r.file.text, &table); err != nil {
		r.problems = finding.List{r.syntax(err)}
		return nil, false
	}
	if cutOff(r.file.text, table) {
		r.problems = finding.List{r.file.problem(len(r.file.text), "", "config.cut_off", nil)}
		return nil, false
	}
	return table, true
}
