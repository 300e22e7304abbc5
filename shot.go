package main

import (
	"errors"
	"fmt"
	"os"

	"github.com/spf13/cobra"

	"kpiwall/data/command"
	"kpiwall/data/words"
	"kpiwall/ui"
)

// shooting is the command that draws pages to PNG files, without a display.
type shooting struct {
	wall              *wall
	size, out, filter string
	all               bool
}

func (w *wall) shotCommand() *cobra.Command {
	s := &shooting{wall: w}
	cmd := &cobra.Command{
		Use: "shot", Short: "Draw a page to a PNG file, without a display", Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error { return s.run(cmd) },
	}
	w.viewFlags(cmd)
	cmd.Flags().StringVar(&s.size, "size", "1920x1080", "width and height in `pixels`")
	cmd.Flags().StringVarP(&s.out, "output", "o", "kpiwall.png", "the PNG `file` to write; a folder with --all")
	cmd.Flags().BoolVar(&s.all, "all", false, "draw every page in every theme, style and usual size")
	cmd.Flags().StringVar(&s.filter, "filter", "", "with --all: only files with this `part` in their names, such as growth-*-1920x1080")
	return cmd
}

func (s *shooting) run(cmd *cobra.Command) error {
	width, height, err := parseSize(s.size)
	if err != nil {
		return err
	}
	if s.filter != "" && !s.all {
		return command.Usage(errors.New("--filter goes with --all"))
	}
	e, err := s.wall.engine(command.PathsOf(cmd))
	if err != nil {
		return err
	}
	b, err := e.Once(cmd.Context())
	if err != nil {
		return err
	}
	windowless()
	if !s.all {
		return ui.SaveShot(b, s.wall.page, width, height, now(), s.out)
	}
	g := ui.Gallery{Board: b, Now: now(), Filter: s.filter}
	if f := command.Terminal(cmd.ErrOrStderr()); f != nil {
		speech := words.In(words.Environment(os.Getenv))
		g.Progress = func(done, of int) {
			fmt.Fprintf(f, "\r%s\r", speech.Say("shot.progress", words.Args{"Count": done, "Total": of}))
		}
	}
	return g.Save(s.out)
}
