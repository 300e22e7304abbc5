package overlay

import (
	"slices"
	"strings"
	"unicode"

	"fyne.io/fyne/v2"
)

// Input is a key as it was pressed: a named key, or a character.
type Input struct {
	Key  fyne.KeyName
	Char rune
}

// Binding is one thing that keys do. A list of them is all that the wall and each
// overlay say of their keys: the dispatch, the hints at the foot of an overlay,
// the help on the screen and the README's tables are made of it.
type Binding struct {
	Keys  []fyne.KeyName
	Runes string          // characters; a small letter stands for its capital too
	Text  func(rune) bool // characters that are typed into a text
	Any   bool            // all keys but Escape, which always leads back
	Label string          // the keys as they are shown
	Words string          // what they do
	Minor bool            // it has no place in the hints

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

func (b Binding) here() bool { return b.When == nil || b.When() }

// off says why a binding that is there does nothing now, or "".
func (b Binding) off() string {
	if b.Off == nil || !b.here() {
		return ""
	}
	return b.Off()
}

// Hint returns the keys that do something now and what they do, for the foot of an
// overlay.
func Hint(bindings []Binding) string {
	var parts []string
	for _, b := range bindings {
		if !b.Minor && b.Label != "" && b.here() && b.off() == "" {
			parts = append(parts, b.Label+" "+b.Words)
		}
	}
	return strings.Join(parts, " · ")
}

// Section is the bindings of the wall or of one overlay under its name.
type Section struct {
	Title    string
	Bindings []Binding
}

// Rows returns the keys and what they do.
func (s Section) Rows() [][2]string {
	var rows [][2]string
	for _, b := range s.Bindings {
		if b.Label != "" {
			rows = append(rows, [2]string{b.Label, b.Words})
		}
	}
	return rows
}
