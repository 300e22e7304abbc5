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

// Theme is the Fyne theme of a palette that may change. It leaves nothing to
// the user's settings of Fyne, which would change the wall behind its owner's
// back. It is to be set once: Fyne 2.8.0 reads all fonts anew for each theme
// that is set and lets go of none of them, some 650 KB each time. Its methods
// belong to the main goroutine.
type Theme struct {
	palette Palette
}

var _ fyne.Theme = (*Theme)(nil)

// NewTheme returns the theme of p.
func NewTheme(p Palette) *Theme { return &Theme{p} }

// Use changes the palette; it shows in the next picture that is drawn.
func (t *Theme) Use(p Palette) { t.palette = p }

// Color returns the palette's colour for a Fyne role.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameOverlayBackground:
		return t.palette.Ground
	case theme.ColorNameForeground:
		return Ink(t.palette.Ground)
	case theme.ColorNamePrimary, theme.ColorNameFocus, theme.ColorNameSelection:
		return t.palette.Near
	case theme.ColorNameShadow:
		return color.Transparent
	}
	return theme.DefaultTheme().Color(name, theme.VariantDark)
}

// Font leaves text that the wall's own faces cannot draw to Fyne's fonts, which
// know more scripts.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource { return theme.DefaultTheme().Font(style) }

// Icon returns Fyne's icon.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return theme.DefaultTheme().Icon(name) }

// Size returns Fyne's size; the wall lays itself out by the canvas instead.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 { return theme.DefaultTheme().Size(name) }
