package themes

import (
	"image/color"
	"path/filepath"
	"strings"

	"kpiwall/data/config"
)

// Of returns the palette of a configured screen: a built-in one or the board's
// own, with the screen's brand. A theme that [Check] would refuse gives the
// nearest that there is.
func Of(s config.Screen) Palette {
	p, ok := Named(s.Theme)
	if !ok {
		p, _ = Named(Default)
	}
	if s.Own != nil {
		p = own(*s.Own, s.Theme)
	}
	if s.Brand.A > 0 {
		p.Brand = s.Brand
	}
	return p
}

// own returns the palette of a theme that a file holds.
func own(t config.Theme, path string) Palette {
	p, ok := Named(t.BasedOn)
	if !ok {
		p, _ = Named(Default)
	}
	if p.Name = t.Name; p.Name == "" {
		p.Name = strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))
	}
	for _, r := range roles {
		if c := *r.given(&t); c.A > 0 {
			*r.of(&p) = c
		}
	}
	if t.Brand.A > 0 {
		p.Brand = t.Brand
	}
	return p
}

// role is a colour that text may stand on: what its key is called, where a
// theme's file has it and where a palette has it.
type role struct {
	key   string
	given func(*config.Theme) *color.NRGBA
	of    func(*Palette) *color.NRGBA
}

var roles = []role{
	{"ground", func(t *config.Theme) *color.NRGBA { return &t.Ground }, func(p *Palette) *color.NRGBA { return &p.Ground }},
	{"panel", func(t *config.Theme) *color.NRGBA { return &t.Panel }, func(p *Palette) *color.NRGBA { return &p.Panel }},
	{"on_target", func(t *config.Theme) *color.NRGBA { return &t.OnTarget }, func(p *Palette) *color.NRGBA { return &p.OnTarget }},
	{"near", func(t *config.Theme) *color.NRGBA { return &t.Near }, func(p *Palette) *color.NRGBA { return &p.Near }},
	{"off", func(t *config.Theme) *color.NRGBA { return &t.Off }, func(p *Palette) *color.NRGBA { return &p.Off }},
}
