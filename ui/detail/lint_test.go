package detail

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/words"
	"kpiwall/ui/uitest"
)

func TestLint_NamesWhatOfADefinitionHasNoRoom(t *testing.T) {
	test.NewTempApp(t)
	short, long := uitest.Defined("short"), uitest.Defined("long")
	long.Definition = strings.Repeat("What counts is what was paid for in the month. ", 60)
	b := uitest.Board(uitest.Monthly(short, uitest.Sloping(14)...), uitest.Monthly(long, uitest.Sloping(14)...))
	wide, upright := boardView(b, uitest.Sizes[1], "midnight"), boardView(b, uitest.Sizes[3], "midnight")
	found := Lint(wide)
	if len(found) != 1 || !strings.HasPrefix(words.English().Line(found[0]), "long: no room in full screen for all of definition") {
		t.Errorf("%+v", found)
	}
	if found = Lint(wide, upright); len(found) == 0 || !strings.Contains(words.English().Line(found[0]), "at 1920×1080, long: ") {
		t.Errorf("%+v", found)
	}
}
