package config

import "kpiwall/data/finding"

// Check looks for problems that only other packages know of, such as a theme
// that does not exist. It names them with [Config.Problem]. Checks run only on
// a configuration that has no problem of its own.
type Check func(*Config) finding.List

// Problem returns a problem at the place in the file where key (dotted as [Key]
// writes it, such as screen.theme) stands, or at the nearest table above it.
// Where the file has neither, the problem is the whole file's.
func (c *Config) Problem(key, code string, args finding.Args) finding.Finding {
	for path := key; path != ""; path = above(path) {
		if offset, ok := c.index.offsets[path]; ok {
			return c.file.problem(offset, key, code, args)
		}
	}
	return c.file.whole(key, code, args)
}

// integer returns a problem that stands at no line of the file.
func (f file) whole(key, code string, args finding.Args) finding.Finding {
	return finding.Finding{Severity: finding.Problem, Code: code, Subject: key, Args: args, Place: finding.Place{File: f.name}}
}
