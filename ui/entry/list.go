package entry

import (
	"slices"
	"strings"
	"unicode"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// listed returns the KPIs to choose from: due ones, longest first, then those
// with a draft, then the rest in the order of the board. What is looked for comes
// first among each of them where a name begins with it.
func (e *round) listed() []*board.Reading {
	var drafts, rest []*board.Reading
	due, isDue := e.due(), map[string]bool{}
	for _, r := range due {
		isDue[r.KPI.ID] = true
	}
	for k := range e.wall.Board().Config.Asked {
		r := e.wall.Board().Readings[k.ID]
		if r == nil {
			continue
		}
		key := draftKey{kpi: r.KPI.ID}
		_, draft := e.drafts[key]
		draft = draft || e.queue.of(key) != nil
		switch {
		case isDue[r.KPI.ID]:
		case draft:
			drafts = append(drafts, r)
		default:
			rest = append(rest, r)
		}
	}
	return slices.Concat(found(due, e.filter), found(drafts, e.filter), found(rest, e.filter))
}

// found returns the KPIs that a filter finds, first those whose name begins with it.
func found(list []*board.Reading, filter string) []*board.Reading {
	var first, others []*board.Reading
	for _, r := range list {
		switch {
		case !matches(r.KPI, filter):
		case strings.HasPrefix(folded(r.KPI.Name), folded(filter)):
			first = append(first, r)
		default:
			others = append(others, r)
		}
	}
	return append(first, others...)
}

// matches reports whether every word of filter begins a word of the KPI's name.
func matches(k *kpi.KPI, filter string) bool {
	words := strings.FieldsFunc(folded(k.Name+" "+k.ID), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for _, f := range strings.Fields(folded(filter)) {
		found := false
		for _, word := range words {
			found = found || strings.HasPrefix(word, f)
		}
		if !found {
			return false
		}
	}
	return true
}

// folded returns s without what letters of one word may differ in: their case, and
// the dot of a Turkish i, whose small letter is not that of Go's ToLower.
func folded(s string) string { return strings.ReplaceAll(strings.ToLower(s), "ı", "i") }
