// Kpiwall shows a team's KPIs on an office TV: large-number tiles from a local
// SQLite store, coloured by whether each KPI is inside its target range.
//
// This file wires the packages together. It is the only one that imports
// fyne/app, and so the only one that needs C and a display.
package main

import (
	"context"
	_ "embed"
	"fmt"
	stdlog "log"
	"log/slog"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"time"
	_ "time/tzdata" // a small box may have no time zones of its own

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"
	"github.com/spf13/cobra"

	"kpiwall/data/board"
	"kpiwall/data/command"
	"kpiwall/data/config"
	"kpiwall/data/demo"
	"kpiwall/data/kpi"
	"kpiwall/data/live"
	"kpiwall/data/logfile"
	"kpiwall/themes"
	"kpiwall/ui"
	"kpiwall/ui/kiosk"
	_ "kpiwall/ui/locale"
	"kpiwall/ui/page"
)

//go:embed config.example.toml
var example []byte

// version is stamped by the build of a release.
var version = "0.1.0"

// patience is how long the program may take to end before it is cut off: Fyne
// now and then waits for ever at exit.
const patience = 3 * time.Second

// noDisplay is the exit status of a wall that finds no display: whoever starts it
// again and again may give up then.
const noDisplay = 3

// commandPatience is how long a command of the config may run.
const commandPatience = 30 * time.Second

// now is the time by the clock on the wall and nothing else. Go's times also
// carry the time since the start of the computer, and subtract that; it stands
// still while the computer sleeps, so that a number read before a night's sleep
// would look a minute old. The pulse alone wants it, since systemd counts so too.
func now() time.Time { return time.Now().Round(0) }

func main() {
	w := &wall{log: slog.New(slog.NewTextHandler(os.Stderr, nil))}
	env := command.Env{
		In: os.Stdin, Out: os.Stdout, Err: os.Stderr,
		Now: now, Example: example, Checks: []config.Check{themes.Check}, Version: version,
		Wall: w.run, Advice: advise,
	}
	root := command.New(env)
	w.flags(root)
	run := &cobra.Command{
		Use: "run", Short: "Show the wall; what kpiwall does without a command", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return w.run(cmd.Context(), command.PathsOf(cmd)) },
	}
	w.flags(run)
	root.AddCommand(run, w.shotCommand(), command.Docs(env))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	status := command.Execute(ctx, root, os.Args[1:])
	stop()
	if w.displayless {
		status = noDisplay
	}
	os.Exit(status)
}

// advise says what people could not read on the usual TV.
func advise(c *config.Config) []string {
	windowless()
	return page.Lint(demo.Sample(c, now()), fyne.NewSize(1920, 1080))
}

// windowless makes the app that measuring and drawing text needs. It opens no
// display.
func windowless() { app.NewWithID("org.kpiwall.shot") }

// wall is the command that shows the wall, with its flags.
type wall struct {
	windowed bool
	page     string
	asOf     string
	log      *slog.Logger
	crash    *logfile.Crash // of an earlier run, not told before

	displayless bool // the run ended for want of a display
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
		Config: p.Config, Store: p.Store, State: logfile.Folder(), Example: example,
		Checks: []config.Check{themes.Check}, Now: now, Log: w.log,
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
	log, closeLog := logfile.New(os.Stderr, logfile.Folder())
	defer closeLog.Close()
	w.log = log
	stdlog.SetFlags(0)
	stdlog.SetOutput(logfile.Libraries(log, now))
	l, err := w.live(p)
	if err != nil {
		return err
	}
	if err := kiosk.Open(func() { log.Error("the display is gone, and the wall with it") }); err != nil {
		w.displayless = true
		return err
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	app.SetMetadata(fyne.AppMetadata{ID: "org.kpiwall.wall", Name: "kpiwall", Version: version, Migrations: map[string]bool{"fyneDo": true}})
	a := app.NewWithID("org.kpiwall.wall")
	window := a.NewWindow("kpiwall")
	k := kiosk.New(window, !w.windowed)
	desk := &live.Desk{Live: l, Do: k.Do}
	screen := w.screen(window, k, desk, cancel)
	pulse := kiosk.NewPulse(log)
	w.watchCrashes()
	l.Show = w.show(screen, desk, k, pulse)

	failed := make(chan error, 1)
	window.SetCloseIntercept(cancel)
	a.Lifecycle().SetOnStarted(func() { w.start(ctx, cancel, l, k, screen, pulse, failed) })
	window.ShowAndRun()
	cancel()
	return <-failed
}

// start begins what runs beside the interface, until ctx ends, which the end of
// the running board brings about; how that ended goes to failed.
func (w *wall) start(ctx context.Context, cancel func(), l *live.Live, k *kiosk.Kiosk, screen *ui.Wall, pulse *kiosk.Pulse, failed chan error) {
	k.OnTick(func() {
		screen.Tick()
		pulse.Tick(time.Now())
	}, screen.Calm)
	k.Watch()
	go func() {
		failed <- l.Run(ctx)
		cancel()
	}()
	go k.LogStats(ctx, w.log)
	go func() {
		<-ctx.Done()
		time.AfterFunc(patience, func() { w.cutOff(failed) })
		pulse.Stopping()
		k.Quit()
	}()
}

// cutOff ends the process, with the status that it would have come to.
func (w *wall) cutOff(failed <-chan error) {
	select {
	case err := <-failed:
		if err != nil {
			w.log.Error("the wall ended", "error", err)
			os.Exit(command.Failed)
		}
	default: // somebody asked for the end, and the store does not answer
	}
	os.Exit(command.Done)
}

// watchCrashes has crashes reported, and says in the log how an earlier run ended.
func (w *wall) watchCrashes() {
	crash, err := logfile.WatchCrashes(logfile.Folder())
	if err != nil {
		w.log.Warn("crashes are not reported", "error", err)
	}
	if crash != nil {
		w.log.Error("the wall crashed before", "at", crash.At, "reason", crash.Reason, "report", crash.Report)
	}
	w.crash = crash
}

// tellCrash says it on the wall, in the board's zone. The report's path has no
// room there.
func (w *wall) tellCrash(screen *ui.Wall, zone *time.Location) {
	if w.crash != nil {
		screen.Announce("The wall crashed at " + w.crash.At.In(zone).Format("2 Jan 15:04") + " and started again; its log says more")
	}
}

// screen puts a wall into the window and connects its keys.
func (w *wall) screen(window fyne.Window, k *kiosk.Kiosk, desk ui.Desk, quit func()) *ui.Wall {
	screen := ui.NewWall(now, desk)
	screen.OnQuit = quit
	screen.OnFullScreen = k.Toggle
	screen.OnDraw = k.Changed
	screen.OnMove = k.Awake
	screen.OnSleep = w.runCommand
	window.SetPadded(false)
	window.SetMaster()
	window.SetContent(screen.Content())
	window.Resize(fyne.NewSize(1280, 720))
	window.Canvas().SetOnTypedKey(screen.TypedKey)
	window.Canvas().SetOnTypedRune(screen.TypedRune)
	window.Canvas().Focus(screen.Keyboard())
	return screen
}

// runCommand runs what the config wants run when the wall falls asleep or wakes.
func (w *wall) runCommand(words []string) {
	if len(words) == 0 {
		return
	}
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), commandPatience)
		defer cancel()
		if out, err := exec.CommandContext(ctx, words[0], words[1:]...).CombinedOutput(); err != nil {
			w.log.Warn("the sleep command failed", "command", words, "error", err, "output", string(out))
		}
	}()
}

// show returns what takes boards from the refresh loop to the screen.
func (w *wall) show(screen *ui.Wall, desk *live.Desk, k *kiosk.Kiosk, pulse *kiosk.Pulse) func(*board.Board) {
	seen := &logfile.Troubles{Log: w.log, Now: now}
	first, theme := true, themes.NewTheme(themes.Of(config.Screen{}))
	fyne.CurrentApp().Settings().SetTheme(theme)
	return func(b *board.Board) {
		desk.SetConfig(b.Config)
		seen.See(b.TroubleTexts())
		k.Do(func() {
			theme.Use(themes.Of(b.Config.Screen))
			if first {
				w.tellCrash(screen, b.Config.Calendar.Zone)
			}
			screen.SetBoard(b)
			pulse.Shown(time.Now())
			if first && w.page != "" && !screen.ShowPage(w.page) {
				w.log.Warn("there is no such page", "page", w.page)
			}
			first = false
		})
	}
}

// shotCommand draws a page to a PNG file, without a display.
func (w *wall) shotCommand() *cobra.Command {
	var size, out string
	var all bool
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
			windowless()
			if all {
				return ui.Gallery(b, now(), out)
			}
			return ui.SaveShot(b, w.page, width, height, now(), out)
		},
	}
	w.viewFlags(cmd)
	cmd.Flags().StringVar(&size, "size", "1920x1080", "width and height in `pixels`")
	cmd.Flags().StringVarP(&out, "output", "o", "kpiwall.png", "the PNG `file` to write; a folder with --all")
	cmd.Flags().BoolVar(&all, "all", false, "draw every page in every theme, style and usual size")
	return cmd
}
