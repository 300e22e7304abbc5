// Package doctor looks at everything that a wall depends on and says, for each
// thing that is not as it should be, what to do about it. The running wall asks
// it the same questions as the command, so that both draw the line in one place.
package doctor

// Level is how bad a finding is.
type Level uint8

// The levels.
const (
	OK      Level = iota
	Note          // worth knowing; nothing is broken
	Problem       // something does not work, or soon will not
)

// String returns the level as it stands before a finding.
func (l Level) String() string { return [...]string{"ok", "note", "problem"}[l] }

// Finding is one thing that was looked at.
type Finding struct {
	Level Level
	Text  string // in a few words: short enough for the wall
	Do    string // what to do about it; empty for OK
}

// String returns the finding in one line.
func (f Finding) String() string {
	text := f.Level.String() + ": " + f.Text
	if f.Do != "" {
		text += "; " + f.Do
	}
	return text
}
