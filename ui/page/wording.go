package page

import (
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// subject is what a tile is about.
type subject struct {
	*board.Reading
	say   *words.Speech
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
func numberWords(s subject) kpi.Number { return s.say.ReadingNumber(s.Reading) }

// statusWords name the status, and say more about it where there is room. That a
// running sum's verdict may change must not go: room is made for all of it.
func statusWords(s subject) wording {
	texts := s.say.ReadingStatus(s.Reading)
	if s.Running.On {
		return wording{texts: texts}
	}
	return wording{texts, len(texts) - 1}
}

func changeWords(s subject) wording { return only(s.say.ReadingChange(s.Reading)) }

// targetWords say what the number should be. The long wording of a sum that runs
// comes and goes, so that no room is made for it.
func targetWords(s subject) wording {
	texts := s.say.ReadingTarget(s.Reading)
	if s.Running.On && len(texts) > 0 {
		return wording{texts, len(texts) - 1}
	}
	return wording{texts: texts}
}

// periodWords name the period where it is not the current one.
func periodWords(s subject) wording {
	long := s.say.ReadingPeriod(s.Reading)
	if long == "" {
		return wording{}
	}
	return wording{texts: []string{long, s.say.ShortReadingPeriod(s.Reading)}}
}

// noteWords are what is odd about the number, or else its note.
func noteWords(s subject) wording {
	switch {
	case len(s.Findings) > 0:
		return only(s.say.Finding(s.Findings[0]))
	case sentenceWords(s).texts != nil:
		return wording{}
	}
	return only(FirstLine(s.Note))
}

// FirstLine returns a text up to its first line break.
func FirstLine(s string) string {
	if i := strings.IndexAny(s, "\n\r"); i >= 0 {
		return s[:i]
	}
	return s
}
