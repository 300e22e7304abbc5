package command

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// undoCommand goes by when a row was recorded, not by its date: what people
// regret is what they typed last.
func undoCommand(env Env) *cobra.Command {
	return stepCommand(env, step{
		last: (*record.Recorder).UndoLast, whole: (*record.Recorder).UndoBatch,
		done: "undo.done", none: "undo.none", nothing: "undo.empty", batch: "undo.whole", noBatch: "undo.no_import",
		standing: func(b store.Batch) bool { return b.TakenBack < b.Values },
	}, &cobra.Command{
		Use:   "undo KPI | --import [N]",
		Short: "Take back what was recorded last of a KPI, or a whole import",
		Long: "Take back what was recorded last of a KPI: the value before it stands again, or none where there was none. Once more goes back one more.\n" +
			"--import takes a whole import or round of entry back, the last import unless its number is given; `kpiwall history --imports` has the numbers. What was recorded since for the same moments stays.\n" +
			"Nothing is lost; `kpiwall redo` brings it back.",
		Example: "  kpiwall undo churn\n  kpiwall undo --import\n  kpiwall undo --import 12",
	})
}

// redoCommand brings back what undo took back.
func redoCommand(env Env) *cobra.Command {
	return stepCommand(env, step{
		last: (*record.Recorder).RedoLast, whole: (*record.Recorder).RedoBatch,
		done: "redo.done", none: "redo.none", nothing: "redo.empty", batch: "redo.whole", noBatch: "redo.no_import",
		standing: func(b store.Batch) bool { return b.TakenBack > 0 },
	}, &cobra.Command{
		Use:   "redo KPI | --import [N]",
		Short: "Bring back what was undone last of a KPI, or a whole import",
		Long: "Bring back what `kpiwall undo` took back last of a KPI, unless something was recorded since.\n" +
			"--import brings a whole import or round of entry back, the last import that was taken back unless its number is given.",
		Example: "  kpiwall redo churn\n  kpiwall redo --import 12",
	})
}

// step is one way through what was recorded: back, or forward again.
type step struct {
	last     func(r *record.Recorder, ctx context.Context, id, by string) (record.Undone, bool, error)
	whole    func(r *record.Recorder, ctx context.Context, batch int64, by string) (record.Reversed, error)
	standing func(store.Batch) bool // whether there is something to do of a batch

	// The messages that say what was done of a KPI, also where it has no value then,
	// and of a batch, and that there was nothing to do.
	done, none, nothing, batch, noBatch string
}

// lastImport is what --import means without a number.
const lastImport = "last"

func stepCommand(env Env, s step, cmd *cobra.Command) *cobra.Command {
	var by, number string
	cmd.Args = arguments(0, 1)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if number == lastImport && len(args) > 0 {
			number, args = args[0], nil // --import 12
		}
		id, err := strconv.ParseInt(strings.TrimPrefix(number, "#"), 10, 64)
		switch {
		case number != "" && (len(args) > 0 || number != lastImport && (err != nil || id < 1)):
			return Usage(fmt.Errorf("--import takes a number, such as %s --import 12; see `kpiwall history --imports`", cmd.Name()))
		case number == "" && len(args) == 0:
			return Usage(fmt.Errorf("usage: %s; see `%s --help`", cmd.UseLine(), cmd.CommandPath()))
		}
		cfg, err := env.loadConfig(cmd)
		if err != nil {
			return err
		}
		if number != "" {
			return env.reverse(cmd, cfg, s, id, by)
		}
		return env.step(cmd, cfg, s, args[0], by)
	}
	cmd.Flags().StringVar(&by, "by", "", "the `name` of who does it")
	cmd.Flags().StringVar(&number, "import", "", "a whole import or round of entry, by its `number`")
	cmd.Flags().Lookup("import").NoOptDefVal = lastImport
	return cmd
}

// step goes one step back or forward with a KPI, and says what stands there now.
func (e Env) step(cmd *cobra.Command, cfg *config.Config, s step, name, by string) error {
	k, err := e.find(cmd, cfg, name)
	if err != nil {
		return err
	}
	u, found, err := s.last(e.recorder(cmd, cfg), cmd.Context(), k.ID, by)
	if err != nil {
		return err
	}
	if !found {
		if k.Formula != nil {
			return nothingRecorded(k)
		}
		return finding.New(s.nothing, finding.Args{"Name": k.Name})
	}
	speech := e.speech()
	id := s.done
	if u.Value.Withdrawn {
		id = s.none
	}
	text := speech.Say(id, words.Args{
		"Name": k.Name, "At": u.Was.At.String(), "Was": written(speech, k, u.Was), "Is": written(speech, k, u.Value),
	})
	text = speech.Say("withdraw.several", words.Args{"Text": text, "Count": u.Count})
	return e.print(e.standing(speech, text, k, u))
}

// standing adds to text how the period stands after a step, and what it comes to where
// that is another number than the one that the step brought.
func (e Env) standing(speech *words.Speech, text string, k *kpi.KPI, u record.Undone) string {
	r := u.Reading
	if r == nil {
		return text
	}
	args := words.Args{
		"Text": text, "Period": speech.Period(u.Period, e.Now()), "Now": speech.ReadingText(r), "Status": speech.StatusText(r.Verdict, r),
	}
	if r.Has && (u.Value.Withdrawn || u.Value.Number != r.Raw) && !k.Judged {
		return speech.Say("undo.part", args)
	}
	return speech.Say("undo.period", args)
}

// reverse takes a whole import or round back, or brings it back; without a number it
// is the last import of which there is something to take or bring back.
func (e Env) reverse(cmd *cobra.Command, cfg *config.Config, s step, id int64, by string) error {
	ids := []int64{id}
	if id == 0 {
		ids = nil
		err := e.withStore(cmd, func(ctx context.Context, st *store.Store) error {
			list, err := st.Batches(ctx, store.ImportBatch, shownRows)
			for _, b := range list {
				if s.standing(b) {
					ids = append(ids, b.ID)
				}
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	err := error(finding.New(s.noBatch, nil))
	for _, id := range ids {
		var done record.Reversed
		if done, err = s.whole(e.recorder(cmd, cfg), cmd.Context(), id, by); err == nil {
			return e.reversed(cfg, s, done)
		}
		if !nothingLeft(err) {
			return err
		}
	}
	return err
}

// nothingLeft reports whether there was nothing of a batch to take or bring back.
func nothingLeft(err error) bool {
	var found *finding.Error
	return errors.As(err, &found) && strings.HasPrefix(found.Finding.Code, "batch.") && found.Finding.Code != "batch.none"
}

// reversed says what became of a batch, and what stayed as it was.
func (e Env) reversed(cfg *config.Config, s step, done record.Reversed) error {
	speech := e.speech()
	args := words.Args{"Number": done.Batch.ID, "What": speech.Source(done.Batch.Name), "Values": done.Values}
	if err := e.say(s.batch, args); err != nil || done.Left == 0 {
		return err
	}
	var named []string
	for _, v := range done.First {
		name := v.KPI
		if k := cfg.Defined(v.KPI); k != nil {
			name = k.Name
		}
		named = append(named, speech.Say("undo.left.one", words.Args{"Name": name, "At": v.At.String()}))
	}
	list := strings.Join(named, ", ")
	return e.say("undo.left", words.Args{"Count": done.Left, "List": speech.More(list, done.Left-len(named))})
}
