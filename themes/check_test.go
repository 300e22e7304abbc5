package themes

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"kpiwall/data/config"
	"kpiwall/data/words"
)

// load reads a board whose [screen] holds lines, with a theme of its own.
func load(t *testing.T, lines, theme string) (*config.Config, error) {
	t.Helper()
	dir := t.TempDir()
	path := filepath.Join(dir, "config.toml")
	for file, text := range map[string]string{path: "[screen]\n" + lines + "\n[kpi.a]\nevery = \"day\"\n", filepath.Join(dir, "team.toml"): theme} {
		if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return config.Load(path, Check)
}

func TestOf_TakesTheFilesColoursOverThoseItIsBasedOn(t *testing.T) {
	c, err := load(t, `theme = "team.toml"`, "based_on = \"daylight\"\nnear = \"#ffcc00\"\nbrand = \"#aa0055\"\n")
	if err != nil {
		t.Fatal(err)
	}
	p, day := Of(c.Screen), palettes[1]
	if p.Name != "team" || p.Near != hex("ffcc00") || p.Brand != hex("aa0055") || p.Ground != day.Ground || p.Off != day.Off || p.MinContrast != day.MinContrast {
		t.Errorf("got %+v", p)
	}
}

func TestOf_TakesTheBrandOfTheScreenOverThatOfTheTheme(t *testing.T) {
	c, err := load(t, "theme = \"team.toml\"\nbrand = \"#00ff00\"", "brand = \"#ff00ff\"\nname = \"Team\"\n")
	if err != nil {
		t.Fatal(err)
	}
	if p := Of(c.Screen); p.Brand != hex("00ff00") || p.Name != "Team" || p.Ground != palettes[0].Ground {
		t.Errorf("got %+v", p)
	}
}

func TestOf_IsTheDefaultWhereNothingIsSaid(t *testing.T) {
	if p := Of(config.Screen{}); p != palettes[0] {
		t.Errorf("got %+v", p)
	}
}

func TestCheck_NamesWhatCannotBeReadOrToldApart(t *testing.T) {
	for _, row := range []struct{ name, lines, theme, want string }{
		{"no such theme", `theme = "neon"`, "", `config.toml:2:1: screen.theme: there is no theme "neon"; use one of midnight,`},
		{"based on none", `theme = "team.toml"`, `based_on = "neon"`, `team.toml:1:1: based_on: there is no theme "neon"`},
		{"grey that takes no ink", `theme = "team.toml"`, "name = \"x\"\npanel = \"#787878\"\n", "team.toml:2:1: panel: text on #787878 has a contrast of 4.4 in either black or white"},
		{"near like off", `theme = "team.toml"`, `near = "#ff7050"`, "team.toml:1:1: near: near #ff7050 and off #ff7058 look alike with full colour vision"},
		{
			"red and green of one lightness", `theme = "team.toml"`, "near = \"#ffe000\"\non_target = \"#3a9a3a\"\noff = \"#b07820\"\n",
			"on_target #3a9a3a and off #b07820 look alike with protanopia: their distance is 8",
		},
		{"dim brand", `brand = "#202020"`, "", "config.toml:2:1: screen.brand: #202020 on the ground #0b1016 has a contrast of 1.2, below 3; #"},
		{"dim brand of a theme", `theme = "team.toml"`, `brand = "#202020"`, "team.toml:1:1: brand: #202020 on the ground"},
	} {
		_, err := load(t, row.lines, row.theme+"\n")
		if err == nil || !strings.Contains(words.English().Error(err), row.want) {
			t.Errorf("%s: got %v, want %q", row.name, err, row.want)
		}
	}
}

// What a message says would do has to do.
func TestCheck_TheColoursItProposesAreAccepted(t *testing.T) {
	for lines, file := range map[string]string{`brand = "#202020"`: "", `theme = "team.toml"`: "ground = \"#787878\"\n"} {
		_, err := load(t, lines, file)
		if err == nil {
			t.Fatalf("%s %s is accepted", lines, file)
		}
		text := words.English().Error(err)
		i := strings.Index(text, " is enough")
		proposed := text[i-7 : i]
		lines, file = strings.Replace(lines, "#202020", proposed, 1), strings.Replace(file, "#787878", proposed, 1)
		if _, err := load(t, lines, file); err != nil {
			t.Errorf("%s is refused: %v", proposed, err)
		}
	}
}

func TestCheck_AcceptsEveryBuiltInThemeAsAFile(t *testing.T) {
	for _, p := range palettes {
		text := "based_on = \"" + p.Name + "\"\n"
		for _, r := range roles {
			text += r.key + " = \"" + name(*r.of(&p)) + "\"\n"
		}
		if _, err := load(t, `theme = "team.toml"`, text); err != nil {
			t.Errorf("%s: %v", p.Name, err)
		}
	}
}
