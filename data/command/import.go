package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/sheet"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// importCommand records all or nothing. A half-imported file would leave a wall
// on which nobody knows which tiles are up to date.
func importCommand(env Env) *cobra.Command {
	var dry bool
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Record the values of CSV files and workbooks",
		Long: "Record the values of CSV files and workbooks (.xlsx), - for standard input, all of them or, where anything is wrong, none.\n" +
			"The header names the columns: date,kpi,value and optionally note, source, by; or date and a KPI for each column; or kpi and a period for each column.\n" +
			"The cells of a column are all read in one way, which the file shows; a column that contradicts itself is refused.\n" +
			"Importing a file again changes nothing; a corrected file corrects.",
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, files []string) error {
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			im := importing{env: env, cfg: cfg}
			if im.options, err = flags.options(env, cfg); err != nil {
				return err
			}
			if im.files, err = env.sources(cmd.Context(), files); err != nil {
				return err
			}
			defer closeAll(im.files)
			if dry {
				return im.check(cmd.Context())
			}
			return im.write(cmd.Context(), env.recorder(cmd, cfg), strings.Join(files, ", "))
		},
	}
	flags.add(cmd)
	cmd.Flags().BoolVar(&dry, "dry-run", false, "only look for problems")
	return cmd
}

// importing is the import of some files.
type importing struct {
	env      Env
	cfg      *config.Config
	options  sheet.Options
	files    []source
	values   int
	problems problems
	notes    []finding.Finding
	kpis     map[string]bool
}

// check reads the files and records nothing.
func (im *importing) check(ctx context.Context) error {
	for _, err := range im.read() {
		if ctx.Err() != nil {
			return errInterrupted
		}
		if err != nil {
			return err
		}
	}
	if err := im.verdict(); err != nil {
		return err
	}
	if err := im.env.say("import.dry", words.Args{"Values": im.values, "KPIs": len(im.kpis)}); err != nil {
		return err
	}
	return im.env.printFindings(im.env.Out, im.notes)
}

// write reads the files and records them in one transaction.
func (im *importing) write(ctx context.Context, r *record.Recorder, name string) error {
	done, err := r.Import(ctx, record.Import{
		Name: name, Values: im.inputs(), Progress: im.progress(),
	})
	if err != nil {
		return err
	}
	err = im.env.say("import.done", words.Args{
		"Values": im.values, "KPIs": len(im.kpis), "New": done.New, "Corrected": done.Corrected, "Unchanged": done.Unchanged,
	})
	if err != nil {
		return err
	}
	return im.env.printFindings(im.env.Out, append(im.notes, done.Doubts...))
}

// inputs yields the values of the files as they are to be recorded, and where
// there was any problem an error at the end.
func (im *importing) inputs() iter.Seq2[record.Input, error] {
	kpis := map[string]*kpi.KPI{}
	for i := range im.cfg.KPIs {
		kpis[im.cfg.KPIs[i].ID] = &im.cfg.KPIs[i]
	}
	return func(yield func(record.Input, error) bool) {
		for v, err := range im.read() {
			in := record.Input{
				KPI: kpis[v.KPI], Typed: kpi.Typed{Number: v.Number}, At: v.At,
				Note: v.Note, By: v.EnteredBy, Source: v.Source,
			}
			if !yield(in, err) {
				return
			}
		}
		if err := im.verdict(); err != nil {
			yield(record.Input{}, err)
		}
	}
}

// read yields the values of all files. Problems are collected, and all
// are looked for, though with one of them nothing will be recorded. An error is
// one after which reading cannot go on.
func (im *importing) read() iter.Seq2[store.Value, error] {
	im.kpis = map[string]bool{}
	return func(yield func(store.Value, error) bool) {
		for _, file := range im.files {
			f, err := file.open()
			if err != nil {
				yield(store.Value{}, err)
				return
			}
			more := im.readFile(file.name, f, yield)
			f.Close()
			if !more {
				return
			}
		}
	}
}

// readFile yields the values of one file; it returns false where nobody wants more.
func (im *importing) readFile(name string, f io.ReadSeeker, yield func(store.Value, error) bool) bool {
	for v, err := range sheet.Read(name, f, im.cfg, im.options) {
		var problem *finding.Error
		switch {
		case errors.As(err, &problem):
			if problem.Finding.Severity == finding.Note {
				im.notes = append(im.notes, problem.Finding)
			} else {
				im.problems.add(problem)
			}
			continue
		case err != nil:
			err = fileError(name, err)
		default:
			im.values++
			im.kpis[v.KPI] = true
		}
		if !yield(v, err) {
			return false
		}
	}
	return true
}

// verdict prints the problems of the files, and is the error of them as a whole.
func (im *importing) verdict() error {
	if im.problems.count == 0 {
		return nil
	}
	im.problems.print(im.env.Err, im.env.speech())
	return finding.New("import.refused", finding.Args{"Count": im.problems.count})
}

// progress tells a person who waits at a terminal how far it is.
func (im *importing) progress() func(rows int) {
	var f *os.File
	if t, ok := im.env.Err.(*terminal); ok {
		f, _ = t.to.(*os.File)
	}
	if f == nil {
		return nil
	}
	if info, err := f.Stat(); err != nil || info.Mode()&os.ModeCharDevice == 0 {
		return nil
	}
	return func(rows int) {
		fmt.Fprintf(f, "\r%s\r", im.env.speech().Say("import.progress", words.Args{"Count": rows}))
	}
}
