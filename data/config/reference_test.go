package config_test

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	. "kpiwall/data/config"

	"kpiwall/data/kpi"
)

// example reads config.example.toml, the reference of every setting.
func example(t *testing.T) string {
	t.Helper()
	data, err := os.ReadFile("../../config.example.toml")
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// optional is how the example shows a setting that is not in use: a bare #.
var optional = regexp.MustCompile(`(?m)^#([^ \n])`)

func TestExample_ShowsEveryKeyThatIsAccepted(t *testing.T) {
	text := optional.ReplaceAllString(example(t), "$1")
	dir := t.TempDir()
	write(t, filepath.Join(dir, "logo.svg"), svg)
	if _, err := Parse(filepath.Join(dir, "c.toml"), []byte(text)); err != nil {
		t.Fatal(err)
	}
	var shown []string
	for path := range ScannedKeys(text) {
		shown = append(shown, regexp.MustCompile(`^(kpi|measure|page|import)\.[\w-]+|\[\d+\]`).ReplaceAllString(path, "$1"))
	}
	for table, names := range KnownKeys() {
		for _, name := range names {
			if !slices.Contains(shown, table+name) {
				t.Errorf("%s%s is not in the example", table, name)
			}
		}
	}
}

// A key that takes one of some words has all of them in the comment above it. Days of
// the week and months everybody knows.
func TestExample_NamesEveryWordThatAKeyTakes(t *testing.T) {
	blocks := strings.Split(example(t), "\n\n")
	checked := 0
	for table, names := range KnownKeys() {
		header := map[string]string{"": "", "kpi.": "[kpi.a]\n", "measure.": "[measure.a]\n", "page.": "[page.a]\n", "import.": "[import.a]\n"}[table]
		if single := strings.TrimSuffix(table, "."); header == "" && table != "" {
			header = "[" + single + "]\n"
		}
		for _, name := range names {
			if name == "week_starts" || name == "year_starts" {
				continue
			}
			shown := regexp.MustCompile(`(?m)^#?` + name + ` = `)
			for _, p := range problemsOf(t, header+name+` = "no such word"`) {
				accepted, _ := p.Args["Accepted"].([]string)
				for _, word := range accepted {
					if p.Code != "config.word" {
						continue
					}
					checked++
					named := func(block string) bool { return shown.MatchString(block) && strings.Contains(block, `"`+word+`"`) }
					if !slices.ContainsFunc(blocks, named) {
						t.Errorf("%s%s: the example does not name %q", table, name, word)
					}
				}
			}
		}
	}
	if checked < 50 {
		t.Errorf("only %d words were looked for", checked)
	}
}

func TestExample_IsABoardThatHelpsATeam(t *testing.T) {
	c := mustParse(t, example(t))
	if n := len(c.KPIs); n < 8 || n > 12 || len(c.Pages) != 4 {
		t.Errorf("%d KPIs on %d pages", n, len(c.Pages))
	}
	leads := map[kpi.Lead]int{}
	for _, k := range c.KPIs {
		leads[k.Leads]++
		for what, text := range map[string]string{
			"definition": k.Definition, "source": k.Source, "owner": k.Owner, "objective": k.Objective, "drives": k.Drives, "why": k.Why,
		} {
			if text == "" {
				t.Errorf("%s has no %s", k.ID, what)
			}
		}
		if n := utf8.RuneCountInString(k.Name); n > 28 {
			t.Errorf("%s: the name %q has %d characters", k.ID, k.Name, n)
		}
		if len(k.Targets) == 0 {
			t.Errorf("%s has no target", k.ID)
		}
		if !slices.ContainsFunc(c.Pages, func(p Page) bool { return slices.Contains(p.Tiles, k.ID) }) {
			t.Errorf("%s is on no page", k.ID)
		}
	}
	if leads[kpi.Leading] == 0 || leads[kpi.Lagging] == 0 || leads[kpi.LeadUnknown] > 0 {
		t.Errorf("kinds are %v", leads)
	}
}

func TestExample_ExplainsEveryKeyOfATheme(t *testing.T) {
	text := example(t)
	for _, name := range ThemeKeys() {
		if !strings.Contains(text, "\n#     "+name+" = ") {
			t.Errorf("the key %s of a theme is not in the example", name)
		}
	}
}

// A file that is cut off while it is saved must not pass for a board with less
// on it: the example names its pages first.
func TestExample_IsNoBoardWhereItIsCutOff(t *testing.T) {
	text := example(t)
	last := strings.LastIndex(text, "[kpi.")
	for end := 0; end < last; end += 17 {
		if _, err := Parse("c.toml", []byte(text[:end])); err == nil {
			t.Errorf("cut off at byte %d it is accepted; it ends in %q", end, text[max(0, end-40):end])
		}
	}
}
