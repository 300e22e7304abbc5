package themes

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"kpiwall/assets"
)

// The wall's faces as Fyne resources. Fyne caches glyphs by the resource's
// name, so the two names must differ.
var (
	SemiBold = fyne.NewStaticResource("kpiwall-semibold.ttf", assets.SemiBold)
	Medium   = fyne.NewStaticResource("kpiwall-medium.ttf", assets.Medium)
)

// Theme is the Fyne theme of a palette. It leaves nothing to the user's
// settings of Fyne, which would change the wall behind its owner's back.
type Theme struct {
	Palette
}

var _ fyne.Theme = Theme{}

// Color returns the palette's colour for a Fyne role.
func (t Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameOverlayBackground:
		return t.Ground
	case theme.ColorNameForeground:
		return Ink(t.Ground)
	case theme.ColorNamePrimary, theme.ColorNameFocus, theme.ColorNameSelection:
		return t.Near
	case theme.ColorNameShadow:
		return color.Transparent
	}
	return theme.DefaultTheme().Color(name, theme.VariantDark)
}

// Font leaves text that the wall's own faces cannot draw to Fyne's fonts, which
// know more scripts.
func (t Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns Fyne's icon.
func (t Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns Fyne's size; the wall lays itself out by the canvas instead.
func (t Theme) Size(name fyne.ThemeSizeName) float32 { return theme.DefaultTheme().Size(name) }
