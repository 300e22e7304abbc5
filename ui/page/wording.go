package page

import (
	"fmt"
	"strings"
	"time"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// subject is what a tile is about.
type subject struct {
	*board.Reading
	now   time.Time    // of the board
	chart config.Chart // what the config chose
}

// wording is how a part of a tile may be written, the longest text first; none
// where the tile has no such part. The rows of a tile make room for the text at
// wanted: a longer one takes what room is left, a shorter one what there is.
type wording struct {
	texts  []string
	wanted int
}

// only is a wording without a choice.
func only(text string) wording {
	if text == "" {
		return wording{}
	}
	return wording{texts: []string{text}}
}

// chosen returns one of the texts, "" where there are none.
func (w wording) chosen(c choice) string {
	switch {
	case len(w.texts) == 0:
		return ""
	case c == longest:
		return w.texts[0]
	case c == shortest:
		return w.texts[len(w.texts)-1]
	}
	return w.texts[w.wanted]
}

func nameWords(s subject) wording { return only(s.KPI.Name) }

// sentenceWords are what a judged KPI says in place of a number.
func sentenceWords(s subject) wording {
	if !s.KPI.Judged || !s.Has {
		return wording{}
	}
	return only(FirstLine(s.Note))
}

// numberWords is the number with its unit.
func numberWords(s subject) kpi.Number { return s.Parts }

// statusWords name the status, and say more about it where there is room: of a
// verdict who gave it and when, of an overdue value since when it is.
func statusWords(s subject) wording {
	word := statusWord(s.Reading)
	if s.KPI.Judged && s.Status.Verdict() {
		day := ShortDay(s.LastConfirmed.In(s.now.Location()), s.now)
		texts := []string{word + " · " + day, word}
		if s.NoteBy != "" {
			texts = append([]string{word + " · " + s.NoteBy + ", " + day}, texts...)
		}
		return wording{texts, len(texts) - 1}
	}
	if full := StatusText(s.Reading); full != word {
		return wording{texts: []string{full, soFar}} // the mark says the verdict: that it may change must not go
	}
	if s.Status != kpi.Overdue || s.Fresh.Since.IsZero() {
		return only(word)
	}
	layout := "2 Jan"
	if s.Fresh.Since.Year() != s.now.Year() {
		layout = "Jan 2006"
	}
	return wording{[]string{fmt.Sprintf("%s since %s", word, s.Fresh.Since.Format(layout)), word}, 1}
}

func changeWords(s subject) wording {
	if !s.Change.Known {
		return wording{}
	}
	return only(s.ChangeText)
}

// TargetWord stands before a target where there is room.
const TargetWord = "target "

// targetWords say what the number should be. While a sum runs what should be
// there by now comes first: beside the whole alone a verdict would look wrong. Its
// long wording comes and goes, so that no room is made for it.
func targetWords(s subject) wording {
	switch {
	case s.TargetText == "":
		return wording{}
	case s.TargetShort != "":
		return wording{[]string{s.TargetText, s.TargetShort}, 1}
	}
	return wording{texts: []string{TargetWord + s.TargetText, s.TargetText}}
}

// periodWords name the period where it is not the current one.
func periodWords(s subject) wording {
	if s.Label == "" {
		return wording{}
	}
	return wording{texts: []string{s.Label, Abbreviated(s.Label)}}
}

// noteWords are what is odd about the number, or else its note.
func noteWords(s subject) wording {
	switch {
	case len(s.Findings) > 0:
		return only(words.English().Finding(s.Findings[0]))
	case sentenceWords(s).texts != nil:
		return wording{}
	}
	return only(FirstLine(s.Note))
}

// soFar says of a sum that its period runs.
const soFar = "so far"

// StatusText names a reading's status, and of a verdict that may still change that
// it may.
func StatusText(r *board.Reading) string {
	if r.Running.On && r.Status.Verdict() {
		return statusWord(r) + " " + soFar
	}
	return statusWord(r)
}

// statusWord names a status. Of a judged KPI it is the verdict's own word.
func statusWord(r *board.Reading) string {
	switch {
	case r.KPI.Judged && r.Status.Verdict():
		return r.Text
	case r.Status == kpi.InProgress:
		return soFar
	}
	return r.Status.String()
}

// Abbreviated shortens the name of a month in a period's label.
func Abbreviated(label string) string {
	for m := time.January; m <= time.December; m++ {
		if rest, ok := strings.CutPrefix(label, m.String()); ok {
			return m.String()[:3] + rest
		}
	}
	return label
}

// FirstLine returns a text up to its first line break.
func FirstLine(s string) string {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return s[:i]
	}
	return s
}

// ShortDay writes a day as "2 Jan", with its year where that is another one.
func ShortDay(t, now time.Time) string {
	if t.Year() != now.Year() {
		return t.Format("2 Jan 2006")
	}
	return t.Format("2 Jan")
}
