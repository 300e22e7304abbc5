package words

import (
	"strings"

	"kpiwall/data/finding"
)

// Line returns f in one line for a terminal: file:line:column: subject:
// sentence; remedy. Of what is in no file neither place nor subject stand apart.
func (s *Speech) Line(f finding.Finding) string {
	if f.Place.File == "" {
		return escaped(s.whole(f))
	}
	return escaped(f.Place.String()) + ": " + s.keyed(f)
}

// Report returns each finding's [Line] with its excerpt below it.
func (s *Speech) Report(fs []finding.Finding) string {
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = s.Line(f)
		if f.Place.Excerpt != "" {
			lines[i] += "\n    " + strings.ReplaceAll(f.Place.Excerpt, "\n", "\n    ")
		}
	}
	return strings.Join(lines, "\n")
}

// Error returns the text of err: the [Line] of each finding that it consists of,
// or that of any other error.
func (s *Speech) Error(err error) string {
	fs := finding.Of(err)
	if fs == nil {
		return err.Error()
	}
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = s.Line(f)
	}
	return strings.Join(lines, "\n")
}

// keyed is a finding in a file without its place.
func (s *Speech) keyed(f finding.Finding) string {
	text := s.whole(f)
	if f.Subject != "" {
		text = f.Subject + ": " + text
	}
	return escaped(text)
}

// escaped keeps text in one line, whatever it quotes.
func escaped(text string) string { return strings.ReplaceAll(text, "\n", `\n`) }

// whole is the sentence and what to do.
func (s *Speech) whole(f finding.Finding) string {
	text := s.Finding(f)
	if remedy := s.Remedy(f); remedy != "" {
		text += "; " + remedy
	}
	return text
}
