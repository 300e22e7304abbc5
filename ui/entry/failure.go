package entry

import (
	"fmt"

	"kpiwall/data/board"
	"kpiwall/data/words"
)

// failure words an error for the wall and, where it does not pass by itself, what
// somebody has to do about it.
func failure(err error) string {
	found := board.FindingOf(err)
	text := words.English().Finding(found)
	if remedy := words.English().Remedy(found); remedy != "" && !board.Passing(err) {
		text += ": " + remedy
	}
	return text
}

// lacks says that the config has no KPI id any more.
func lacks(id string) string { return fmt.Sprintf("The config has no KPI %q any more.", id) }

// withoutLast returns a text without its last character.
func withoutLast(s string) string {
	r := []rune(s)
	return string(r[:max(0, len(r)-1)])
}
