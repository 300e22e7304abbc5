package main

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"kpiwall/assets"
	"kpiwall/data/config"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui"
)

// mayImport is the house's plan: which of the project's packages each may
// import. What is not here imports none.
var mayImport = map[string][]string{
	"data/formula":           {"data/finding"},
	"data/kpi":               {"data/finding", "data/formula"},
	"data/pin":               {"data/finding"},
	"data/holidays":          {"data/finding", "data/kpi"},
	"data/config":            {"data/finding", "data/formula", "data/kpi", "data/holidays", "data/pin", "data/atomicfile", "data/oserror", "assets"},
	"data/atomicfile":        {"data/oserror"},
	"data/autostart":         {"data/finding", "data/atomicfile"},
	"data/store":             {"data/finding", "data/kpi", "data/atomicfile", "data/oserror"},
	"data/board":             {"data/finding", "data/kpi", "data/config", "data/store"},
	"data/record/recordtest": {"data/config", "data/store", "data/record"},

	"data/words":    {"data/finding", "data/kpi", "data/config", "data/store", "data/board", "data/record", "assets"},
	"data/doctor":   {"data/finding", "data/kpi", "data/config", "data/store", "data/board", "data/watch"},
	"data/demo":     {"data/words", "data/kpi", "data/config", "data/store", "data/board"},
	"data/logfile":  {"data/finding", "data/words", "data/atomicfile"},
	"data/sheet":    {"data/finding", "data/kpi", "data/config", "data/store"},
	"data/record":   {"data/finding", "data/kpi", "data/config", "data/store", "data/board"},
	"data/engine":   {"data/finding", "data/words", "data/atomicfile", "data/doctor", "data/pin", "data/kpi", "data/config", "data/store", "data/board", "data/demo", "data/record"},
	"data/command":  {"data/finding", "data/formula", "data/words", "data/doctor", "data/kpi", "data/config", "data/store", "data/board", "data/sheet", "data/pin", "data/record", "assets", "data/atomicfile", "data/oserror", "data/autostart"},
	"themes":        {"data/finding", "data/kpi", "data/config", "assets"},
	"ui/draw":       {"themes"},
	"ui/chart":      {"data/words", "data/kpi", "data/config", "data/board", "themes", "ui/draw"},
	"ui/page":       {"data/finding", "data/words", "data/kpi", "data/config", "data/board", "themes", "ui/draw", "ui/chart"},
	"ui/detail":     {"data/finding", "data/words", "data/kpi", "data/board", "themes", "ui/draw", "ui/chart", "ui/page"},
	"ui/overlay":    {"data/finding", "data/words", "data/kpi", "data/config", "data/board", "themes", "ui/draw", "ui/page", "ui/detail"},
	"ui/entry":      {"data/finding", "data/words", "data/kpi", "data/config", "data/board", "data/record", "data/pin", "data/sheet", "themes", "ui/draw", "ui/chart", "ui/page", "ui/overlay"},
	"ui":            {"data/finding", "data/words", "data/kpi", "data/config", "data/board", "themes", "ui/draw", "ui/page", "ui/overlay", "ui/entry"},
	"ui/kiosk":      {"data/finding"},
	"ui/kiosk/lean": {"data/finding"},
	"ui/uitest":     {"assets", "data/finding", "data/formula", "data/kpi", "data/config", "data/board", "ui/draw"},
	".": {
		"data/finding", "data/kpi", "data/config", "data/board", "data/engine", "data/command", "data/record", "data/logfile",
		"data/demo", "data/doctor", "data/watch", "data/words", "themes", "ui", "ui/entry", "ui/page", "ui/detail", "ui/kiosk", "ui/kiosk/lean", "ui/locale",
	},
}

// onlyIn are the libraries that one place keeps to itself.
var onlyIn = map[string][]string{
	"fyne.io/fyne/v2/app":        {"."},
	"fyne.io/fyne/v2":            {".", "ui", "ui/overlay", "ui/entry", "ui/draw", "ui/page", "ui/uitest", "ui/kiosk", "ui/kiosk/lean", "themes"},
	"github.com/BurntSushi/toml": {"data/config", "data/words"},
	"github.com/rickar/cal/v2":   {"data/holidays"},
	"modernc.org/sqlite":         {"data/store"},
	"github.com/go-gl/glfw":      {"ui/kiosk", "ui/kiosk/lean"},

	"github.com/nicksnyder/go-i18n":    {"data/words"},
	"github.com/xuri/excelize":         {"data/sheet"},
	"github.com/xuri/nfp":              {"data/sheet"},
	"github.com/fyne-io/oksvg":         {"data/config"},
	"github.com/go-text/typesetting":   {"ui/draw"},
	"github.com/coreos/go-systemd":     {"data/logfile", "ui/kiosk"},
	"gopkg.in/natefinch/lumberjack.v2": {"data/logfile"},
	"github.com/fsnotify/fsnotify":     {"data/watch"},
}

func TestImports_GoOneWay(t *testing.T) {
	err := filepath.WalkDir(".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		from := filepath.ToSlash(filepath.Dir(path))
		for _, spec := range file.Imports {
			imported, _ := strconv.Unquote(spec.Path.Value)
			checkImport(t, path, from, imported)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func checkImport(t *testing.T, path, from, imported string) {
	t.Helper()
	if own, ok := strings.CutPrefix(imported, "kpiwall/"); ok {
		if !slices.Contains(mayImport[from], own) {
			t.Errorf("%s imports %s, which the table does not allow", path, own)
		}
		return
	}
	for library, places := range onlyIn {
		within := imported == library || strings.HasPrefix(imported, library+"/")
		if within && !slices.Contains(places, from) {
			t.Errorf("%s imports %s, which belongs to %v", path, imported, places)
		}
	}
}

func TestManual_ShowsTheKeysThatTheWallHas(t *testing.T) {
	manual, err := os.ReadFile(".docs/manual.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(manual), "<!-- keys -->\n")
	table, _, ok := strings.Cut(rest, "<!-- /keys -->")
	english, want := words.English(), ""
	for _, section := range ui.Keys() {
		want += "\n| " + english.Say(section.Title, nil) + " | |\n|---|---|\n"
		for _, row := range section.Rows(english) {
			want += "| " + row[0] + " | " + row[1] + " |\n"
		}
	}
	want += "\n"
	if !ok || table != want {
		t.Errorf("the manual's table of keys should be:\n%s", want)
	}
}

func TestNow_CountsTheTimeThatTheComputerSlept(t *testing.T) {
	if got := now().String(); strings.Contains(got, "m=") {
		t.Errorf("now is %q, which counts from the start of the computer", got)
	}
}

func TestVersion_IsOneNumber(t *testing.T) {
	text, err := os.ReadFile("FyneApp.toml")
	if err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(string(text), "\nVersion = \""+version+"\"\n") {
		t.Errorf("main.go says %s, and FyneApp.toml another", version)
	}
}

// What somebody hangs up on the first day has to be read without a change.
func TestBoards_AreLegibleAndWhole(t *testing.T) {
	for _, name := range append(assets.Departments(), assets.Start) {
		text, _ := assets.Board(name)
		c, err := config.Parse(name+".toml", text, themes.Check)
		if err != nil {
			t.Fatal(err)
		}
		unfit, err := advise(c, []string{"1920x1080", "1280x720", "3840x2160"})
		for _, f := range unfit {
			t.Errorf("%s: %s", name, words.English().Finding(f))
		}
		if err != nil {
			t.Error(err)
		}
	}
}
