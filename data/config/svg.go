package config

import (
	"bytes"
	"encoding/xml"
	"errors"
	"image"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/fyne-io/oksvg"
	"github.com/srwiley/rasterx"

	"kpiwall/data/finding"
)

// What an SVG may hold, far above any logo. The library that draws it, which is
// Fyne's too, takes minutes for what has more, and for ever or all memory for some
// of it.
const (
	svgBytesLimit    = 512 << 10
	svgElementsLimit = 5000 // drawn, where one is used several times also those
	svgDepthLimit    = 100
	svgPatience      = 5 * time.Second // for what takes milliseconds on the slowest box
)

// measureSVG reads the proportions of an SVG picture, and sees that it is whole
// and can be drawn in a moment.
func measureSVG(name string, data []byte) (w, h float64, err error) {
	if len(data) > svgBytesLimit {
		return 0, 0, finding.New("config.attached.large", finding.Args{"File": name, "Bytes": len(data), "Limit": svgBytesLimit})
	}
	problem := func(code string) (float64, float64, error) {
		return 0, 0, finding.New(code, finding.Args{"File": name})
	}
	decoder := xml.NewDecoder(bytes.NewReader(data))
	var extent svgExtent
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return problem("config.logo.svg.cut")
		}
		if start, ok := token.(xml.StartElement); ok && w == 0 {
			if w, h = proportions(start); start.Name.Local != "svg" || w <= 0 || h <= 0 {
				return problem("config.logo.svg")
			}
		}
		if extent.add(token); extent.excessive() {
			return problem("config.logo.svg.heavy")
		}
	}
	if w == 0 {
		return problem("config.logo.svg.empty")
	}
	if err := tooLarge(name, w, h); err != nil {
		return 0, 0, err
	}
	if !drawnWithin(svgPatience, data) {
		return problem("config.logo.svg.heavy")
	}
	return w, h, nil
}

// svgExtent counts what an SVG gives to draw.
type svgExtent struct {
	elements, uses, defined int // all, those that draw others, those to be drawn by them
	depth, defs             int // how deep the last token stands, and in how many defs of these
	bad                     bool
}

func (e *svgExtent) add(token xml.Token) {
	switch t := token.(type) {
	case xml.StartElement:
		e.start(t)
	case xml.EndElement:
		e.depth--
		if t.Name.Local == "defs" {
			e.defs--
		}
	case xml.CharData: // may be a style sheet
		e.bad = e.bad || dashed(string(t))
	}
}

func (e *svgExtent) start(t xml.StartElement) {
	e.elements++
	e.depth++
	if e.defs > 0 {
		e.defined++
	}
	switch t.Name.Local {
	case "defs":
		e.defs++
	case "use":
		e.uses++
		// One that draws itself again overflows the stack, which ends the program.
		e.bad = e.bad || e.defs > 0
	}
	for _, a := range t.Attr {
		e.bad = e.bad || dashed(a.Name.Local+":"+a.Value)
	}
}

func (e *svgExtent) excessive() bool {
	return e.bad || e.depth > svgDepthLimit || e.elements+e.uses*e.defined > svgElementsLimit
}

// dashes finds the lengths of dashes in a style.
var dashes = regexp.MustCompile(`(?i)stroke-dasharray\s*:([^;}]*)`)

// dashed reports whether style has lines dashed: of a long line with short dashes
// there are billions.
func dashed(style string) bool {
	for _, m := range dashes.FindAllStringSubmatch(style, -1) {
		if v := strings.TrimSpace(m[1]); v != "none" && v != "" {
			return true
		}
	}
	return false
}

// drawnWithin draws an SVG and reports whether that took no longer than patience.
// What takes longer goes on behind it: the library cannot be stopped, and the
// limits see to it that it ends. That it cannot draw it at all is not said here.
func drawnWithin(patience time.Duration, data []byte) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { _ = recover() }() // the library's, on some malformed input
		icon, err := oksvg.ReadIconStream(bytes.NewReader(data))
		if err != nil {
			return
		}
		const side = 96
		icon.SetTarget(0, 0, side, side)
		img := image.NewRGBA(image.Rect(0, 0, side, side))
		icon.Draw(rasterx.NewDasher(side, side, rasterx.NewScannerGV(side, side, img, img.Bounds())), 1)
	}()
	select {
	case <-done:
		return true
	case <-time.After(patience):
		return false
	}
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
