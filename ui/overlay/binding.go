package overlay

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/data/words"
)

// Input is a key as it was pressed: a named key, or a character.
type Input struct {
	Key  fyne.KeyName
	Char rune
}

// Binding is one thing that keys do. A list of them is all that the wall and each
// overlay say of their keys: the dispatch, the hints at the foot of an overlay,
// the help on the screen and the manual's tables are made of it.
type Binding struct {
	Keys  []fyne.KeyName
	Runes string          // characters; a small letter stands for its capital too
	Text  func(rune) bool // characters that are typed into a text
	Any   bool            // all keys but Escape, which always leads back
	Label string          // the keys as they are shown: signs, or the message "key.name.…"
	Words string          // the message that says what they do
	Short string          // the same in fewer words; empty: the same message
	Args  words.Args      // what Words names
	Minor bool            // it has no place in the hints
	First bool            // somebody who sees the wall for the first time has to know it

	Has  func() bool   // whether this wall has the binding; nil: always; the help leaves out what it has not
	When func() bool   // whether the binding is there at all now; nil: always
	Off  func() string // why it does nothing now, or ""; nil: it always works
	Do   func(in Input)
}

// Often used keys.
var (
	Enter    = []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter}
	Escape   = []fyne.KeyName{fyne.KeyEscape}
	UpDown   = []fyne.KeyName{fyne.KeyUp, fyne.KeyDown}
	Sideways = []fyne.KeyName{fyne.KeyLeft, fyne.KeyRight}
	Ends     = []fyne.KeyName{fyne.KeyHome, fyne.KeyEnd}
)

// Press does what the first of the bindings does that in presses and that is there
// now. It reports whether there is one; refuse hears why, where that does nothing now.
func Press(bindings []Binding, in Input, refuse func(why string)) bool {
	i := slices.IndexFunc(bindings, func(b Binding) bool { return b.pressedBy(in) && b.here() })
	if i < 0 {
		return false
	}
	if why := bindings[i].off(); why != "" {
		refuse(why)
	} else {
		bindings[i].Do(in)
	}
	return true
}

func (b Binding) pressedBy(in Input) bool {
	switch {
	case b.Any:
		return in.Key != fyne.KeyEscape
	case in.Char == 0:
		return slices.Contains(b.Keys, in.Key)
	}
	return strings.ContainsRune(b.Runes, unicode.ToLower(in.Char)) || b.Text != nil && b.Text(in.Char)
}

func (b Binding) has() bool { return b.Has == nil || b.Has() }

func (b Binding) here() bool { return b.has() && (b.When == nil || b.When()) }

// off says why a binding that is there does nothing now, or "".
func (b Binding) off() string {
	if b.Off == nil || !b.here() {
		return ""
	}
	return b.Off()
}

// label returns the keys as they are shown. Signs are the same in every language.
func (b Binding) label(s *words.Speech) string {
	if strings.HasPrefix(b.Label, "key.name.") {
		return s.Say(b.Label, nil)
	}
	return b.Label
}

// words returns what the keys do, and short that in as few words as there are.
func (b Binding) words(s *words.Speech) string { return s.Say(b.Words, b.Args) }

func (b Binding) short(s *words.Speech) string {
	if b.Short != "" {
		return s.Say(b.Short, nil)
	}
	return b.words(s)
}

// hinted returns the bindings that do something now and belong at the foot of an
// overlay.
func hinted(bindings []Binding) []Binding {
	return slices.DeleteFunc(slices.Clone(bindings), func(b Binding) bool {
		return b.Minor || b.Label == "" || !b.here() || b.off() != ""
	})
}

// FirstHints returns the keys that somebody has to know who sees the wall for the first
// time, as far as they do something now: all of them, the first and the last, and the
// first alone.
func FirstHints(s *words.Speech, bindings []Binding) (texts []string) {
	var parts []string
	for _, b := range hinted(bindings) {
		if b.First {
			parts = append(parts, b.label(s)+": "+b.short(s))
		}
	}
	n := len(parts)
	if n == 0 {
		return nil
	}
	texts = []string{strings.Join(parts, hintMark)}
	if n > 2 {
		texts = append(texts, parts[0]+hintMark+parts[n-1])
	}
	return append(texts, parts[0])
}

// hintMark stands between two hints.
const hintMark = " · "

// hint is a key that does something now, and what.
type hint struct{ key, words string }

// hints returns the keys for the foot of an overlay.
func hints(s *words.Speech, bindings []Binding) (all []hint) {
	for _, b := range hinted(bindings) {
		all = append(all, hint{b.label(s), b.short(s)})
	}
	return all
}

// Section is the bindings of the wall or of one overlay under its name.
type Section struct {
	Title    string // the message
	Bindings []Binding
}

// Rows returns the keys and what they do.
func (c Section) Rows(s *words.Speech) [][2]string {
	var rows [][2]string
	for _, b := range c.Bindings {
		if b.Label != "" {
			rows = append(rows, [2]string{b.label(s), b.words(s)})
		}
	}
	return rows
}
