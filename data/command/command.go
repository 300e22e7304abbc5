// Package command holds kpiwall's terminal commands. They print to the writers
// of [Env] and return errors; only main ends the process.
package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/words"
)

// Exit statuses.
const (
	Done     = 0
	Failed   = 1 // the thing asked for could not be done
	WrongUse = 2 // the command was not understood
)

// Env is what commands have of the world around them.
type Env struct {
	In       io.Reader
	Out, Err io.Writer
	Person   bool // somebody sits at In and Err
	Now      func() time.Time
	Example  []byte         // the configuration that init --example writes
	Checks   []config.Check // problems of a configuration that other packages know of
	Version  string

	// Advice says what could be better about a good configuration on screens of some
	// sizes, such as "1920x1080"; nil says nothing.
	Advice func(c *config.Config, screens []string) ([]finding.Finding, error)

	// Wall runs when no command is named; nil prints the help instead.
	Wall func(ctx context.Context, p Paths) error

	data    io.Writer // Out as it is, for what is no text to read
	speaker *speaker
}

// Root is the root command.
type Root struct {
	*cobra.Command
	speaker *speaker
}

// New returns the root command with all commands of this package but [Docs]. Main adds
// that, its own commands and flags; [PathsOf] tells them which files are meant. The root
// is run by [Execute].
func New(env Env) *Root {
	cobra.MousetrapHelpText = "" // on Windows a double click is to show the wall
	env.data = env.Out
	env.speaker = &speaker{checks: env.Checks}
	env.Out, env.Err = printedOn(env.Out), printedOn(env.Err)
	root := &cobra.Command{
		Use:              "kpiwall",
		Short:            "A wall of large-number KPI tiles, and its values from the terminal",
		Version:          env.Version,
		SilenceErrors:    true,
		SilenceUsage:     true,
		Args:             noCommand,
		PersistentPreRun: func(cmd *cobra.Command, _ []string) { env.speaker.paths = PathsOf(cmd) },
		RunE: func(cmd *cobra.Command, _ []string) error {
			if env.Wall == nil {
				return cmd.Help()
			}
			return env.Wall(cmd.Context(), PathsOf(cmd))
		},
	}
	root.SetIn(env.In)
	root.SetOut(env.Out)
	root.SetErr(env.Err)
	root.SuggestionsMinimumDistance = 2 // letters; cobra's own default stands only where it reports the error
	root.CompletionOptions.HiddenDefaultCmd = true
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		return Usage(fmt.Errorf("%w; see `%s --help`", err, cmd.CommandPath()))
	})
	addPaths(root)
	root.AddCommand(putCommand(env), importCommand(env), exportCommand(env), listCommand(env),
		historyCommand(env), undoCommand(env), redoCommand(env), withdrawCommand(env), renameCommand(env), checkCommand(env), initCommand(env), addCommand(env), pinCommand(env),
		backupCommand(env), restoreCommand(env), doctorCommand(env), autostartCommand(env))
	return &Root{root, env.speaker}
}

// Execute runs root, made by [New], with args. Errors go to root's error
// writer, one line each. It returns the exit status. A root is executed once.
func Execute(ctx context.Context, root *Root, args []string) int {
	markUsage(root.Command)
	root.SetArgs(guardNumbers(root.Command, args))
	err := root.ExecuteContext(ctx)
	if err == nil {
		return Done
	}
	if errors.Is(err, context.Canceled) {
		err = errInterrupted
	}
	report(root.ErrOrStderr(), root.speaker.get(), err)
	var wrong *usageError
	if errors.As(err, &wrong) {
		return WrongUse
	}
	return Failed
}

// report prints err. Findings in a file come with the line that they are on.
func report(w io.Writer, speech *words.Speech, err error) {
	fs := finding.Of(err)
	if len(fs) > 0 && fs[0].Place.File != "" {
		fmt.Fprintln(w, speech.Report(fs))
		return
	}
	fmt.Fprintf(w, "kpiwall: %s\n", speech.Error(err))
}
