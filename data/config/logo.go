package config

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image/png"
	"io"
	"path/filepath"
	"strconv"
	"strings"

	"kpiwall/data/finding"
)

// Logo is a picture at the head of the wall.
type Logo struct {
	Name          string  // of the file, which says by its ending what it holds
	Data          []byte  // PNG or SVG
	Width, Height float64 // its proportions
}

// logoLimit is how many pixels a logo may have: more are never seen, and a
// small file may unpack to more than the memory holds.
const logoLimit = 16 << 20

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
	if size.Width*size.Height > logoLimit {
		return 0, 0, finding.New("config.logo.large", finding.Args{"File": name, "Width": size.Width, "Height": size.Height})
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		return 0, 0, finding.New("config.logo.png.cut", finding.Args{"File": name})
	}
	return float64(size.Width), float64(size.Height), nil
}

// measureSVG reads the proportions of an SVG picture and sees that it is whole.
func measureSVG(name string, data []byte) (w, h float64, err error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, 0, finding.New("config.logo.svg.cut", finding.Args{"File": name})
		}
		if start, ok := token.(xml.StartElement); ok && w == 0 {
			if w, h = proportions(start); start.Name.Local != "svg" || w <= 0 || h <= 0 {
				return 0, 0, finding.New("config.logo.svg", finding.Args{"File": name})
			}
		}
	}
	if w == 0 {
		return 0, 0, finding.New("config.logo.svg.empty", finding.Args{"File": name})
	}
	return w, h, nil
}

// proportions reads an svg element's viewBox, or else its width and height.
func proportions(svg xml.StartElement) (w, h float64) {
	for _, a := range svg.Attr {
		number := func(s string) float64 {
			v, err := strconv.ParseFloat(strings.TrimSuffix(s, "px"), 64)
			if f, ok := finite(v); err == nil && ok {
				return f
			}
			return 0
		}
		switch a.Name.Local {
		case "viewBox":
			if f := strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(" ,\t\n", r) }); len(f) == 4 {
				return number(f[2]), number(f[3])
			}
		case "width":
			w = number(a.Value)
		case "height":
			h = number(a.Value)
		}
	}
	return w, h
}
