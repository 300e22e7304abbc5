package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"kpiwall/assets"
	"kpiwall/data/config"
)

// speaking returns a home whose board speaks a language. Numbers are the same in all.
func speaking(t *testing.T, language string) *home {
	t.Helper()
	t.Setenv("DISPLAY", "")
	h := newHome(t, true)
	h.configure(definitionIn(language))
	return h
}

func definitionIn(language string) string {
	return strings.Replace(definition, `locale = "en-US"`, `locale = "de-DE"`+"\nlanguage = \""+language+`"`, 1) + `
[kpi.mood]
every = "week"
judged = true
`
}

func (h *home) configure(text string) {
	h.t.Helper()
	if err := os.WriteFile(DefaultPaths().Config, []byte(text), 0o600); err != nil {
		h.t.Fatal(err)
	}
}

// scene is a command that is run after those before it.
type scene struct {
	in   string
	args []string
}

// scenes have every command do what it can, and fail in many ways. DIR is a folder
// with the files of newScenes.
var scenes = []scene{
	{"", []string{"put", "mrr", "42000"}},
	{"", []string{"put", "mrr", "39k", "--by", "Ada"}},
	{"", []string{"put", "mrr", "42000", "--at", "2026-12"}},
	{"", []string{"put", "mrr", "42000", "--at", "2027-12"}},
	{"", []string{"put", "mrr", "1", "--at", "31.2."}},
	{"", []string{"put", "mrr", "1", "--at", "2026-02-31"}},
	{"", []string{"put", "mrr", "1", "--at", "2026-W60"}},
	{"", []string{"put", "mrr", "1.5"}},
	{"", []string{"put", "mrr", ""}},
	{"", []string{"put", "mrr", "45%"}},
	{"", []string{"put", "mmr", "1"}},
	{"", []string{"put", "xyz", "1"}},
	{"", []string{"put", "churn", "5"}},
	{"", []string{"put", "visits", "15", "--at", "2026-11-18"}},
	{"", []string{"put", "visits", "+15"}},
	{"", []string{"put", "visits", "15", "--at", "2026-11-09"}},
	{"", []string{"put", "orders", "+3"}},
	{"", []string{"put", "orders", "3", "--at", "2026-11-21"}},
	{"", []string{"put", "mood", "good"}},
	{"", []string{"put", "mood", "7"}},
	{"", []string{"put", "mood", "watch", "--note", "xxx"}},
	{"", []string{"history", "mood"}},
	{"", []string{"undo", "mrr"}},
	{"", []string{"undo", "churn"}},
	{"", []string{"undo", "visits"}},
	{"", []string{"undo", "orders"}},
	{"", []string{"redo", "mrr"}},
	{"", []string{"redo", "mrr"}},
	{"", []string{"withdraw", "mrr", "--at", "heute"}},
	{"", []string{"withdraw", "mrr", "--at", "2026-01"}},
	{"", []string{"put", "mrr", "1", "--at", "xx"}},
	{"", []string{"put", "mrr", "1", "--at", "Nov-24"}},
	{"", []string{"history", "mrr"}},
	{"", []string{"history", "orders"}},
	{"", []string{"import", "DIR/good.csv"}},
	{"", []string{"history", "--imports"}},
	{"", []string{"undo", "--import"}},
	{"", []string{"undo", "--import", "99"}},
	{"", []string{"redo", "--import"}},
	{"", []string{"import", "--dry-run", "DIR/good.csv"}},
	{"", []string{"import", "DIR/bad.csv"}},
	{"", []string{"import", "DIR/worse.csv"}},
	{"", []string{"import", "DIR/none.csv"}},
	{"", []string{"import", "DIR"}},
	{"", []string{"import", "-"}},
	{"", []string{"list"}},
	{"", []string{"list", "--as-of", "2026-08-31"}},
	{"", []string{"export", "-o", "DIR/out.csv"}},
	{"", []string{"export", "xyz"}},
	{"", []string{"export", "-o", "DIR"}},
	{"", []string{"export", "-o", "DIR/none/out.csv"}},
	{"", []string{"export", "-o", "DIR/link"}},
	{"", []string{"check"}},
	{"", []string{"doctor"}},
	{"", []string{"init"}},
	{"", []string{"autostart", "status"}},
	{"", []string{"autostart", "on"}},
	{"2468\n", []string{"pin"}},
	{"24\n", []string{"pin"}},
	{"", []string{"pin"}},
	{"", []string{"backup", "DIR/b.db"}},
	{"", []string{"backup", "DIR/b.db"}},
	{"", []string{"restore", "DIR/b.db"}},
	{"", []string{"restore", "DIR/bad.csv"}},
	{"", []string{"list", "--store", "DIR/none.db"}},
	{"", []string{"init", "--store", "DIR/bad.csv/x.db"}},
}

// newScenes returns a folder with the files that the scenes need.
func newScenes(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range map[string]string{
		"good.csv": "date;kpi;value\n2026-10-31;mrr;41000\n2026-07-31;churn;2,5\n2026-11-20T10:00:00Z;orders;3\n2026-10-31;mrr;41000\n",
		"bad.csv": "date,kpi,value\n2026-10-31,mrr,1\n2026-10-31,mrr,2\n2026-10-31,mmr,1\n2026-10-31,mrr,+1\n2026-10-31,mrr,1,2,3\n" +
			"2026-10-31,mrr,\"1\"x\n2026-10-31,mood,xx\n31.31.2026,mrr,1\n,mrr,1\n2026-11-21,orders,1\n",
		"worse.csv": "date,mrr,mmr,mrr\n",
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink(filepath.Join(dir, "nowhere"), filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	return dir
}

// act plays the scenes in a language and returns their exit statuses, and what they
// said.
func act(t *testing.T, language string) (statuses []int, said []string) {
	t.Helper()
	h, dir := speaking(t, language), newScenes(t)
	for _, s := range scenes {
		args := make([]string, len(s.args))
		for i, arg := range s.args {
			args[i] = strings.Replace(arg, "DIR", dir, 1)
		}
		h.in = s.in
		statuses = append(statuses, h.execute(args...))
		said = append(said, h.out+h.err)
	}
	return statuses, said
}

var (
	// cited is what is no language's: commands, names, files, and what SQLite and the
	// system say.
	cited = regexp.MustCompile("(?m)`[^`]*`|\"[^\"]*\"|^    .*$|\\S*[/=]\\S*|\\S+[._-]\\w\\S*|--\\S+|file is not a database|not a directory|\\bput\\b|redo \\d+")
	word  = regexp.MustCompile(`\pL{3,}`)
)

// wordsOf returns the words of a language's messages.
func wordsOf(t *testing.T, language string) map[string]bool {
	t.Helper()
	data, err := assets.Words.ReadFile("words/" + language + ".toml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]bool{}
	for _, line := range strings.Split(string(data), "\n") {
		_, text, _ := strings.Cut(line, " = ")
		text = regexp.MustCompile(`\{\{[^}]*\}\}`).ReplaceAllString(text, " ")
		for _, w := range word.FindAllString(text, -1) {
			all[w] = true
		}
	}
	return all
}

func TestCommands_SayAllInTheLanguageOfTheBoard(t *testing.T) {
	english, german := wordsOf(t, "en"), wordsOf(t, "de")
	inEnglish, textEnglish := act(t, "en")
	inGerman, textGerman := act(t, "de")
	for i, s := range scenes {
		if inEnglish[i] != inGerman[i] {
			t.Errorf("%q ends with %d in English and %d in German:\n%s%s", s.args, inEnglish[i], inGerman[i], textEnglish[i], textGerman[i])
		}
		for _, w := range word.FindAllString(cited.ReplaceAllString(textGerman[i], " "), -1) {
			if english[w] && !german[w] {
				t.Errorf("%q says %q:\n%s", s.args, w, textGerman[i])
			}
		}
	}
}

// A language may leave what only the terminal says to English, a line or a block at a
// time; no line is half in one and half in the other.
func TestCommands_SayALineInOneLanguage(t *testing.T) {
	english := wordsOf(t, "en")
	statuses, _ := act(t, "en")
	for _, language := range assets.Languages() {
		if language == "en" || language == "de" {
			continue
		}
		own := wordsOf(t, language)
		got, said := act(t, language)
		spoke := 0
		for i, text := range said {
			if got[i] != statuses[i] {
				t.Errorf("%s: %q ends with %d, and with %d in English:\n%s", language, scenes[i].args, got[i], statuses[i], text)
			}
			for line := range strings.SplitSeq(cited.ReplaceAllString(text, " "), "\n") {
				var inEnglish, inOwn []string
				for _, w := range word.FindAllString(line, -1) {
					switch {
					case english[w] && !own[w]:
						inEnglish = append(inEnglish, w)
					case own[w] && !english[w]:
						inOwn = append(inOwn, w)
						spoke++
					}
				}
				if len(inEnglish) > 0 && len(inOwn) > 0 {
					t.Errorf("%s: %q says %q and %q:\n%s", language, scenes[i].args, inEnglish, inOwn, line)
				}
			}
		}
		if spoke < 50 {
			t.Errorf("%s is spoken in %d words only", language, spoke)
		}
	}
}

func TestCommands_WriteTheSameJSONInEveryLanguage(t *testing.T) {
	h := speaking(t, "en")
	h.run(Done, "put", "mrr", "42000", "--at", "2026-12-01")
	h.run(Done, "put", "churn", "5", "--at", "2026-10")
	for _, args := range [][]string{{"list", "--json"}, {"check", "--json"}, {"doctor", "--json"}} {
		var results []any
		texts := map[string]bool{}
		for _, language := range []string{"en", "de"} {
			h.configure(definitionIn(language))
			var result any
			if err := json.Unmarshal([]byte(h.run(Done, args...)), &result); err != nil {
				t.Fatal(err)
			}
			texts[h.out] = true
			results = append(results, facts(result))
		}
		if !reflect.DeepEqual(results[0], results[1]) {
			t.Errorf("%q:\n%v\n%v", args, results[0], results[1])
		}
		if len(texts) < 2 {
			t.Errorf("%q has no text in German", args)
		}
	}
}

// facts returns JSON without what is for people, and without the space on the disk,
// which others fill meanwhile.
func facts(v any) any {
	switch v := v.(type) {
	case []any:
		for i := range v {
			v[i] = facts(v[i])
		}
	case map[string]any:
		for _, name := range []string{"text", "remedy", "target", "change", "warning", "free"} {
			delete(v, name)
		}
		for name := range v {
			v[name] = facts(v[name])
		}
	}
	return v
}

func TestCommands_ChooseTheirLanguage(t *testing.T) {
	for _, row := range []struct {
		name             string
		text, good, lang string
		want             string
	}{
		{"that of the config", definitionIn("de"), definitionIn("en"), "en_US.UTF-8", "Kennzahlen auf"},
		{"that of its locale", strings.Replace(definition, "en-US", "de-AT", 1), "", "en_US.UTF-8", "Kennzahlen auf"},
		{"of a broken one that of the last good one", "locale = 1\n", definitionIn("de"), "en_US.UTF-8", "ist eine ganze Zahl"},
		{"of a broken one without a good one that of the environment", "locale = 1\n", "", "de_DE.UTF-8", "ist eine ganze Zahl"},
		{"without one that of the environment", "", definitionIn("en"), "de_DE.UTF-8", "keine Konfiguration unter"},
		{"English where nobody says", "", "", "C", "no configuration at"},
	} {
		t.Run(row.name, func(t *testing.T) {
			h := newHome(t, true)
			t.Setenv("LC_ALL", row.lang)
			if h.configure(row.text); row.text == "" {
				os.Remove(DefaultPaths().Config)
			}
			if row.good != "" {
				if err := config.SaveGood(config.GoodPath(DefaultPaths().Store), []byte(row.good)); err != nil {
					t.Fatal(err)
				}
			}
			h.execute("check")
			contains(t, h.out+h.err, row.want)
		})
	}
}

func TestInit_SpeaksTheLanguageOfTheEnvironment(t *testing.T) {
	h := newHome(t, false)
	t.Setenv("LC_ALL", "de_DE.UTF-8")
	contains(t, h.run(Done, "init"), "Konfiguration angelegt: ", "Datenbank angelegt: ", "weiter: ")
}

func TestLocalized_SetsTheLocaleThatTheExampleMentions(t *testing.T) {
	example, err := os.ReadFile("../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	for tag, want := range map[string]string{"de-AT": "\nlocale = \"de-AT\"\n", "en": "\n#locale = ", "xx-YY": "\n#locale = "} {
		if got := localized(example, tag); !strings.Contains(string(got), want) {
			t.Errorf("%s: the file has no %q", tag, want)
		}
	}
}

func TestPut_ReadsTheWordsOfTheLanguage(t *testing.T) {
	h := speaking(t, "de")
	contains(t, h.run(Done, "put", "mrr", "1,2 Mio."), "gespeichert: MRR €1.200.000 für November · im Ziel")
	contains(t, h.run(Done, "put", "mood", "Gut", "--note", "x"), "Mood für KW 47: gut")
	contains(t, h.run(Done, "import", h.write("v.csv", "date;kpi;value\n2026-10-31;mrr;41 Tsd.\n")), "1 neu")
	contains(t, h.run(Done, "import", h.write("m.csv", "Datum;KPI;Wert;Notiz\n2026-11-13;mood;Gut;ruhig\n")), "1 neu")
	contains(t, h.run(Done, "list"), "€1.200.000", "Kennzahl")
}
