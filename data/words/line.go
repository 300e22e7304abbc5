package words

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/finding"
	"kpiwall/data/store"
)

// Line returns f in one line for a terminal: file:line:column: subject:
// sentence; remedy. Of what is in no file neither place nor subject stand apart.
func (s *Speech) Line(f finding.Finding) string {
	if f.Place.File == "" {
		return escaped(s.whole(f))
	}
	return escaped(f.Place.String()) + ": " + s.keyed(f)
}

// Report returns each finding's [Speech.Line] with its excerpt below it.
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

// Error returns the text of err: the [Speech.Line] of each finding that it consists
// of, what is wrong with which store, or that of any other error.
func (s *Speech) Error(err error) string {
	fs := finding.Of(err)
	var failed *store.Error
	switch {
	case fs == nil && errors.As(err, &failed):
		return s.storeError(board.FindingOf(failed))
	case fs == nil:
		return err.Error()
	}
	lines := make([]string, len(fs))
	for i, f := range fs {
		lines[i] = s.Line(f)
	}
	return strings.Join(lines, "\n")
}

// storeError names the store, and the cause where the sentence has no room for it.
func (s *Speech) storeError(f finding.Finding) string {
	text := s.whole(f)
	if f.Code != "store.rejected" { // what is wrong is not with the store
		text = strconv.Quote(f.Subject) + ": " + text
	}
	why, ok := f.Args["Why"].(error)
	if ok && !errors.Is(why, fs.ErrExist) && !errors.Is(why, fs.ErrNotExist) && !strings.Contains(text, why.Error()) {
		text += " (" + why.Error() + ")"
	}
	return escaped(text)
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
		return s.wholly(f.Code, f.Args).must("found.remedy", Args{"Text": text, "Remedy": remedy})
	}
	return text
}
