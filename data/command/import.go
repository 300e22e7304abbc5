package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/sheet"
	"kpiwall/data/words"
)

// importCommand records all or nothing, unless somebody asks for the good lines. A
// half-imported file would leave a wall on which nobody knows which tiles are up to date.
func importCommand(env Env) *cobra.Command {
	im := importing{env: env}
	var flags importFlags
	cmd := &cobra.Command{
		Use:   "import FILE…",
		Short: "Record the values of CSV files and workbooks",
		Long: "Record the values of CSV files and workbooks (.xlsx), - for standard input, all of them or, where anything is wrong, none.\n" +
			"The header names the columns: date,kpi,value and optionally note, source, by; or date and a KPI for each column; or kpi and a period for each column.\n" +
			"The cells of a column are all read in one way, which the file shows; a column that contradicts itself is refused.\n" +
			"Values that are unusual for their KPI are asked about at a terminal, and otherwise recorded with --yes alone.\n" +
			"Importing a file again changes nothing; a corrected file corrects.",
		Args: arguments(1, -1),
		RunE: func(cmd *cobra.Command, files []string) (err error) {
			if im.cfg, err = env.loadConfig(cmd); err != nil {
				return err
			}
			if im.options, err = flags.options(env, im.cfg, cmd.Flags().Changed); err != nil {
				return err
			}
			im.options.Renamed = env.renamed(cmd)
			im.partial = flags.partial
			if im.files, err = env.sources(cmd.Context(), files); err != nil {
				return err
			}
			defer closeAll(im.files)
			return im.run(cmd.Context(), env.recorder(cmd, im.cfg))
		},
	}
	flags.add(cmd)
	cmd.Flags().BoolVar(&im.try, "dry-run", false, "say what would be recorded, and record nothing")
	cmd.Flags().BoolVar(&im.yes, "yes", false, "record unusual values without a question")
	return cmd
}

// importing is the import of some files.
type importing struct {
	env               Env
	cfg               *config.Config
	options           sheet.Options
	try, yes, partial bool
	files             []source

	problems problems
	notes    []finding.Finding
}

// run reads the files and records them in one transaction. What is doubtful it asks
// about, and reads them once more then: nobody waits for the store meanwhile.
func (im *importing) run(ctx context.Context, r *record.Recorder) error {
	done, err := im.load(ctx, r)
	if err != nil {
		return err
	}
	if im.problems.count > 0 {
		im.problems.print(im.env.Err, im.env.speech())
	}
	if err := im.report(done); err != nil {
		return err
	}
	if doubts := len(done.Doubts) > 0 && !im.yes; doubts && !im.try && im.asks() {
		yes, err := im.env.confirm(ctx, im.env.speech().Say("import.ask", nil))
		if err != nil {
			return err
		}
		if !yes {
			return finding.New("import.declined", nil)
		}
		im.yes = true
		if done, err = im.load(ctx, r); err != nil {
			return err
		}
		if err := im.say(done); err != nil {
			return err
		}
	} else if doubts {
		return finding.New("import.doubtful", finding.Args{"Count": unusualIn(done.Doubts)})
	}
	if im.problems.count > 0 {
		return finding.New("import.partial", finding.Args{"Count": im.problems.count})
	}
	return nil
}

// asks reports whether somebody is there to answer.
func (im *importing) asks() bool {
	return im.env.Person && !slices.ContainsFunc(im.files, func(s source) bool { return s.name == "-" })
}

// load reads the files, and records them unless something speaks against it.
func (im *importing) load(ctx context.Context, r *record.Recorder) (record.Imported, error) {
	im.problems, im.notes = problems{}, nil
	var names []string
	for _, f := range im.files {
		names = append(names, f.name)
	}
	return r.Import(ctx, record.Import{
		Name: strings.Join(names, ", "), Values: im.inputs(), Progress: im.progress(), Try: im.try, Doubted: im.yes,
	})
}

// inputs yields the values of the files as they are to be recorded, and where
// there was any problem an error at the end.
func (im *importing) inputs() iter.Seq2[record.Input, error] {
	kpis := map[string]*kpi.KPI{}
	for k := range im.cfg.Recorded {
		kpis[k.ID] = k
	}
	return func(yield func(record.Input, error) bool) {
		good := 0
		for v, err := range im.read() {
			good++
			in := record.Input{
				KPI: kpis[v.KPI], Typed: kpi.Typed{Number: v.Number, Sized: true, Bare: v.Bare}, At: v.At, Whole: v.Whole,
				Note: v.Note, By: v.EnteredBy, Source: v.Source,
			}
			if !yield(in, err) {
				return
			}
		}
		if err := im.verdict(good); err != nil {
			yield(record.Input{}, err)
		}
	}
}

// read yields the values of all files. Problems are collected, and all
// are looked for, though with one of them nothing will be recorded. An error is
// one after which reading cannot go on.
func (im *importing) read() iter.Seq2[sheet.Value, error] {
	return func(yield func(sheet.Value, error) bool) {
		for _, file := range im.files {
			f, err := file.open()
			if err != nil {
				yield(sheet.Value{}, err)
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
func (im *importing) readFile(name string, f io.ReadSeeker, yield func(sheet.Value, error) bool) bool {
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
		}
		if !yield(v, err) {
			return false
		}
	}
	return true
}

// verdict is the error of the files as a whole: any problem, or with --partial one of
// those after which nobody knows which lines are good, if any is.
func (im *importing) verdict(good int) error {
	if im.problems.count == 0 || im.partial && good > 0 && !im.problems.whole() {
		return nil
	}
	im.problems.print(im.env.Err, im.env.speech())
	return finding.New("import.refused", finding.Args{"Count": im.problems.count})
}

// progress tells a person who waits at a terminal how far it is.
func (im *importing) progress() func(rows int) {
	f := Terminal(im.env.Err)
	if f == nil {
		return nil
	}
	return func(rows int) {
		fmt.Fprintf(f, "\r%s\r", im.env.speech().Say("import.progress", words.Args{"Count": rows}))
	}
}
