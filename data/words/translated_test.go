package words

import (
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// cognates are words of English that a language has too, though no other of its messages
// shows it; "" is for names, which are the same everywhere.
var cognates = map[string][]string{
	"":      {"apt", "chmod", "end", "home", "install", "iso", "tab", "terminal", "utils", "xserver"},
	"fr":    {"danger", "minute", "minutes", "page", "pages", "six"},
	"it":    {"formula"},
	"nl":    {"letters", "status"},
	"pl":    {"problem", "status"},
	"pt-BR": {"status"},
}

var (
	braces = regexp.MustCompile(`\{\{[^}]*\}\}`)
	aWord  = regexp.MustCompile(`\pL{3,}`)
)

// wordsOf returns the words of a message, but for names in braces.
func wordsOf(forms map[string]string) (list []string) {
	for _, text := range forms {
		list = append(list, aWord.FindAllString(strings.ToLower(braces.ReplaceAllString(text, " ")), -1)...)
	}
	return list
}

// What a language says as English does has only words that it says elsewhere too: else
// somebody has copied the message and not translated it.
func TestLanguages_AreTranslated(t *testing.T) {
	english := messages(t, "en.toml")
	for _, file := range languageFiles(t) {
		if file == "en.toml" {
			continue
		}
		all, tag := messages(t, file), tagOf(file).String()
		own := slices.Concat(cognates[""], cognates[tag])
		copied := map[string]bool{}
		for id, forms := range all {
			if copied[id] = maps.Equal(forms, english[id]); !copied[id] {
				own = append(own, wordsOf(forms)...)
			}
		}
		slices.Sort(own)
		for id, is := range copied {
			foreign := func(word string) bool { _, found := slices.BinarySearch(own, word); return !found }
			if is && slices.ContainsFunc(wordsOf(all[id]), foreign) {
				t.Errorf("%q of %s is not translated: %q", id, file, all[id]["other"])
			}
		}
	}
}
