package page

import (
	"strings"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/draw"
)

// subject is what a tile is about.
type subject struct {
	*board.Reading
	say   *words.Speech
	chart config.Chart          // what the config chose
	said  map[draw.Kind]wording // what of it was worded, see [Part.says]
	wider float32               // than the narrowest of the tiles that share its plan
	terse bool                  // a target alone says "on target", for the tiles of the page have no room for both
}

// wording is how a part of a tile may be written, the longest text first; none
// where the tile has no such part. The rows of a tile make room for the text at
// wanted: a longer one takes what room is left, a shorter one what there is.
type wording struct {
	texts  []string
	wanted int
}

// says returns how the part is worded on the tile of s: phrased once for all who
// measure, plan and set it.
func (p *Part) says(s subject) wording {
	w, known := s.said[p.kind]
	if !known {
		w = p.words(s)
		if s.said != nil {
			s.said[p.kind] = w
		}
	}
	return w
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

// sentenceWords are what a judged KPI says in place of a number, and one that never
// had all that its formula needs.
func sentenceWords(s subject) wording {
	switch {
	case s.Status == kpi.Waiting:
		return only(wording{texts: s.say.ReadingWaits(s.Reading)}.chosen(shortest))
	case !s.KPI.Judged || !s.Has:
		return wording{}
	}
	return only(FirstLine(s.Note))
}

// numberWords is the number with its unit.
func numberWords(s subject) kpi.Number { return s.say.ReadingNumber(s.Reading) }

// statusWords name the status together with the target. A shorter text than the
// wanted one leaves one of them out.
func statusWords(s subject) wording {
	p := s.say.ReadingPhrase(s.Reading)
	if s.terse && s.saysOnTarget() {
		return wording{p.Texts[p.Whole:], 0}
	}
	return wording{p.Texts, p.Whole}
}

// saysOnTarget reports whether the status is a word that the target can do without.
func (s subject) saysOnTarget() bool {
	return s.Status == kpi.OnTarget && !s.KPI.Judged && !s.Running.On
}

// changeWords write a change without its sign, which the arrow before it says.
func changeWords(s subject) wording {
	return only(strings.TrimLeft(s.say.ReadingChange(s.Reading), "+"+kpi.Minus))
}

// targetWords say what a number should be that there is not, or that is too old to
// be held against it: its status does not say so.
func targetWords(s subject) wording {
	if !s.isUntrusted() {
		return wording{}
	}
	texts := s.say.ReadingTarget(s.Reading)
	return wording{texts, max(0, len(texts)-1)}
}

// goalWords say how far a key result has come.
func goalWords(s subject) wording {
	texts := s.say.ReadingGoal(s.Reading)
	return wording{texts, max(0, len(texts)-1)}
}

// periodWords name the period where it is not the current one.
func periodWords(s subject) wording {
	long := s.say.ReadingPeriod(s.Reading)
	if long == "" {
		return wording{}
	}
	return wording{texts: []string{long, s.say.ShortReadingPeriod(s.Reading)}}
}

// waitsWords say what a newer number waits for than the one that the tile shows.
func waitsWords(s subject) wording {
	if s.Status == kpi.Waiting { // said in its place
		return wording{}
	}
	texts := s.say.ReadingWaits(s.Reading)
	return wording{texts, max(0, len(texts)-1)}
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
