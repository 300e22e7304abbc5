package ui

import (
	"strings"
	"unicode"

	"kpiwall/data/board"
	"kpiwall/data/kpi"
)

// listed returns the KPIs to choose from: with a draft first, then due ones,
// longest first, then the rest in the order of the board.
func (e *entry) listed(w *Wall) []*board.Reading {
	var drafts, due, rest []*board.Reading
	isDue := map[string]bool{}
	for _, r := range w.board.Due() {
		if !e.done[r.KPI.ID] {
			isDue[r.KPI.ID] = true
			due = append(due, r)
		}
	}
	for i := range w.board.Config.KPIs {
		r := w.board.Readings[w.board.Config.KPIs[i].ID]
		switch _, draft := w.session.drafts[r.KPI.ID]; {
		case draft:
			drafts = append(drafts, r)
		case !isDue[r.KPI.ID]:
			rest = append(rest, r)
		}
	}
	var out []*board.Reading
	for _, r := range append(append(drafts, due...), rest...) {
		if _, draft := w.session.drafts[r.KPI.ID]; draft && isDue[r.KPI.ID] && len(out) >= len(drafts) {
			continue // it stands among the drafts already
		}
		if matches(r.KPI, e.filter) {
			out = append(out, r)
		}
	}
	return out
}

// matches reports whether every word of filter begins a word of the KPI's name.
func matches(k *kpi.KPI, filter string) bool {
	words := strings.FieldsFunc(strings.ToLower(k.Name+" "+k.ID), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	for _, f := range strings.Fields(strings.ToLower(filter)) {
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

// chosen returns the reading under the cursor of the list, or nil.
func (e *entry) chosen(w *Wall) *board.Reading {
	list := e.listed(w)
	if e.choice >= len(list) {
		e.choice = max(0, len(list)-1)
	}
	if len(list) == 0 {
		return nil
	}
	return list[e.choice]
}
