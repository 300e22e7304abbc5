//go:build unix && !darwin

package lean

import (
	"bufio"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	objects "fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// screen is an X server that writes its picture into a file.
type screen struct {
	t    *testing.T
	file string
}

// newScreen starts an X server, which is $DISPLAY then.
func newScreen(t *testing.T, depth int, more ...string) screen {
	t.Helper()
	server, err := exec.LookPath("Xvfb")
	if err != nil {
		t.Skip("needs Xvfb, which .ci/setup test installs")
	}
	folder := t.TempDir()
	number, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer number.Close()
	cmd := exec.Command(server, append([]string{"-displayfd", "3", "-fbdir", folder, "-noreset", "-nolisten", "tcp", "-screen", "0", fmt.Sprintf("640x480x%d", depth)}, more...)...)
	cmd.ExtraFiles = []*os.File{w}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.Close()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait()
	})
	line, err := bufio.NewReader(number).ReadString('\n')
	if err != nil {
		t.Fatal("the X server does not start: ", err)
	}
	t.Setenv("DISPLAY", ":"+strings.TrimSpace(line))
	return screen{t, filepath.Join(folder, "Xvfb_screen0")}
}

// at returns what is on the screen at a place, as the screen has it.
func (s screen) at(x, y int) uint32 {
	s.t.Helper()
	data, err := os.ReadFile(s.file) // a dump of xwd
	if err != nil {
		s.t.Fatal(err)
	}
	head := func(n int) int { return int(binary.BigEndian.Uint32(data[4*n:])) }
	bytes := head(11) / 8
	pixel := data[head(0)+12*head(19)+y*head(12)+x*bytes:]
	if bytes == 2 {
		return uint32(binary.LittleEndian.Uint16(pixel))
	}
	return binary.LittleEndian.Uint32(pixel) & (1<<head(3) - 1) // the rest is no colour
}

// board is a picture of two fields of colour, whose parts come as a scene's do.
type board struct {
	objects.Rectangle
	frame   *image.RGBA
	swapped bool
	left    color.RGBA
	changed []image.Rectangle
}

var ground = color.RGBA{0x0b, 0x10, 0x16, 255}

func (b *board) FrameIn(screen *image.RGBA, swapped bool) []image.Rectangle {
	if b.frame != screen {
		b.frame, b.swapped = screen, swapped
		b.fill(screen.Rect, ground)
		left := screen.Rect
		left.Max.X /= 2
		b.fill(left, b.left)
	}
	changed := b.changed
	b.changed = nil
	return changed
}

func (b *board) fill(r image.Rectangle, c color.RGBA) {
	if b.swapped {
		c.R, c.B = c.B, c.R
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			b.frame.SetRGBA(x, y, c)
		}
	}
	b.changed = append(b.changed, r)
}

// showing is a window that shows a board on a screen.
type showing struct {
	*testing.T
	screen screen
	app    *App
	window *window
	board  *board
}

// show opens a window, runs the steps, each until it reports true, and closes it.
func show(t *testing.T, s screen, steps ...func(*showing) bool) {
	t.Helper()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := glfw.Init(); err != nil {
		t.Fatal(err)
	}
	own := test.NewTempApp(t)
	app := Use(own)
	defer fyne.SetCurrentApp(own)
	w := app.NewWindow("kpiwall").(*window)
	on := &showing{T: t, screen: s, app: app, window: w, board: &board{left: color.RGBA{0x0f, 0x4a, 0x3c, 255}}}
	w.SetContent(on.board)
	w.Resize(fyne.NewSize(320, 200))
	since := time.Now()
	app.OnTurn(func() time.Duration {
		switch {
		case len(steps) == 0:
			app.Quit()
		case steps[0](on):
			steps, since = steps[1:], time.Now()
		case time.Since(since) > 10*time.Second:
			t.Errorf("%d steps before the end nothing happens", len(steps))
			app.Quit()
		}
		return 10 * time.Millisecond
	})
	w.ShowAndRun()
	if err := app.Err(); err != nil {
		t.Error(err)
	}
}

// has reports whether the window has a colour, given as the screen has it, at a place.
func (s *showing) has(x, y int, want uint32) bool {
	left, top := s.window.glass.GetPos()
	return s.screen.at(left+x, top+y) == want
}

func TestWindow_ShowsItsPictureAndThenWhatChanges(t *testing.T) {
	for _, row := range []struct {
		name                string
		depth               int
		more                []string
		left, right, bright uint32
	}{
		{"24 bits", 24, nil, 0x0f4a3c, 0x0b1016, 0xff7058},
		{"24 bits, nothing shared", 24, []string{"-extension", "MIT-SHM"}, 0x0f4a3c, 0x0b1016, 0xff7058},
		{"16 bits", 16, nil, 2<<11 | 18<<5 | 7, 1<<11 | 4<<5 | 3, 31<<11 | 28<<5 | 11},
		{"30 bits", 30, nil, 60<<20 | 297<<10 | 241, 44<<20 | 64<<10 | 88, 1023<<20 | 449<<10 | 353},
	} {
		t.Run(row.name, func(t *testing.T) {
			show(
				t, newScreen(t, row.depth, row.more...),
				func(s *showing) bool { return s.has(10, 10, row.left) && s.has(310, 190, row.right) },
				func(s *showing) bool {
					s.board.fill(image.Rect(300, 180, 320, 200), color.RGBA{0xff, 0x70, 0x58, 255})
					s.window.canvas.Refresh(s.board)
					return true
				},
				func(s *showing) bool {
					return s.has(310, 190, row.bright) && s.has(299, 179, row.right) && s.has(10, 10, row.left)
				},
				func(s *showing) bool { s.window.Resize(fyne.NewSize(500, 400)); return true },
				func(s *showing) bool {
					return s.has(490, 390, row.right) && s.has(240, 390, row.left) && s.board.Size() == fyne.NewSize(500, 400)
				},
				func(s *showing) bool { s.window.SetFullScreen(true); return true },
				func(s *showing) bool { return s.screen.at(310, 470) == row.left && s.screen.at(630, 470) == row.right },
			)
		})
	}
}

func TestWindow_TellsWhyAScreenCannotBeDrawnOn(t *testing.T) {
	newScreen(t, 8)
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	if err := glfw.Init(); err != nil {
		t.Fatal(err)
	}
	own := test.NewTempApp(t)
	app := Use(own)
	defer fyne.SetCurrentApp(own)
	started := false
	app.Lifecycle().SetOnStarted(func() { started = true })
	app.NewWindow("kpiwall").ShowAndRun()
	if err := app.Err(); err == nil || !strings.Contains(err.Error(), "kiosk.visual") {
		t.Errorf("%v", err)
	}
	if started {
		t.Error("it has started")
	}
}

func TestDo_RunsOnTheLoopAndEndsItsWait(t *testing.T) {
	s := newScreen(t, 24)
	ran := make(chan time.Duration, 1)
	show(t, s, func(s *showing) bool {
		s.app.OnTurn(func() time.Duration { return time.Minute })
		begun := time.Now()
		go func() {
			time.Sleep(50 * time.Millisecond)
			fyne.DoAndWait(func() { ran <- time.Since(begun) })
			fyne.Do(s.app.Quit)
		}()
		return false
	})
	if took := <-ran; took > 10*time.Second {
		t.Errorf("it took %v", took)
	}
	fyne.SetCurrentApp(test.NewTempApp(t))
}

func TestDo_AfterTheEndWaitsForNobody(t *testing.T) {
	var app *App
	show(t, newScreen(t, 24), func(s *showing) bool { app = s.app; return true })
	app.Driver().DoFromGoroutine(func() { t.Error("it ran on what is gone") }, true)
}
