package command

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/assets"
	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// firstBoard is which board init writes. Without a flag that is a short one: somebody who
// hangs up a wall has to read all of it, which nobody does with the reference of
// every setting, and to throw it away, since it is another company's.
type firstBoard struct {
	empty, example bool
	department     string
}

// initCommand is the only command that makes a store. Any other one would, with
// a mistyped path, start an empty store and show a wall without values.
func initCommand(env Env) *cobra.Command {
	var b firstBoard
	cmd := &cobra.Command{
		Use:   "init",
		Short: "Write a first configuration and make an empty store, where there is none",
		Long: "Write a first configuration and make an empty store; what is there already stays as it is. The configuration is a\n" +
			"short board that shows how KPIs are written, or that of a department: " + strings.Join(assets.Departments(), ", ") + ".\n" +
			"Its targets are examples to be replaced. --example writes the reference, in which every setting is explained.",
		Args: arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return env.init(cmd, b) },
	}
	cmd.Flags().BoolVar(&b.empty, "empty", false, "a board without KPIs, for those that kpiwall add appends")
	cmd.Flags().BoolVar(&b.example, "example", false, "the board of an imaginary company, and the reference of every setting")
	cmd.Flags().StringVar(&b.department, "department", "", "the board of a `department`, such as support")
	return cmd
}

func (e Env) init(cmd *cobra.Command, b firstBoard) error {
	p := PathsOf(cmd)
	e.speech() // of now: that of the board is nobody's choice
	text, chosen, err := e.boardOf(b)
	if err != nil {
		return err
	}
	err = writeNew(p.Config, localized(text, words.Environment(os.Getenv)))
	if chosen && errors.Is(err, fs.ErrExist) {
		return finding.New("init.taken", finding.Args{"Path": p.Config})
	}
	if err := e.made("config", p.Config, err); err != nil {
		return err
	}
	if err := e.made("store", p.Store, store.Create(cmd.Context(), p.Store)); err != nil {
		return err
	}
	return e.say("init.next", words.Args{"Path": p.Config})
}

// Begin is init for a wall on which somebody wants a board of their own: the short one,
// in the language of the environment. Where there is a config it does nothing, and the
// error is an [fs.ErrExist].
func Begin(ctx context.Context, p Paths) error {
	if _, err := os.Lstat(p.Config); err == nil {
		return fileProblem(p.Config, "file.failed", finding.Args{"Why": fs.ErrExist}, fs.ErrExist)
	}
	// The wall opens the store as soon as there is a config.
	if err := store.Create(ctx, p.Store); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	text, _ := assets.Board(assets.Start)
	return writeNew(p.Config, localized(text, words.Environment(os.Getenv)))
}

// boardOf returns the text of a board, and whether somebody has chosen it.
func (e Env) boardOf(b firstBoard) (text []byte, chosen bool, err error) {
	names := assets.Departments()
	text, known := assets.Board(b.name())
	switch {
	case b.flags() > 1:
		return nil, false, Usage(finding.New("init.one", nil))
	case b.example:
		return e.Example, true, nil
	case !known || b.department != "" && !slices.Contains(names, b.department):
		return nil, false, Usage(finding.New("init.department", finding.Args{
			"Given": b.department, "Meant": config.Nearest(b.department, names), "Accepted": names,
		}))
	}
	return text, b.flags() > 0, nil
}

// name returns the board's name among those of package assets.
func (b firstBoard) name() string {
	if b.empty {
		return assets.Empty
	}
	return cmp.Or(b.department, assets.Start)
}

// flags counts what was said of the board.
func (b firstBoard) flags() (n int) {
	for _, given := range []bool{b.empty, b.example, b.department != ""} {
		if given {
			n++
		}
	}
	return n
}

// made says what became of a file. That it was there already is no error.
func (e Env) made(what, path string, err error) error {
	id := "init." + what
	if errors.Is(err, fs.ErrExist) {
		id, err = id+".there", nil
	}
	if err != nil {
		return err
	}
	return e.say(id, words.Args{"Path": path})
}

// localized returns a board with numbers and words as tag writes them, such as
// "de-DE": the locale that it mentions becomes one that it sets.
func localized(board []byte, tag string) []byte {
	locale, err := kpi.ParseLocale(tag)
	if err != nil || !strings.Contains(tag, "-") {
		return board
	}
	mentioned := regexp.MustCompile(`(?m)^#locale = ".*"$`)
	return mentioned.ReplaceAll(board, []byte(`locale = "`+locale.Tag+`"`))
}

// writeNew writes a file that does not exist yet, and the folders above it. Only
// the user may read it: the hash of a PIN may come to stand in it.
func writeNew(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fileError(filepath.Dir(path), err)
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return fileError(path, err)
	}
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		os.Remove(path) // half a configuration is worse than none
		return fileError(path, err)
	}
	return nil
}
