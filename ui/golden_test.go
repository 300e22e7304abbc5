package ui

import (
	"cmp"
	"errors"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/ui/uitest"
)

var update = flag.Bool("update", false, "accept the pictures as they are drawn now")

// wantPicture fails where a picture differs from the one that was accepted: by
// more than a shade in more than a few pixels, without some parts. As it is now it is kept
// in testdata/failed.
func wantPicture(t *testing.T, path string, got image.Image, without ...image.Rectangle) {
	t.Helper()
	if *update {
		writePicture(t, path, packed(got))
		return
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	want, err := png.Decode(f)
	if err != nil {
		t.Fatal(err)
	}
	if n, first := differences(got, want, without...); n > 20 {
		failed := filepath.Join("testdata", "failed", filepath.Base(path))
		writePicture(t, failed, got)
		t.Errorf("%d pixels differ from %s, the first at %v; see %s, and accept it with -update", n, path, first, failed)
	}
}

// differences counts the pixels that differ by more than a shade, without some parts.
func differences(a, b image.Image, without ...image.Rectangle) (n int, first image.Point) {
	const shade = 24
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy(), image.Point{}
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			if slices.ContainsFunc(without, image.Pt(x, y).In) {
				continue
			}
			if differ(a.At(x, y), b.At(x, y), shade) {
				if n++; n == 1 {
					first = image.Pt(x, y)
				}
			}
		}
	}
	return n, first
}

// differ reports whether two colours are further than so much from each other.
func differ(a, b color.Color, far int) bool {
	p, q := color.NRGBAModel.Convert(a).(color.NRGBA), color.NRGBAModel.Convert(b).(color.NRGBA)
	return slices.ContainsFunc([]int{int(p.R) - int(q.R), int(p.G) - int(q.G), int(p.B) - int(q.B)}, func(d int) bool { return d > far || d < -far })
}

// packed returns a picture in at most 256 colours: a third as large as a file, and no
// colour is further from its own than the comparison lets pass.
func packed(img image.Image) image.Image {
	count := map[color.RGBA]int{}
	b := img.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[color.RGBAModel.Convert(img.At(x, y)).(color.RGBA)]++
		}
	}
	common := slices.SortedFunc(maps.Keys(count), func(p, q color.RGBA) int {
		return cmp.Or(count[q]-count[p], int(p.R)-int(q.R), int(p.G)-int(q.G), int(p.B)-int(q.B))
	})
	out := image.NewPaletted(b, nil)
	for far := 2; len(out.Palette) == 0 || len(out.Palette) > 256; far += 2 {
		out.Palette = nil
		for _, c := range common {
			like := func(o color.Color) bool { return !differ(c, o, far) }
			if !slices.ContainsFunc(out.Palette, like) {
				out.Palette = append(out.Palette, c)
			}
		}
	}
	draw.Draw(out, b, img, b.Min, draw.Src)
	return out
}

func writePicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(f, img); err != nil {
		t.Fatal(err)
	}
}

// goldenReadings are readings of all statuses with a past that goes up and down.
func goldenReadings(n int) []*board.Reading {
	out := uitest.Many(n)
	for i, r := range out {
		for j := range r.History {
			r.History[j] = board.Point{Has: true, Number: 90 + float64((i*5+j*j*7)%13), Target: r.Target, Status: kpi.OnTarget}
		}
		if i%3 == 2 {
			r.KPI.Combine, r.Current = kpi.Sum, true
		}
		if !r.Has {
			r.History, r.Change, r.Current = nil, kpi.Change{}, true
		}
	}
	return out
}

func TestPictures_AreThoseThatWereAccepted(t *testing.T) {
	for kind := range pageKinds {
		t.Run(kind, func(t *testing.T) {
			test.NewTempApp(t)
			img, err := Shot(boardOf(kind), "p", 960, 540, uitest.Now)
			if err != nil {
				t.Fatal(err)
			}
			wantPicture(t, filepath.Join("testdata", kind+".png"), img)
		})
	}
}

// A comparer that cannot fail would accept everything.
func TestDifferences_CountWhatTheEyeSees(t *testing.T) {
	a, b := image.NewNRGBA(image.Rect(0, 0, 10, 10)), image.NewNRGBA(image.Rect(0, 0, 10, 10))
	a.Set(3, 4, color.NRGBA{20, 20, 20, 255})
	if n, _ := differences(a, b); n != 0 {
		t.Errorf("a shade counts as %d", n)
	}
	a.Set(3, 4, color.NRGBA{200, 20, 20, 255})
	if n, first := differences(a, b); n != 1 || first != image.Pt(3, 4) {
		t.Errorf("got %d at %v", n, first)
	}
	if n, _ := differences(a, b, image.Rect(3, 4, 4, 5)); n != 0 {
		t.Errorf("what is left out counts as %d", n)
	}
	if n, _ := differences(a, image.NewNRGBA(image.Rect(0, 0, 5, 5))); n != 100 {
		t.Errorf("another size counts as %d", n)
	}
}

func TestSaveShot_WritesAPictureOfThePageAndNamesWhatIsMissing(t *testing.T) {
	test.NewTempApp(t)
	b := uitest.Board(uitest.Many(2)...)
	path := filepath.Join(t.TempDir(), "wall.png")
	if err := SaveShot(b, "q", 320, 180, uitest.Now, path); err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if size, err := png.DecodeConfig(f); err != nil || size.Width != 320 || size.Height != 180 {
		t.Errorf("the picture is %+v, %v", size, err)
	}
	if err := SaveShot(b, "nowhere", 320, 180, uitest.Now, path); err == nil {
		t.Error("a page that does not exist was drawn")
	}
	var found *finding.Error
	if err := SaveShot(b, "q", 320, 180, uitest.Now, "/dev/full"); !errors.As(err, &found) || found.Finding.Code != "shot.unwritten" {
		t.Errorf("a full disk: %v", err)
	}
}

func TestGalleryScreens_AreEveryThemeInEveryStyle(t *testing.T) {
	seen := map[string]bool{}
	for _, s := range galleryScreens(config.Screen{Theme: "team.toml", Own: &config.Theme{Name: "Team"}, Inset: 0.05}) {
		name := s.Theme
		if s.Own != nil {
			name = s.Own.Name
		}
		seen[fmt.Sprint(name, s.Style)] = true
		if s.Inset != 0.05 {
			t.Error("the inset is lost")
		}
	}
	if len(seen) != 10 || !seen["Team1"] || !seen["okabe0"] {
		t.Errorf("got %v", seen)
	}
}

func TestGallery_DrawsWhatIsAskedForAndSaysHowFarItIs(t *testing.T) {
	test.NewTempApp(t)
	dir := filepath.Join(t.TempDir(), "pictures")
	var told []int
	g := Gallery{Board: boardOf("tiles"), Now: uitest.Now, Filter: "p-*-fill-1280x720", Progress: func(done, of int) { told = append(told, done, of) }}
	if err := g.Save(dir); err != nil {
		t.Fatal(err)
	}
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(names) != 4 || filepath.Base(names[0]) != "p-contrast-fill-1280x720.png" {
		t.Errorf("drawn: %v, %v", names, err)
	}
	if !slices.Equal(told, []int{1, 4, 2, 4, 3, 4, 4, 4}) {
		t.Errorf("it says %v", told)
	}
	var found *finding.Error
	g.Filter = "nowhere"
	if err := g.Save(dir); !errors.As(err, &found) || found.Finding.Code != "shot.no_match" {
		t.Errorf("what no name has: %v", err)
	}
	g.Filter = "daylight-fill-1280x720"
	if err := g.Save("/dev/null/x"); !errors.As(err, &found) || found.Finding.Code != "shot.folder" {
		t.Errorf("a folder that cannot be made: %v", err)
	}
}
