package config_test

import (
	"strings"
	"testing"

	. "kpiwall/data/config"

	"kpiwall/data/words"
)

func TestParse_RefusesWhatIsNoTOML(t *testing.T) {
	const board = "[kpi.a]\nevery = \"day\"\n"
	rows := []struct{ name, text, want string }{
		{"empty file", "", "c.toml: no KPI is defined"},
		{"only a comment", "# nothing yet\n", "c.toml: no KPI is defined"},
		{"only a byte order mark", "\ufeff", "c.toml: no KPI is defined"},
		{"settings without a KPI", "title = \"x\"\n", "c.toml: no KPI is defined"},
		{"invalid UTF-8", board + "name = \"caf\xe9\"\n", "c.toml:3:12: the file is not valid UTF-8 here"},
		{"stray byte", "a\xad", "c.toml:1:2: the file is not valid UTF-8 here"},
		{"only a stray byte", "\xad", "c.toml:1:1: the file is not valid UTF-8 here"},
		{"UTF-16", "\xff\xfe[\x00", "c.toml: the file is in UTF-16, which Notepad calls Unicode"},
		{"null byte", "a = \"\x00\"\n", "c.toml:1:6: "},
		{"duplicate key", board + "every = \"week\"\n", "c.toml:3:1: key 'kpi.a.every' has already been defined; remove one of the two"},
		{"duplicate table", board + "[kpi.a]\n", "c.toml:3:2: key 'kpi.a' has already been defined"},
		{"duplicate in a line", board + "target = { min = 1, min = 2 }\n", "has already been defined"},
		{"decimal comma", board + "tolerance = 1,5\n", "write decimals with a point"},
		{"decimal comma in a table", board + "target = { max = 4,0 }\n", "write decimals with a point"},
		{"points in thousands", board + "target = { min = 1.450.000,50 }\n", "write decimals with a point"},
		{"bare percent", board + "tolerance = 5%\n", `a percentage must be in quotes, such as "5%"`},
		{"no quotes", board + "name = Sales\n", "c.toml:3:8: "},
		{"open quotes around a wide character", board + "name = \"😀", "c.toml:3:9: unexpected EOF"},
		{"line end in a binary number", board + "decimals = 0b\n", `c.toml:3:12: not a binary number: '0b\n'`},
		{"open quotes", board + "name = \"Sales\n", "c.toml:3:14: "},
		{"cut in a list", board + "[page.a]\ntiles = [\"a\",", "the file may be cut off"},
		{"cut in a text", board + "name = \"Sal", "the file may be cut off"},
		{"cut in a number", board + "tolerance = 1", "c.toml:3:14: the file ends within a number"},
		{"cut after an equals sign", board + "tolerance =", "c.toml:3:"},
		{"cut after a page's name", board + "[page.a]\ntitle = \"A\"\n", "tiles is missing"},
		{"cut after a KPI's name", "[kpi.a]\nname = \"A\"\n", "every is missing"},
		{"too large", strings.Repeat("#", SizeLimit+1), "at most 524288 are accepted"},
	}
	for _, row := range rows {
		if ps := problemsOf(t, row.text); len(ps) != 1 || !strings.Contains(words.English().Line(ps[0]), row.want) {
			t.Errorf("%s: got %q, want one problem with %q", row.name, words.English().Error(ps), row.want)
		}
	}
}

// Below what is wrong with the whole file, a line of it would be noise.
func TestParse_ShowsNoExcerptOfWhatIsNoText(t *testing.T) {
	for name, text := range map[string]string{
		"UTF-16":    "\xff\xfet\x00i\x00t\x00l\x00e\x00\n\x00",
		"too large": strings.Repeat("\x00", SizeLimit+1),
	} {
		if report := words.English().Report(problemsOf(t, text)); strings.ContainsAny(report, "\n\x00\uFFFD") {
			t.Errorf("%s: got %q, want a single line", name, report)
		}
	}
}

// The library would take gigabytes for these.
func TestParse_RefusesWhatWouldTakeAllMemory(t *testing.T) {
	for _, text := range []string{
		"a = " + strings.Repeat("[", 100_000),
		"a = " + strings.Repeat("{a=\n", 100_000),
		strings.Repeat("a.", 100_000) + "a = 1\n",
	} {
		if ps := problemsOf(t, text); len(ps) != 1 || ps[0].Place.Line == 0 {
			t.Errorf("got %v", ps)
		}
	}
}
