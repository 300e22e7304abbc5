package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/ui/draw"
	"kpiwall/ui/uitest"
)

// screensOfEntry are all that stands over the wall, and how to get there.
var screensOfEntry = map[string]func(*office){
	"detail":         func(o *office) { o.detail("churn") },
	"help":           func(o *office) { o.write("?") },
	"quit":           func(o *office) { o.enter("mrr"); o.write("4"); o.press(fyne.KeyEscape); o.write("q") },
	"legibility":     func(o *office) { o.write("l") },
	"list":           func(o *office) { o.enter("mrr"); o.write("4"); o.clear(); o.press(fyne.KeyReturn) },
	"search":         func(o *office) { o.press(fyne.KeyReturn); o.write("xyz") },
	"help of list":   func(o *office) { o.press(fyne.KeyReturn); o.write("?") },
	"form":           func(o *office) { o.enter("cash"); o.write("20500") },
	"help of form":   func(o *office) { o.enter("cash"); o.write("?") },
	"not a number":   func(o *office) { o.enter("cash"); o.write("2,,5"); o.press(fyne.KeyReturn) },
	"unusual":        func(o *office) { o.enter("mrr"); o.write("419000"); o.press(fyne.KeyReturn) },
	"note wanted":    func(o *office) { o.enter("churn"); o.write("3.4"); o.press(fyne.KeyReturn) },
	"judged":         func(o *office) { o.enter("mood"); o.press(fyne.KeyReturn) },
	"judged, typed":  func(o *office) { o.enter("mood"); o.write("3"); o.press(fyne.KeyTab, fyne.KeyTab) },
	"saved":          func(o *office) { o.press(fyne.KeyReturn); o.write("open"); o.write("7"); o.press(fyne.KeyReturn) },
	"not saved":      func(o *office) { o.desk.broken = errLocked; o.enter("mrr"); o.write("41900"); o.press(fyne.KeyReturn) },
	"gone":           func(o *office) { o.enter("mrr"); o.write("4"); o.without("mrr") },
	"another rhythm": func(o *office) { o.enter("leads"); o.write("44"); o.edit(`every = "week"`, `every = "day"`) },
	"history":        func(o *office) { o.showHistory("mrr") },
	"help of it":     func(o *office) { o.showHistory("mrr"); o.write("?") },
	"correction":     func(o *office) { o.showHistory("mrr"); o.press(fyne.KeyReturn) },
	"withdrawn":      func(o *office) { o.showHistory("mrr"); o.press(fyne.KeyReturn, fyne.KeyRight, fyne.KeyReturn) },
	"PIN": func(o *office) {
		o.lockWith("pin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n")
		o.press(fyne.KeyReturn)
	},
	"wrong PIN": func(o *office) {
		o.lockWith("pin_hash = \"" + pinOf2468 + hashOf2468 + "\"\n")
		o.press(fyne.KeyReturn)
		o.write("1")
		o.press(fyne.KeyReturn)
	},
	"name": func(o *office) { o.lockWith("ask_name = true\n"); o.press(fyne.KeyReturn) },
}

func (o *office) lockWith(rule string) { o.edit(o.source, o.source+"[entry]\n"+rule) }

// What stands over the wall is said in the board's language, and in German, which is
// a third longer, as completely as in English.
func TestEntry_IsSaidInTheLanguageOfTheBoard(t *testing.T) {
	for name, open := range screensOfEntry {
		english, german := inLanguage(t, "en-US", open), inLanguage(t, "de-DE", open)
		said := english.lines()
		for _, size := range []fyne.Size{uitest.Sizes[0], uitest.Sizes[3], uitest.Sizes[4]} {
			english.window.Resize(size)
			german.window.Resize(size)
			for _, line := range slices.Concat(german.lines(), english.lines()) {
				if strings.HasSuffix(line, "…") && !strings.HasSuffix(line, " …") {
					t.Errorf("%s at %v: %q is cut", name, size, line)
				}
			}
			german.wantsNothingBehindThePreview(fmt.Sprintf("%s at %v", name, size))
			for _, line := range german.lines() {
				if slices.Contains(said, line) && !saidInAnyLanguage(line) {
					t.Errorf("%s: %q is not said in German", name, line)
				}
			}
		}
	}
}

// inLanguage is an office in a language after something was opened.
func inLanguage(t *testing.T, locale string, open func(*office)) *office {
	o := newOffice(t, "")
	o.edit(`locale = "en-US"`, `locale = "`+locale+`"`)
	open(o)
	return o
}

// wantsNothingBehindThePreview checks that no text lies behind the picture of what is
// being typed.
func (o *office) wantsNothingBehindThePreview(screen string) {
	o.t.Helper()
	preview, found := uitest.Part(o.layers.cover.Shown, "preview")
	for _, e := range o.layers.cover.Shown {
		if found && e.Text != "" && uitest.Overlap(e, preview) && !uitest.Within(e, draw.NewBox(preview.At.X, preview.At.Y, preview.Size.Width, preview.Size.Height)) {
			o.t.Errorf("%s: %q lies behind the preview", screen, e.Text)
		}
	}
}

// lines returns what stands over the wall.
func (o *office) lines() []string {
	return strings.Split(strings.TrimSpace(textOf(o.layers.cover)), "\n")
}

// saidInAnyLanguage reports whether a line has names, signs and figures only.
func saidInAnyLanguage(line string) bool {
	names := []string{"Recurring revenue", "Churn", "Qualified leads", "Open tickets", "Cash flow", "Customer mood", "Tab", "Enter", "Esc", "PIN", "November", "September", "August"}
	for _, name := range names {
		line = strings.ReplaceAll(line, name, "")
	}
	letters := 0
	for _, r := range line {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters <= 1
}
