package uitest

import (
	"regexp"
	"strings"

	"kpiwall/assets"
)

var (
	inBraces = regexp.MustCompile(`\{\{[^}]*\}\}`)
	longWord = regexp.MustCompile(`\pL{3,}`)
)

// Shared reports whether a text, though it is what English says, has only words that a
// language has too: "source" is French. Names of config keys in messages do not count.
func Shared(language, text string) bool {
	data, err := assets.Words.ReadFile("words/" + language + ".toml")
	if err != nil {
		panic(err)
	}
	own := map[string]bool{}
	for line := range strings.SplitSeq(string(data), "\n") {
		id, said, _ := strings.Cut(line, " = ")
		if strings.HasPrefix(id, `"card.undefined`) || strings.HasPrefix(id, `"read.`) {
			continue
		}
		for _, word := range longWord.FindAllString(inBraces.ReplaceAllString(said, " "), -1) {
			own[strings.ToLower(word)] = true
		}
	}
	for _, word := range longWord.FindAllString(text, -1) {
		if !own[strings.ToLower(word)] {
			return false
		}
	}
	return true
}
