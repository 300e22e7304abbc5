package config

import (
	"bytes"
	"image/png"
	"path/filepath"
	"strings"

	"kpiwall/data/finding"
)

// Logo is a picture at the head of the wall.
type Logo struct {
	Name          string  // of the file, which says by its ending what it holds
	Data          []byte  // PNG or SVG
	Width, Height float64 // its proportions
}

// A logo may have so many pixels, and so many in each direction: more are never
// seen, and a small file may unpack to more than the memory holds. The same holds
// for the units of an SVG, which is drawn by way of as many.
const (
	logoLimit     = 16 << 20
	logoSideLimit = 8192
)

// tooLarge says that a logo has more pixels than are accepted, or returns nil.
func tooLarge(name string, w, h float64) error {
	if max(w, h) <= logoSideLimit && w*h <= logoLimit {
		return nil
	}
	return finding.New("config.logo.large", finding.Args{"File": name, "Width": w, "Height": h})
}

// readLogo reads the name of a picture beside the configuration.
func readLogo(r *reader, s *Screen, it item) {
	name, ok := r.line(it, proseLimit)
	if !ok {
		return
	}
	measure := map[string]func(string, []byte) (float64, float64, error){".png": measurePNG, ".svg": measureSVG}[strings.ToLower(filepath.Ext(name))]
	if measure == nil {
		r.find(it, "config.logo", finding.Args{"File": name})
		return
	}
	a, ok := r.attachedTo(it, name)
	if !ok {
		return
	}
	w, h, err := measure(name, a.data)
	if err != nil {
		f := finding.Of(err)[0]
		r.find(it, f.Code, f.Args)
		return
	}
	s.Logo = &Logo{Name: filepath.Base(name), Data: a.data, Width: w, Height: h}
}

// measurePNG reads the proportions of a PNG picture and sees that it is whole.
func measurePNG(name string, data []byte) (w, h float64, err error) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, 0, finding.New("config.logo.png", finding.Args{"File": name})
	}
	w, h = float64(size.Width), float64(size.Height)
	if err := tooLarge(name, w, h); err != nil {
		return 0, 0, err
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		return 0, 0, finding.New("config.logo.png.cut", finding.Args{"File": name})
	}
	return w, h, nil
}
