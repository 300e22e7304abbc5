package config_test

import (
	"image"
	"image/png"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	. "kpiwall/data/config"

	"kpiwall/data/words"
)

const svgHead = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100">`

func TestMeasureSVG_RefusesWhatWouldFreezeOrEndTheWall(t *testing.T) {
	bomb := svgHead + `<defs>` + strings.Repeat(`<rect width="9" height="9"/>`, 100) + `</defs>` + strings.Repeat(`<use href="#a"/>`, 100) + "</svg>"
	for name, c := range map[string]struct{ text, want string }{
		"sixty thousand shapes":   {svgHead + strings.Repeat(`<g/>`, 60_000) + "</svg>", "too much to draw"},
		"deep nesting":            {svgHead + strings.Repeat("<g>", 1000) + strings.Repeat("</g>", 1000) + "</svg>", "too much to draw"},
		"a use of itself":         {svgHead + `<defs><g id="a"><use href="#a"/></g></defs><use href="#a"/></svg>`, "too much to draw"},
		"uses of many":            {bomb, "too much to draw"},
		"dashes":                  {svgHead + `<path stroke="#000" stroke-dasharray="0.02 .02" d="M0 0L9 9"/></svg>`, "too much to draw"},
		"dashes in a style":       {svgHead + `<path style="stroke:#000; stroke-dasharray: 1" d="M0 0L9 9"/></svg>`, "too much to draw"},
		"dashes in a style sheet": {svgHead + `<style>.a{stroke-dasharray:1,2}</style></svg>`, "too much to draw"},
		"more bytes":              {svgHead + strings.Repeat(" ", SVGBytesLimit) + "</svg>", "at most 524288 are accepted"},
		"a view of billions":      {`<svg viewBox="0 0 1e9 1e9"></svg>`, "1000000000 × 1000000000 pixels"},
		"a view too wide":         {`<svg viewBox="0 0 1e5 1"></svg>`, "100000 × 1 pixels"},
	} {
		begin := time.Now()
		_, _, err := MeasureSVG("l.svg", []byte(c.text))
		if took := time.Since(begin); err == nil || !strings.Contains(words.English().Error(err), c.want) || took > 3*time.Second {
			t.Errorf("%s: got %v after %v, want %q", name, err, took, c.want)
		}
	}
}

func TestMeasureSVG_TakesWhatDrawingProgramsWrite(t *testing.T) {
	for _, text := range []string{
		svgHead + `<path style="fill:#fff;stroke-dasharray:none" stroke-dasharray="none" d="M0 0L9 9"/></svg>`,
		svgHead + `<defs><path id="a" d="M0 0L9 9"/></defs><use href="#a"/><use href="#a"/></svg>`,
		svgHead + strings.Repeat(`<circle r="9" cx="4" cy="4"/>`, 2000) + "</svg>",
	} {
		if _, _, err := MeasureSVG("l.svg", []byte(text)); err != nil {
			t.Errorf("%.120s: %v", text, err)
		}
	}
}

// A few circles of an astronomic size take the library seconds.
func TestDrawnWithin_LosesPatience(t *testing.T) {
	heavy := svgHead + strings.Repeat(`<circle r="1e12" cx="4" cy="4" stroke="#fff" stroke-width="1e8"/>`, 100) + "</svg>"
	begin := time.Now()
	if DrawnWithin(50*time.Millisecond, []byte(heavy)) || time.Since(begin) > 2*time.Second {
		t.Errorf("%v were waited for", time.Since(begin))
	}
	if !DrawnWithin(SVGPatience, []byte(svg)) || !DrawnWithin(SVGPatience, []byte("no picture")) {
		t.Error("what is nothing to draw takes too long")
	}
}

func TestLoad_RefusesAPNGThatIsTooLargeInOneDirection(t *testing.T) {
	path := named(t, `logo = "l.png"`, nil)
	f, err := os.Create(filepath.Join(filepath.Dir(path), "l.png"))
	must(t, err)
	must(t, png.Encode(f, image.NewGray(image.Rect(0, 0, 100_000, 1))))
	must(t, f.Close())
	if _, err = Load(path); err == nil || !strings.Contains(words.English().Error(err), "100000 × 1 pixels") {
		t.Errorf("got %v", err)
	}
}

// sparse makes a file of a hundred gigabytes that takes no room.
func sparse(t *testing.T, path string) {
	t.Helper()
	write(t, path, "")
	if err := os.Truncate(path, 100<<30); err != nil {
		t.Skip("the file system has no sparse files: ", err)
	}
}

func TestLoad_DoesNotReadFilesOfAHundredGigabytes(t *testing.T) {
	path := named(t, "theme = \"t.toml\"\nlogo = \"l.png\"", nil)
	for _, name := range []string{"t.toml", "l.png"} {
		sparse(t, filepath.Join(filepath.Dir(path), name))
	}
	size := strconv.Itoa(100 << 30)
	_, err := Load(path)
	if err == nil || !strings.Contains(words.English().Error(err), `"t.toml" has `+size+" bytes") || !strings.Contains(words.English().Error(err), `"l.png" has `+size+" bytes") {
		t.Errorf("a theme and a logo: %v", err)
	}
	sparse(t, path)
	if _, err = Load(path); err == nil || !strings.Contains(words.English().Error(err), path+": the file has "+size+" bytes; at most") {
		t.Errorf("a config: %v", err)
	}
	if err := SaveGood(path, []byte("title = \"x\"")); err != nil {
		t.Errorf("a config kept before: %v", err)
	}
}
