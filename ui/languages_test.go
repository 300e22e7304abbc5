package ui

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"

	"fyne.io/fyne/v2"

	"kpiwall/assets"
	"kpiwall/data/words"
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

// locales are where the languages are spoken.
var locales = map[string]string{
	"de": "de-DE", "fr": "fr-FR", "es": "es-ES", "it": "it-IT", "nl": "nl-NL", "pt-BR": "pt-BR", "pl": "pl-PL",
}

// What stands over the wall is said in the board's language as completely as in English,
// and none of it is cut, also where words are a third longer.
func TestEntry_IsSaidInTheLanguageOfTheBoard(t *testing.T) {
	if len(locales) != len(assets.Languages())-1 {
		t.Fatalf("there are %q", assets.Languages())
	}
	for name, open := range screensOfEntry {
		english := inLanguage(t, "en-US", open)
		said := english.lines()
		english.wantsNothingCut(name)
		for language, locale := range locales {
			o := inLanguage(t, locale, open)
			screen := language + ", " + name
			o.wantsNothingCut(screen)
			for _, line := range o.lines() {
				if slices.Contains(said, line) && !saidInAnyLanguage(line) && !uitest.Shared(language, line) {
					t.Errorf("%s: %q is not said in it", screen, line)
				}
			}
		}
	}
}

// wantsNothingCut checks the lines that stand over the wall on screens of several sizes.
func (o *office) wantsNothingCut(screen string) {
	o.t.Helper()
	for _, size := range []fyne.Size{uitest.Sizes[0], uitest.Sizes[3], uitest.Sizes[4]} {
		o.window.Resize(size)
		at := fmt.Sprintf("%s at %v", screen, size)
		for _, line := range o.lines() {
			if strings.HasSuffix(line, "…") && !o.progress(line) {
				o.t.Errorf("%s: %q is cut", at, line)
			}
		}
		o.wantsNothingBehindThePreview(at)
	}
}

// progress reports whether a line ends like this on purpose: "saving …".
func (o *office) progress(line string) bool {
	speech := words.Of(o.cfg)
	return slices.ContainsFunc([]string{"entry.reading", "entry.saving", "undo.running", "values.withdrawing", "lock.checking"}, func(id string) bool {
		return strings.HasSuffix(line, speech.Say(id, nil))
	})
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
	preview, found := uitest.Part(o.over(), "preview")
	if tile, drawn := uitest.Part(o.over(), "fill"); drawn && o.top().TakesValues() {
		preview, found = tile, true
	}
	for _, e := range o.over() {
		if found && e.Text != "" && uitest.Overlap(e, preview) && !uitest.Within(e, draw.NewBox(preview.At.X, preview.At.Y, preview.Size.Width, preview.Size.Height)) {
			o.t.Errorf("%s: %q lies behind the preview", screen, e.Text)
		}
	}
}

// lines returns what stands over the wall.
func (o *office) lines() []string {
	return strings.Split(strings.TrimSpace(textsOf(o.over())), "\n")
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
