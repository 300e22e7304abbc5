package lean

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// typist notes what it is given.
type typist struct {
	tab bool
	got []string
}

func (t *typist) FocusGained()              {}
func (t *typist) FocusLost()                {}
func (t *typist) AcceptsTab() bool          { return t.tab }
func (t *typist) TypedKey(e *fyne.KeyEvent) { t.got = append(t.got, string(e.Name)) }
func (t *typist) TypedRune(r rune)          { t.got = append(t.got, fmt.Sprintf("%q", r)) }

func TestKeys_ReachWhoHasTheFocusByTheirNames(t *testing.T) {
	for _, row := range []struct {
		key  glfw.Key
		mods glfw.ModifierKey
		want []string
	}{
		{glfw.KeyEnter, 0, []string{"Return"}},
		{glfw.KeyKPEnter, 0, []string{"KP_Enter"}},
		{glfw.KeyEscape, 0, []string{"Escape"}},
		{glfw.KeyLeft, glfw.ModNumLock, []string{"Left"}},
		{glfw.KeyPageDown, glfw.ModShift, []string{"Next"}},
		{glfw.KeyF11, 0, []string{"F11"}},
		{glfw.Key7, 0, []string{"7"}},
		{glfw.KeyKP7, 0, []string{"7"}},
		{glfw.KeyTab, 0, []string{"Tab"}},
		{glfw.KeyEnter, glfw.ModControl, nil},
		{glfw.KeyDown, glfw.ModAlt, nil},
		{glfw.KeyF11, glfw.ModSuper, nil},
		{glfw.KeyLeftControl, glfw.ModControl, []string{"LeftControl"}},
	} {
		for action, want := range map[glfw.Action][]string{glfw.Press: row.want, glfw.Repeat: row.want, glfw.Release: nil} {
			typist := &typist{tab: true}
			w := newWindow(nil, "")
			w.canvas.Focus(typist)
			w.pressed(nil, row.key, 0, action, row.mods)
			if !slices.Equal(typist.got, want) {
				t.Errorf("key %d with %d, action %d: %q, want %q", row.key, row.mods, action, typist.got, want)
			}
		}
	}
}

func TestKeys_GoToTheCanvasWhereNobodyHasTheFocus(t *testing.T) {
	var rest typist
	w := newWindow(nil, "")
	w.canvas.SetOnTypedKey(rest.TypedKey)
	w.canvas.SetOnTypedRune(rest.TypedRune)
	w.pressed(nil, glfw.KeyUp, 0, glfw.Press, 0)
	w.pressed(nil, glfw.KeyTab, 0, glfw.Press, 0) // it would lead on, and there is nobody
	w.canvas.typedRune('é')
	if want := []string{"Up", `'é'`}; !slices.Equal(rest.got, want) {
		t.Errorf("%q, want %q", rest.got, want)
	}
}

func TestKeys_OfAShortcutAreNothingElse(t *testing.T) {
	var ran int
	w := newWindow(nil, "")
	w.canvas.AddShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyF11, Modifier: fyne.KeyModifierControl}, func(fyne.Shortcut) { ran++ })
	w.pressed(nil, glfw.KeyF11, 0, glfw.Press, glfw.ModControl|glfw.ModNumLock)
	w.pressed(nil, glfw.KeyF11, 0, glfw.Press, glfw.ModControl|glfw.ModShift)
	w.pressed(nil, glfw.KeyF11, 0, glfw.Press, 0)
	if ran != 1 {
		t.Errorf("it ran %d times", ran)
	}
}

func TestLettered_NamesKeysByWhatTheLayoutHasOnThem(t *testing.T) {
	for typed, want := range map[string]fyne.KeyName{
		"q": fyne.KeyQ, "z": fyne.KeyZ, "+": fyne.KeyPlus, "-": fyne.KeyMinus, ";": fyne.KeySemicolon, "\\": fyne.KeyBackslash,
		"": fyne.KeyUnknown, "ö": fyne.KeyUnknown, "й": fyne.KeyUnknown,
	} {
		if got := lettered(typed); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
}
