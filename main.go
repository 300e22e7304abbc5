// Kpiwall shows a team's KPIs on an office TV: large-number tiles from a local
// SQLite store, coloured by whether each KPI is inside its target range.
//
// This file wires the packages together. It is the only one that imports
// fyne/app, and so the only one that needs C and a display.
package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"image/png"
	"log/slog"
	"os"
	"os/signal"
	"strings"
	"syscall"
	"time"
	_ "time/tzdata" // a small box may have no time zones of its own

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"kpiwall/data/board"
	"kpiwall/data/command"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/live"
	"kpiwall/themes"
	"kpiwall/ui"
	"kpiwall/ui/kiosk"
	_ "kpiwall/ui/locale"
)

//go:embed config.example.toml
var example []byte

const version = "0.1.0"

// patience is how long the program may take to end before it is cut off: Fyne
// now and then waits for ever at exit.
const patience = 3 * time.Second

func main() {
	w := &wall{log: slog.New(slog.NewTextHandler(os.Stderr, nil))}
	env := command.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Now: time.Now, Example: example, Checks: []config.Check{checkTheme}, Version: version,
		Wall: w.run,
	}
	root := command.New(env)
	w.flags(root)
	run := &cobra.Command{
		Use: "run", Short: "Show the wall; what kpiwall does without a command", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return w.run(cmd.Context(), command.PathsOf(cmd)) },
	}
	w.flags(run)
	root.AddCommand(run, w.shotCommand())
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := command.Execute(ctx, root, os.Args[1:])
	stop()
	os.Exit(status)
}

// checkTheme refuses a configuration that names a theme which does not exist.
func checkTheme(c *config.Config) config.Problems {
	if _, ok := themes.Named(c.Screen.Theme); ok {
		return nil
	}
	return config.Problems{c.Problem("screen.theme",
		fmt.Sprintf("there is no theme %q; use one of %s", c.Screen.Theme, strings.Join(themes.Names(), ", ")))}
}

// wall is the command that shows the wall, with its flags.
type wall struct {
	windowed bool
	page     string
	asOf     string
	log      *slog.Logger
}

func (w *wall) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&w.windowed, "windowed", false, "show the wall in a window rather than full screen")
	w.viewFlags(cmd)
}

func (w *wall) viewFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.page, "page", "", "the `id` of the page to show first")
	cmd.Flags().StringVar(&w.asOf, "as-of", "", "show the board as it stood at the end of a `day` such as 2026-06-30")
}

// live returns the running board for the files p.
func (w *wall) live(p command.Paths) (*live.Live, error) {
	l := &live.Live{
		Config: p.Config, Store: p.Store, Example: example,
		Checks: []config.Check{checkTheme}, Now: time.Now, Log: w.log,
	}
	if w.asOf == "" {
		return l, nil
	}
	day, err := kpi.ParseDate(w.asOf)
	if err != nil {
		return nil, command.Usage(fmt.Errorf("--as-of: %w", err))
	}
	l.AsOf = day
	return l, nil
}

// run shows the wall until it is closed.
func (w *wall) run(ctx context.Context, p command.Paths) error {
	l, err := w.live(p)
	if err != nil {
		return err
	}
	if os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("there is no display: start kpiwall in a desktop session, or set DISPLAY; " +
			"`kpiwall shot` draws a picture without one")
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	app.SetMetadata(fyne.AppMetadata{ID: "org.kpiwall.wall", Name: "kpiwall", Version: version, Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID("org.kpiwall.wall")
	window := a.NewWindow("kpiwall")
	kiosk, err := kiosk.New(window, !w.windowed)
	if err != nil {
		return fmt.Errorf("open the display: %w", err)
	}
	screen := w.screen(window, kiosk)
	l.Show = w.show(screen, a)

	failed := make(chan error, 1)
	a.Lifecycle().SetOnStarted(func() {
		kiosk.Watch()
		go func() {
			failed <- l.Run(ctx)
			fyne.Do(a.Quit)
		}()
		go tick(ctx, func() { fyne.Do(screen.Tick) })
	})
	go func() {
		<-ctx.Done()
		time.AfterFunc(patience, func() { os.Exit(command.Done) })
		fyne.Do(a.Quit)
	}()
	window.ShowAndRun()
	cancel()
	return <-failed
}

// screen puts a wall into the window and connects its keys.
func (w *wall) screen(window fyne.Window, k *kiosk.Kiosk) *ui.Wall {
	screen := ui.NewWall(time.Now)
	screen.OnQuit = window.Close
	screen.OnFullScreen = k.Toggle
	window.SetPadded(false)
	window.SetMaster()
	window.SetContent(screen.Content())
	window.Resize(fyne.NewSize(1280, 720))
	window.Canvas().SetOnTypedKey(screen.TypedKey)
	window.Canvas().SetOnTypedRune(screen.TypedRune)
	return screen
}

// show returns what takes boards from the refresh loop to the screen.
func (w *wall) show(screen *ui.Wall, a fyne.App) func(*board.Board) {
	first, theme := true, ""
	return func(b *board.Board) {
		fyne.Do(func() {
			if p, ok := themes.Named(b.Config.Screen.Theme); ok && p.Name != theme {
				a.Settings().SetTheme(themes.Theme{Palette: p})
				theme = p.Name
			}
			screen.SetBoard(b)
			if first && w.page != "" && !screen.ShowPage(w.page) {
				w.log.Warn("there is no such page", "page", w.page)
			}
			first = false
		})
	}
}

// tick calls do at every full second until ctx ends.
func tick(ctx context.Context, do func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Until(time.Now().Truncate(time.Second).Add(time.Second))):
			do()
		}
	}
}

// shotCommand draws a page to a PNG file, without a display.
func (w *wall) shotCommand() *cobra.Command {
	var size, out string
	cmd := &cobra.Command{
		Use: "shot", Short: "Draw a page to a PNG file, without a display", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			var width, height int
			if n, err := fmt.Sscanf(size, "%dx%d", &width, &height); n != 2 || err != nil || min(width, height) < 100 || max(width, height) > 10000 {
				return command.Usage(fmt.Errorf("--size %q: write width x height in pixels from 100 to 10000, such as 1920x1080", size))
			}
			l, err := w.live(command.PathsOf(cmd))
			if err != nil {
				return err
			}
			b, err := l.Once(cmd.Context())
			if err != nil {
				return err
			}
			return w.shot(b, width, height, out)
		},
	}
	w.viewFlags(cmd)
	cmd.Flags().StringVar(&size, "size", "1920x1080", "width and height in `pixels`")
	cmd.Flags().StringVarP(&out, "output", "o", "kpiwall.png", "the PNG `file` to write")
	return cmd
}

func (w *wall) shot(b *board.Board, width, height int, out string) error {
	app.NewWithID("org.kpiwall.shot")
	img, err := ui.Shot(b, w.page, width, height, time.Now())
	if err != nil {
		return err
	}
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write the picture: %w", err)
	}
	return errors.Join(png.Encode(f, img), f.Close())
}
