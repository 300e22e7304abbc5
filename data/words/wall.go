package words

import (
	"path/filepath"
	"strings"
	"time"

	"kpiwall/data/finding"
)

// Wall returns f at now in one line for the wall, which has no room for paths:
// the file's own name and the line, what was found, what to do where the wall
// cannot go on by itself, and of when what it shows meanwhile is. The args
// VersionOf, ValuesOf and Retrying say that of a config and of a store.
func (s *Speech) Wall(f finding.Finding, now time.Time) string {
	text := s.brief(f)
	if f.Place.File != "" {
		place := filepath.Base(f.Place.File)
		if f.Place.Line > 0 {
			place = s.must("wall.place", Args{"File": place, "Line": f.Place.Line})
		}
		text = s.About(place, text)
	}
	return s.meanwhile(strings.ReplaceAll(text, "\n", " "), f, now)
}

// About returns text with what it is about before it.
func (s *Speech) About(subject, text string) string {
	return s.must("found.about", Args{"Subject": subject, "Text": text})
}

// More returns text, which stands alone for many, with how many others there are.
func (s *Speech) More(text string, others int) string {
	if others == 0 {
		return text
	}
	return s.must("wall.more", finding.Args{"Text": text, "Others": others})
}

// brief is the message "CODE.wall", where there is one, or as much as is wanted. What
// the language has no words for, the terminal explains: the wall only says so.
func (s *Speech) brief(f finding.Finding) string {
	if !s.covers(f.Code, f.Args) {
		text := s.must("wall.elsewhere", nil)
		if f.Subject != "" {
			text = s.About(f.Subject, text)
		}
		return text
	}
	if id := f.Code + ".wall"; s.has(id) {
		return s.must(id, s.dataOf(f))
	}
	retrying, failed := f.Args["Retrying"].(bool)
	switch {
	case f.Place.File != "" && f.Subject != "":
		return s.About(f.Subject, s.whole(f))
	case f.Place.File != "":
		return s.whole(f)
	case failed && !retrying:
		return s.whole(f)
	}
	return s.Finding(f)
}

// meanwhile adds what the wall shows until f is over.
func (s *Speech) meanwhile(text string, f finding.Finding, now time.Time) string {
	args := finding.Args{"Text": text, "Now": now}
	retrying, _ := f.Args["Retrying"].(bool)
	if version, ok := f.Args["VersionOf"].(time.Time); ok {
		args["VersionOf"] = version
		return s.must("wall.version", args)
	}
	if values, ok := f.Args["ValuesOf"].(time.Time); ok && !values.IsZero() {
		args["ValuesOf"] = values
		if retrying {
			return s.must("wall.values.retrying", args)
		}
		return s.must("wall.values", args)
	}
	if retrying {
		return s.must("wall.retrying", args)
	}
	return text
}
