package main

import (
	"cmp"
	"context"
	stdlog "log"
	"log/slog"
	"os"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"

	"kpiwall/data/board"
	"kpiwall/data/command"
	"kpiwall/data/config"
	"kpiwall/data/engine"
	"kpiwall/data/logfile"
	"kpiwall/data/words"
	"kpiwall/themes"
	"kpiwall/ui"
	"kpiwall/ui/kiosk"
)

// exitTimeout is how long the program may take to end before it is cut off: Fyne
// now and then waits for ever at exit.
const exitTimeout = 3 * time.Second

// noDisplay is the exit status of a wall that finds no display: whoever starts it
// again and again may give up then.
const noDisplay = 3

// wall is the command that shows the wall, with its flags.
type wall struct {
	windowed bool
	page     string
	asOf     string
	log      *slog.Logger
	crash    *logfile.Crash // of an earlier run, not told before

	driver, wanted config.Driver // what draws, and what the config last wanted
	displayless    bool          // the run ended for want of a display
}

// run shows the wall until it is closed.
func (w *wall) run(ctx context.Context, p command.Paths) error {
	saveMemory()
	log, closeLog := logfile.New(os.Stderr, logfile.Folder())
	defer closeLog.Close()
	w.log = log
	stdlog.SetFlags(0)
	stdlog.SetOutput(logfile.Libraries(log, now))
	e, err := w.engine(p)
	if err != nil {
		return err
	}
	if err := kiosk.Open(func() { log.Error("the display is gone, and the wall with it") }); err != nil {
		w.displayless = true
		return err
	}
	a, why := w.newApp(p)
	log.Info("the wall starts", "version", version, "driver", w.driver.String(), "why", words.English().Finding(why))
	defer log.Info("the wall ends")
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()

	window := a.NewWindow("kpiwall")
	k := kiosk.New(window, !w.windowed)
	recorder := &engine.AsyncRecorder{Engine: e, Do: k.Do}
	screen := w.screen(window, k, recorder, cancel)
	screen.Files = w.files(ctx, p, k)
	pulse := kiosk.NewPulse(log)
	w.watchCrashes()
	e.Show = w.show(screen, recorder, k, pulse)

	course := newCourse(e.Run)
	course.begin(ctx, cancel)
	context.AfterFunc(ctx, func() { time.AfterFunc(exitTimeout, func() { w.cutOff(course.ended) }) })
	window.SetCloseIntercept(cancel)
	a.Lifecycle().SetOnStarted(func() { w.start(ctx, e, course, k, screen, pulse) })
	window.ShowAndRun()
	asked := ctx.Err() != nil // to end, and the window ended for that
	cancel()
	return cmp.Or(opened(a), course.result(asked))
}

// saveMemory has garbage collected early, unless somebody has set another measure: by
// itself Go would leave as much room to garbage as the frame takes, of which a wall
// makes next to none.
func saveMemory() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(30)
	}
}

// start begins what runs beside the interface, until ctx ends, which the end of
// the running board brings about. Where OpenGL cannot be had Fyne would go on without
// a window.
func (w *wall) start(ctx context.Context, e *engine.Engine, course *course, k *kiosk.Kiosk, screen *ui.Wall, pulse *kiosk.Pulse) {
	if course.shown = k.Shown(); !course.shown {
		k.Quit()
		return
	}
	k.OnTick(func() {
		screen.Tick()
		e.Tick()
		pulse.Tick(time.Now())
	}, screen.Calm)
	k.Watch()
	k.OnKeypad(screen.Keypad)
	go k.LogStats(ctx, w.log)
	go func() {
		<-ctx.Done()
		pulse.Stopping()
		k.Quit()
	}()
}

// cutOff ends the process, with the status that it would have come to.
func (w *wall) cutOff(ended <-chan error) {
	select {
	case err := <-ended:
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
		w.log.Error("previous run crashed", "at", crash.At, "reason", crash.Reason, "report", crash.Report)
	}
	w.crash = crash
}

// announceCrash says it on the wall, in the board's zone. The report's path has no
// room there.
func (w *wall) announceCrash(screen *ui.Wall, cfg *config.Config) {
	if w.crash != nil {
		screen.Announce(words.Of(cfg).Say("wall.crashed", words.Args{"When": w.crash.At.In(cfg.Calendar.Zone)}))
	}
}

// screen puts a wall into the window and connects its keys.
func (w *wall) screen(window fyne.Window, k *kiosk.Kiosk, recorder *engine.AsyncRecorder, quit func()) *ui.Wall {
	screen := ui.NewWall(now, recorder)
	screen.Past = recorder.Past
	screen.OnQuit = quit
	screen.OnFullScreen = k.Toggle
	screen.OnDraw = k.Changed
	screen.OnMove = k.Awake
	screen.OnSleep = w.sleepCommand
	screen.Soon = k.Do
	window.SetPadded(false)
	window.SetMaster()
	window.SetContent(screen.Content())
	window.Resize(fyne.NewSize(1280, 720))
	window.Canvas().SetOnTypedKey(screen.TypedKey)
	window.Canvas().SetOnTypedRune(screen.TypedRune)
	window.Canvas().Focus(screen.Content())
	return screen
}

// show returns what takes boards from the refresh loop to the screen.
func (w *wall) show(screen *ui.Wall, recorder *engine.AsyncRecorder, k *kiosk.Kiosk, pulse *kiosk.Pulse) func(*board.Board) {
	seen := &logfile.Troubles{Log: w.log, Now: now}
	first, theme := true, themes.NewTheme(themes.Of(config.Screen{}))
	fyne.CurrentApp().Settings().SetTheme(theme)
	return func(b *board.Board) {
		recorder.SetConfig(b.Config)
		seen.See(b.Findings)
		k.Do(func() {
			theme.Use(themes.Of(b.Config.Screen))
			if first {
				screen.Greet()
				w.announceCrash(screen, b.Config)
			}
			w.announceDriver(screen, b.Config)
			screen.SetBoard(b)
			pulse.Shown(time.Now())
			if first && w.page != "" && !screen.ShowPage(w.page) {
				w.log.Warn("there is no such page", "page", w.page)
			}
			first = false
		})
	}
}
