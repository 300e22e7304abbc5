// Kpiwall shows a team's KPIs on an office TV: large-number tiles from a local
// SQLite store, coloured by whether each KPI is inside its target range.
//
// This package wires the others together: the commands here in main.go, the wall
// from its start to its end in wall.go. It is the only one that imports fyne/app.
package main

import (
	"context"
	_ "embed"
	"fmt"
	"log/slog"
	"os"
	"os/user"
	"time"
	_ "time/tzdata" // a small box may have no time zones of its own

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/mattn/go-isatty"
	"github.com/spf13/cobra"

	"kpiwall/data/command"
	"kpiwall/data/config"
	"kpiwall/data/demo"
	"kpiwall/data/doctor"
	"kpiwall/data/engine"
	"kpiwall/data/finding"
	"kpiwall/data/logfile"
	"kpiwall/data/watch"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui/detail"
	_ "kpiwall/ui/locale"
	"kpiwall/ui/page"
)

//go:embed config.example.toml
var example []byte

// version is stamped by the build of a release.
var version = "0.1.0"

// now is the time by the clock on the wall and nothing else. Go's times also
// carry the time since the start of the computer, and subtract that; it stands
// still while the computer sleeps, so that a number read before a night's sleep
// would look a minute old. The pulse alone wants it, since systemd counts so too.
func now() time.Time { return time.Now().Round(0) }

func main() {
	errs, over := terminal()
	findHome()
	w := &wall{log: slog.New(slog.NewTextHandler(errs, nil))}
	env := command.Env{
		In: os.Stdin, Out: os.Stdout, Err: errs, Person: isatty.IsTerminal(os.Stdin.Fd()) && isatty.IsTerminal(os.Stderr.Fd()),
		Now: now, Example: example, Checks: []config.Check{themes.Check}, Version: version,
		Wall: w.run, Advice: advise,
	}
	root := command.New(env)
	w.flags(root.Command)
	run := &cobra.Command{
		Use: "run", Short: "Show the wall; what kpiwall does without a command", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return w.run(cmd.Context(), command.PathsOf(cmd)) },
	}
	w.flags(run)
	root.AddCommand(run, w.shotCommand(), keepCommand(), command.Docs(env))
	ctx, stop := untilSignal()
	status := command.Execute(ctx, root, os.Args[1:])
	stop()
	if w.displayless {
		status = noDisplay
	}
	over(status)
	os.Exit(status)
}

// advise says what people could not read on screens of some sizes, such as 1920x1080.
func advise(c *config.Config, screens []string) ([]finding.Finding, error) {
	windowless()
	sample := demo.Sample(c, now())
	sample.Demo = false // the real board has the room that the badge would take
	var sizes []fyne.Size
	var views []page.View
	for _, screen := range screens {
		width, height, err := parseSize(screen)
		if err != nil {
			return nil, err
		}
		size := fyne.NewSize(float32(width), float32(height))
		sizes = append(sizes, size)
		views = append(views, page.View{Size: size, Board: sample, Palette: themes.Of(c.Screen), Now: sample.Now})
	}
	return append(page.Lint(sample, sizes...), detail.Lint(views...)...), nil
}

// parseSize reads the size of a screen.
func parseSize(text string) (width, height int, err error) {
	n, err := fmt.Sscanf(text, "%dx%d", &width, &height)
	if n != 2 || err != nil || min(width, height) < 100 || max(width, height) > 10000 {
		return 0, 0, command.Usage(fmt.Errorf("--size %q: write width x height in pixels from 100 to 10000, such as 1920x1080", text))
	}
	return width, height, nil
}

// windowless makes the app that measuring and drawing text needs. It opens no
// display.
func windowless() {
	if cache, err := os.UserCacheDir(); err == nil {
		_ = os.MkdirAll(cache, 0o700) // Fyne complains of a new account that has none
	}
	app.NewWithID("org.kpiwall.shot")
}

// findHome looks up the user's home where whoever starts the program does not say
// it: a wall without one would show the example board.
func findHome() {
	if _, err := os.UserHomeDir(); err == nil {
		return
	}
	if u, err := user.Current(); err == nil && u.HomeDir != "" {
		os.Setenv("HOME", u.HomeDir)
	}
}

func (w *wall) flags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&w.windowed, "windowed", false, "show the wall in a window rather than full screen")
	w.viewFlags(cmd)
}

func (w *wall) viewFlags(cmd *cobra.Command) {
	cmd.Flags().StringVar(&w.page, "page", "", "the `id` of the page to show first")
	cmd.Flags().StringVar(&w.asOf, "as-of", "", "show the board as it stood at the end of a `day`: yesterday, 2026-06-30, or of a period: 2026-06")
}

// engine returns the running board for the files p.
func (w *wall) engine(p command.Paths) (*engine.Engine, error) {
	e := &engine.Engine{
		Config: p.Config, Store: p.Store, State: logfile.Folder(), Example: example,
		Checks: []config.Check{themes.Check}, Now: now, Log: w.log,
		Locale: words.In(words.Environment(os.Getenv)).Locale(),
		Watch: func(ctx context.Context, paths ...string) config.Watch {
			return watch.New(ctx, doctor.Local, paths...)
		},
	}
	if w.asOf == "" {
		return e, nil
	}
	var err error
	e.AsOf, err = command.ParseDay(p, w.asOf, now())
	return e, err
}
