package config

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"image/png"
	"io"
	"path/filepath"
	"strconv"
	"strings"
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
	measure := map[string]func([]byte) (float64, float64, error){".png": measurePNG, ".svg": measureSVG}[strings.ToLower(filepath.Ext(name))]
	if measure == nil {
		r.problem(it, `%q is no picture; accepted: a file that ends in .png or .svg, such as "logo.svg"`, name)
		return
	}
	a, ok := r.attachedTo(it, name)
	if !ok {
		return
	}
	w, h, err := measure(a.data)
	if err != nil {
		r.problem(it, "%q cannot be drawn: %v", name, err)
		return
	}
	s.Logo = &Logo{Name: filepath.Base(name), Data: a.data, Width: w, Height: h}
}

func measurePNG(data []byte) (w, h float64, err error) {
	size, err := png.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return 0, 0, errors.New("it holds no PNG picture; save it as PNG again")
	}
	if size.Width*size.Height > logoLimit {
		return 0, 0, fmt.Errorf("it has %d × %d pixels; make it smaller, 400 pixels high is plenty", size.Width, size.Height)
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		return 0, 0, errors.New("it is not whole; copy it again")
	}
	return float64(size.Width), float64(size.Height), nil
}

// measureSVG reads the proportions of an SVG picture and sees that it is whole.
func measureSVG(data []byte) (w, h float64, err error) {
	decoder := xml.NewDecoder(bytes.NewReader(data))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return 0, 0, errors.New("it is not whole; save it as SVG again")
		}
		if start, ok := token.(xml.StartElement); ok && w == 0 {
			if w, h = proportions(start); start.Name.Local != "svg" || w <= 0 || h <= 0 {
				return 0, 0, errors.New("it does not begin with an svg element that has a viewBox; save it as SVG again")
			}
		}
	}
	if w == 0 {
		return 0, 0, errors.New("it is empty; save it as SVG again")
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
