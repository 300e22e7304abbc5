package lean

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// pressed takes a key. One that is held down comes again and again; that it was let
// go nobody asks.
func (w *window) pressed(_ *glfw.Window, key glfw.Key, code int, action glfw.Action, mods glfw.ModifierKey) {
	if action == glfw.Release {
		return
	}
	name := named(key)
	if name == fyne.KeyUnknown {
		name = lettered(glfw.GetKeyName(key, code))
	}
	if w.isShortcut(name, mods) || name == fyne.KeyTab && !w.takesTab() {
		return
	}
	w.canvas.typedKey(&fyne.KeyEvent{Name: name, Physical: fyne.HardwareKey{ScanCode: code}})
}

// takesTab reports whether the Tab key is one like others for whoever has the focus.
func (w *window) takesTab() bool {
	t, ok := w.canvas.focused.(fyne.Tabbable)
	return ok && t.AcceptsTab()
}

// isShortcut hands a shortcut to whoever wants it, and reports whether the key was
// pressed for one: then it is nothing else.
func (w *window) isShortcut(name fyne.KeyName, mods glfw.ModifierKey) bool {
	m := modifiers(mods)
	if m&^fyne.KeyModifierShift == 0 || isModifier(name) {
		return false
	}
	s := &desktop.CustomShortcut{KeyName: name, Modifier: m}
	if focused, ok := w.canvas.focused.(fyne.Shortcutable); ok {
		focused.TypedShortcut(s)
	} else {
		w.canvas.TypedShortcut(s)
	}
	return true
}

// modifiers returns what is held down, as Fyne has it.
func modifiers(mods glfw.ModifierKey) (m fyne.KeyModifier) {
	for _, row := range []struct {
		glfw glfw.ModifierKey
		fyne fyne.KeyModifier
	}{
		{glfw.ModShift, fyne.KeyModifierShift},
		{glfw.ModControl, fyne.KeyModifierControl},
		{glfw.ModAlt, fyne.KeyModifierAlt},
		{glfw.ModSuper, fyne.KeyModifierSuper},
	} {
		if mods&row.glfw != 0 {
			m |= row.fyne
		}
	}
	return m
}

// isModifier reports whether a key is one to be held down with others.
func isModifier(name fyne.KeyName) bool {
	switch name {
	case desktop.KeyShiftLeft, desktop.KeyShiftRight, desktop.KeyControlLeft, desktop.KeyControlRight,
		desktop.KeyAltLeft, desktop.KeyAltRight, desktop.KeySuperLeft, desktop.KeySuperRight:
		return true
	}
	return false
}

// names are Fyne's names of the keys that type nothing.
var names = map[glfw.Key]fyne.KeyName{
	glfw.KeyEscape: fyne.KeyEscape, glfw.KeyEnter: fyne.KeyReturn, glfw.KeyKPEnter: fyne.KeyEnter,
	glfw.KeyTab: fyne.KeyTab, glfw.KeySpace: fyne.KeySpace, glfw.KeyBackspace: fyne.KeyBackspace,
	glfw.KeyInsert: fyne.KeyInsert, glfw.KeyDelete: fyne.KeyDelete,
	glfw.KeyLeft: fyne.KeyLeft, glfw.KeyRight: fyne.KeyRight, glfw.KeyUp: fyne.KeyUp, glfw.KeyDown: fyne.KeyDown,
	glfw.KeyPageUp: fyne.KeyPageUp, glfw.KeyPageDown: fyne.KeyPageDown, glfw.KeyHome: fyne.KeyHome, glfw.KeyEnd: fyne.KeyEnd,
	glfw.KeyF1: fyne.KeyF1, glfw.KeyF2: fyne.KeyF2, glfw.KeyF3: fyne.KeyF3, glfw.KeyF4: fyne.KeyF4,
	glfw.KeyF5: fyne.KeyF5, glfw.KeyF6: fyne.KeyF6, glfw.KeyF7: fyne.KeyF7, glfw.KeyF8: fyne.KeyF8,
	glfw.KeyF9: fyne.KeyF9, glfw.KeyF10: fyne.KeyF10, glfw.KeyF11: fyne.KeyF11, glfw.KeyF12: fyne.KeyF12,
	glfw.KeyLeftShift: desktop.KeyShiftLeft, glfw.KeyRightShift: desktop.KeyShiftRight,
	glfw.KeyLeftControl: desktop.KeyControlLeft, glfw.KeyRightControl: desktop.KeyControlRight,
	glfw.KeyLeftAlt: desktop.KeyAltLeft, glfw.KeyRightAlt: desktop.KeyAltRight,
	glfw.KeyLeftSuper: desktop.KeySuperLeft, glfw.KeyRightSuper: desktop.KeySuperRight,
	glfw.KeyMenu: desktop.KeyMenu, glfw.KeyPrintScreen: desktop.KeyPrintScreen, glfw.KeyCapsLock: desktop.KeyCapsLock,
}

// named returns Fyne's name of a key whose meaning no layout changes. The digits are
// among them: on a French keyboard the key of a digit types a sign.
func named(key glfw.Key) fyne.KeyName {
	switch {
	case glfw.Key0 <= key && key <= glfw.Key9:
		return fyne.KeyName(rune('0' + key - glfw.Key0))
	case glfw.KeyKP0 <= key && key <= glfw.KeyKP9:
		return fyne.KeyName(rune('0' + key - glfw.KeyKP0))
	}
	return names[key]
}

// lettered returns Fyne's name of a key that types a letter or a sign, by what the
// layout has on it; other letters than those of English have no names.
func lettered(typed string) fyne.KeyName {
	if len(typed) != 1 {
		return fyne.KeyUnknown
	}
	switch c := typed[0]; {
	case 'a' <= c && c <= 'z':
		return fyne.KeyName(c - 'a' + 'A')
	case c > ' ' && c < 0x7f:
		return fyne.KeyName(typed)
	}
	return fyne.KeyUnknown
}
