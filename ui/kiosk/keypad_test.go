package kiosk

import (
	"testing"

	"github.com/go-gl/glfw/v3.4/glfw"
)

func TestPadCharacter_IsWhatTheKeySaysWhileNumLockIsOff(t *testing.T) {
	for _, row := range []struct {
		key  glfw.Key
		mods glfw.ModifierKey
		want rune
	}{
		{glfw.KeyKP7, 0, '7'},
		{glfw.KeyKP0, 0, '0'},
		{glfw.KeyKP9, glfw.ModCapsLock, '9'},
		{glfw.KeyKPDecimal, 0, '.'},
		{glfw.KeyKP7, glfw.ModNumLock, 0}, // its character comes by itself
		{glfw.KeyKP7, glfw.ModShift, 0},
		{glfw.KeyKP7, glfw.ModControl, 0},
		{glfw.Key7, 0, 0},
		{glfw.KeyHome, 0, 0},
		{glfw.KeyUp, 0, 0},
		{glfw.KeyKPEnter, 0, 0},
		{glfw.KeyKPAdd, 0, 0},
	} {
		if got := padCharacter(row.key, row.mods); got != row.want {
			t.Errorf("key %d with %d: %q, want %q", row.key, row.mods, got, row.want)
		}
	}
}
