package words

import (
	"io/fs"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/feature/plural"
	textlanguage "golang.org/x/text/language"

	"kpiwall/assets"
	"kpiwall/data/finding"
)

// languageFiles returns the names of all message files.
func languageFiles(t *testing.T) []string {
	t.Helper()
	entries, err := fs.ReadDir(assets.Words, "words")
	if err != nil || len(entries) < 2 {
		t.Fatalf("%d languages, %v", len(entries), err)
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names
}

// tagOf returns the language of a message file.
func tagOf(file string) textlanguage.Tag {
	return textlanguage.MustParse(strings.TrimSuffix(file, ".toml"))
}

// terminal are the beginnings of the ids of messages that only the terminal says, which
// somebody reads who edits the config, moves files or mends the box: a language may
// leave them to English, all that begin alike. It must have every other message: the
// wall says it, or entry, or the terminal around what the wall says.
var terminal = []string{
	"config.", "formula.", "history.computed", "theme.", "holidays.", "hint.", "kind.", "wanted.", "unit.", "eye.", "exchange.", "import.", "export.", "file.",
	"check.", "lack.", "kpi.", "doctor.", "display.", "locale.", "beat.", "copy.fresh", "copy.stale", "disk.fine", "disk.unclear",
	"backup.done", "backup.recent", "backup.old", "backup.none", "restore.", "init.", "add.", "rename.", "pin.", "shot.", "autostart.", "kiosk.", "command.", "interrupted",
}

// terminalOf returns which of the beginnings an id has, or "".
func terminalOf(id string) string {
	for _, beginning := range terminal {
		if strings.HasPrefix(id, beginning) {
			return beginning
		}
	}
	return ""
}

func TestLanguages_HaveTheMessagesOfEnglish(t *testing.T) {
	english, p := messages(t, "en.toml"), readProgram(t)
	given := map[string]bool{} // the messages whose args the program's source shows
	for _, s := range p.sites {
		for _, end := range []string{"", ".do", ".wall"} {
			given[s.code+end] = given[s.code+end] || s.args != nil
		}
	}
	for _, file := range languageFiles(t) {
		all := messages(t, file)
		said := map[string]bool{} // the beginnings that this language does not leave to English
		for id := range all {
			said[terminalOf(id)] = true
		}
		for _, id := range slices.Sorted(maps.Keys(english)) {
			if all[id] == nil && (terminalOf(id) == "" || said[terminalOf(id)]) {
				t.Errorf("%s lacks %q", file, id)
			}
		}
		for _, id := range slices.Sorted(maps.Keys(all)) {
			if english[id] == nil {
				t.Errorf("%s has %q, and English has not", file, id)
				continue
			}
			known := wantsOfAny(t, english[id])
			for arg := range wantsOfAny(t, all[id]) {
				if !given[id] && !known[arg] {
					t.Errorf("%q of %s wants %s, and English does not", id, file, arg)
				}
			}
		}
	}
}

func TestLanguages_HaveAllTheirPluralForms(t *testing.T) {
	english := messages(t, "en.toml")
	names := map[plural.Form]string{
		plural.Other: "other", plural.Zero: "zero", plural.One: "one",
		plural.Two: "two", plural.Few: "few", plural.Many: "many",
	}
	for _, file := range languageFiles(t) {
		forms := map[string]bool{}
		for n := range 1000 {
			forms[names[plural.Cardinal.MatchPlural(tagOf(file), n, 0, 0, 0, 0)]] = true
		}
		for id, texts := range messages(t, file) {
			if len(english[id]) < 2 && len(texts) < 2 {
				continue // no number decides about it
			}
			if got, want := slices.Sorted(maps.Keys(texts)), slices.Sorted(maps.Keys(forms)); !slices.Equal(got, want) {
				t.Errorf("%q of %s has the forms %q, want %q", id, file, got, want)
			}
		}
	}
}

// What the wall finds is in no message that a language may lack. Of a config and a theme
// the wall says that the terminal explains it: see [Speech.Wall].
func TestLanguages_HaveWhatTheWallFinds(t *testing.T) {
	found := 0
	for _, s := range readProgram(t).sites {
		at := filepath.ToSlash(s.at)
		onWall := slices.ContainsFunc([]string{"../../ui/", "data/board/", "data/record/", "data/engine/"}, func(dir string) bool { return strings.Contains(at, dir) })
		if !onWall || strings.HasPrefix(s.code, "kiosk.") || strings.HasPrefix(s.code, "shot.") { // said before there is a wall, or without one
			continue
		}
		found++
		if beginning := terminalOf(s.code); beginning != "" {
			t.Errorf("%s: the wall says %q, and a language may lack %q", s.at, s.code, beginning)
		}
	}
	if found < 50 {
		t.Errorf("only %d places", found)
	}
}

// sample has the args of messages that want more of them than a text.
var sample = finding.Args{
	"A": "a", "Accepted": []string{"week", "month"}, "Age": 50 * time.Hour, "Arc": 12.0, "At": "2026-11-30", "B": "b",
	"Backup": "b.db", "Backups": "backups", "Better": "#ffffff", "Bytes": 3 << 20, "Cause": finding.Finding{Code: "backup.space"},
	"Character": "\a", "Characters": 300, "Colour": "#888888", "Column": "x", "Columns": 4, "Contrast": 3.2, "Count": 3,
	"Damage": "row 7", "Day": "2026-11-30", "Distance": 8.0, "Every": false, "Example": "[screen]", "Extra": 2, "Eye": "eye.full",
	"Fewer": 3, "File": "f", "Folder": "f", "Free": int64(3 << 20), "From": "2026-01-01", "Gives": 22.0, "Given": "7",
	"Ground": "#000000", "Header": 3, "High": 9, "Hint": "hint.cut", "ID": "mrr", "Journal": "wal", "KPI": "mrr", "KPIs": 4,
	"Key": "k", "Keys": []string{"why", "owner"}, "KeyA": "good", "KeyB": "bad", "Kind": "kind.whole", "Lacks": []string{"lack.target", "lack.owner"}, "Least": 20,
	"Limit": 5, "Line": 3, "List": "a, b", "Locale": "C", "Logo": "l.png", "Low": 1, "Meant": "week", "Metres": 4.0, "More": 2,
	"Name": "MRR", "Names": []string{"a", "b"}, "Network": "nfs", "Now": now, "Number": "7", "Of": now, "Other": "y", "Others": 2, "Packed": 16, "Unpacked": 64, "Lines": 5000, "Page": "sales_2",
	"Pages": 2, "Part": "part.status", "Path": "p", "Recorded": now, "Refused": 2, "Row": "7", "Rows": 2, "Separator": ",",
	"Bound": "40", "Shown": "Sal…", "Since": now, "Size": "1920×1080", "Text": "42", "Theme": "x", "Tiles": []string{"mrr", "churn"}, "To": 2,
	"Total": 6, "Unit": "unit.metres", "Values": 3, "When": now, "IDs": []string{"a", "b"}, "Form": "form.day", "Zeros": 3, "What": "text.note", "ValuesOf": now, "Variable": "LANG", "Version": 2, "VersionOf": now, "Wait": time.Minute,
	"Wanted": "wanted.text", "Whole": "1", "Why": "why", "Width": 10.0, "Height": 10.0, "Written": "7", "Zone": "x", "Days": 200,
}

// others are args of the same names: of one thing instead of several, those of
// messages that want another kind, and at last with nothing that may be absent.
var others = []finding.Args{
	{},
	{"Count": 1, "Others": 0},
	{"Rows": 1, "Age": time.Minute, "Tiles": []string{"mrr"}, "Fewer": 1, "Days": 1, "More": 1},
	{"Inputs": []string{"spend", "customers"}},
	{"Every": true, "KPIs": []string{"mrr"}, "Bytes": int64(3 << 20), "Tiles": 4, "Low": "1s", "High": "1h"},
	{"Meant": "", "Given": "", "Why": "", "Damage": "", "Backups": "", "Size": "", "Fewer": 0, "Hint": "", "From": "", "Refused": 0},
}

// TestLanguages_SayWhatEnglishSays has a language say each message with all args
// with which English can.
func TestLanguages_SayWhatEnglishSays(t *testing.T) {
	english, wanted := English(), messages(t, "en.toml")
	for _, file := range languageFiles(t) {
		s := In(tagOf(file).String())
		for id := range messages(t, file) {
			said := false
			for i, other := range others {
				f := finding.Finding{Code: id, Subject: "mrr", Args: texts(wantsOfAny(t, wanted[id]))}.With(sample).With(other)
				text, original := s.Finding(f), english.Finding(f)
				if original == f.String() {
					continue // of another kind
				}
				said = true
				absent := i == len(others)-1
				if text == f.String() || !absent && (text == "" || strings.Contains(text, "  ")) {
					t.Errorf("%q of %s: %q", id, file, text)
				}
			}
			if !said {
				t.Errorf("%q cannot be said with any of the samples", id)
			}
		}
	}
}

// texts returns args that are texts.
func texts(names map[string]bool) finding.Args {
	args := finding.Args{}
	for name := range names {
		args[name] = "x"
	}
	return args
}
