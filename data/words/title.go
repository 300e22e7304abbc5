package words

import (
	"strings"

	"kpiwall/data/config"
)

// PageTitle is what a page is called at its top: as the file says, or by the KPIs that it
// shows of a board without pages of its own.
func (s *Speech) PageTitle(p *config.Page) string {
	switch r := p.Range; {
	case p.Title != "":
		return p.Title
	case r.Last-r.First+1 == r.Of:
		return s.must("page.all", nil)
	default:
		return s.must("page.some", Args{"First": r.First, "Last": r.Last, "Of": r.Of})
	}
}

// Source says from where a row was recorded; what other programs say of themselves
// stays as it is.
func (s *Speech) Source(source string) string {
	switch {
	case strings.HasPrefix(source, "undo "):
		return s.must("source.undo", nil)
	case strings.HasPrefix(source, "redo "):
		return s.must("source.redo", nil)
	}
	if id := "source." + source; s.has(id) {
		return s.must(id, nil)
	}
	return source
}
