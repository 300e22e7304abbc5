package entry

import (
	"kpiwall/data/board"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
	"kpiwall/ui/overlay"
)

// speech phrases what is said in the language of the board.
func (d *desk) speech() *words.Speech { return words.Of(d.wall.Board().Config) }

func (d *desk) say(id string, args words.Args) string { return d.speech().Say(id, args) }

// neutral says how something goes; good that it went well, bad that it did not.
func (d *desk) neutral(id string, args words.Args) overlay.Message {
	return overlay.Message{Text: d.say(id, args)}
}

func (d *desk) good(id string, args words.Args) overlay.Message {
	return overlay.Message{Text: d.say(id, args), Tone: kpi.Better}
}

func (d *desk) bad(id string, args words.Args) overlay.Message {
	return overlay.Message{Text: d.say(id, args), Tone: kpi.Worse}
}

// failure words an error for the wall and, where it does not pass by itself, what
// somebody has to do about it.
func (d *desk) failure(err error) string {
	found, s := board.FindingOf(err), d.speech()
	text := s.Finding(found)
	if remedy := s.Remedy(found); remedy != "" && !board.Passing(err) {
		return s.About(text, remedy)
	}
	return text
}

// computed says from what the KPI id is computed, so that no value of it is entered,
// or "".
func (d *desk) computed(id string) string {
	c := d.wall.Board().Config
	k := c.Defined(id)
	if k == nil || k.Formula == nil {
		return ""
	}
	var names []string
	for _, in := range k.Formula.Names() {
		names = append(names, c.Defined(in).Name)
	}
	return d.say("entry.computed", words.Args{"Inputs": names})
}

// lacks says that the config has no KPI id any more.
func (d *desk) lacks(id string) string { return d.say("wall.gone", words.Args{"KPI": id}) }

// withoutLast returns a text without its last character.
func withoutLast(s string) string {
	r := []rune(s)
	return string(r[:max(0, len(r)-1)])
}
