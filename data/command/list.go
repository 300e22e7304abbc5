package command

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"kpiwall/data/board"
	"kpiwall/data/config"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
	"kpiwall/data/words"
)

// listCommand evaluates by the same code as the wall, so that a script and a
// passer-by never disagree.
func listCommand(env Env) *cobra.Command {
	var asOf string
	var asJSON, measures, all bool
	cmd := &cobra.Command{
		Use:   "list",
		Short: "Show how every KPI stands, as the wall does",
		Args:  arguments(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := env.loadConfig(cmd)
			if err != nil {
				return err
			}
			var day kpi.Date
			if asOf != "" {
				if day, err = dates(cfg).Day(asOf, env.Now()); err != nil {
					return Usage(err)
				}
			}
			return env.withStore(cmd, func(ctx context.Context, st *store.Store) error {
				b, err := evaluate(ctx, env, cfg, st, day)
				if err != nil {
					return err
				}
				readings := inOrder(b, measures, all)
				if asJSON {
					return printJSON(env.Out, env.speech(), b, readings)
				}
				return env.printList(b, readings)
			})
		},
	}
	cmd.Flags().StringVar(&asOf, "as-of", "", "as the wall would have stood at the end of that `day`: yesterday, 24.11., 2026-11-30, or of a period: 2026-10, W47")
	cmd.Flags().BoolVar(&asJSON, "json", false, "as JSON, for other programs")
	cmd.Flags().BoolVar(&measures, "measures", false, "the measures, which no tile shows, in place of the KPIs")
	cmd.Flags().BoolVar(&all, "all", false, "what has retired as well, at the end")
	return cmd
}

// evaluate builds the board of now, or with a day that of its end.
func evaluate(ctx context.Context, env Env, cfg *config.Config, st *store.Store, day kpi.Date) (*board.Board, error) {
	src := board.FromStore(st)
	if day.IsZero() {
		return board.Build(ctx, cfg, src, env.Now())
	}
	return board.BuildAsOf(ctx, cfg, src, day, env.Now())
}

// printList writes a line for each reading, and what speaks against them.
func (e Env) printList(b *board.Board, readings []*board.Reading) error {
	speech := e.speech()
	t := table{
		head:  heading(speech, "kpi", "name", "period", "value", "status", "target", "change", "warning"),
		right: map[int]bool{3: true, 6: true},
	}
	for _, r := range readings {
		t.add(r.KPI.ID, r.KPI.Name, periodID(b, r), number(speech, r), status(speech, r),
			speech.TargetText(r), speech.ReadingChange(r), warning(speech, r))
	}
	if err := t.print(e.Out); err != nil {
		return err
	}
	return e.printFindings(e.Out, b.Findings)
}

// number says the number of a reading, and where that is zero because there is none.
func number(speech *words.Speech, r *board.Reading) string {
	if r.Zero {
		return speech.Say("list.none_recorded", words.Args{"Text": speech.ReadingText(r)})
	}
	return speech.ReadingText(r)
}

// status says how a reading stands, and how an overdue one stood last.
func status(speech *words.Speech, r *board.Reading) string {
	if r.KPI.Measure && r.Status == kpi.NoTarget { // which it never has
		return ""
	}
	if r.KPI.RetiredOn(r.Today) {
		return speech.Say("list.retired", words.Args{"Day": r.KPI.Retired.String()})
	}
	text := speech.StatusText(r.Status, r)
	if waits := speech.ReadingWaits(r); r.Status == kpi.Waiting && len(waits) > 0 {
		return waits[0]
	}
	if r.Status == kpi.Overdue && r.Verdict.Verdict() {
		return speech.Say("list.was", words.Args{"Status": text, "Verdict": r.Verdict})
	}
	return text
}

// warning says what is odd about a reading's values.
func warning(speech *words.Speech, r *board.Reading) string {
	if len(r.Findings) == 0 {
		return ""
	}
	return speech.More(speech.Finding(r.Findings[0]), len(r.Findings)-1)
}

// listed is a reading as JSON has it: the contract of list --json.
type listed struct {
	KPI     string    `json:"kpi"`
	Name    string    `json:"name"`
	Period  string    `json:"period"` // 2010-06, 2010-W23, 2010-Q2, 2010, 2010-06-30 or 2010-06-30T14; empty without a value
	Value   *float64  `json:"value"`  // null without one
	Text    string    `json:"text"`
	Status  string    `json:"status"`
	Verdict string    `json:"verdict"` // the status that an overdue value had
	Target  string    `json:"target"`
	Change  string    `json:"change"`
	At      string    `json:"at"`
	Note    string    `json:"note"`
	Warning string    `json:"warning"`           // the first of the findings, in words
	Retired string    `json:"retired,omitempty"` // the last day of a KPI that has retired
	Running *running  `json:"running,omitempty"` // only of sums that are judged while their period runs
	Goal    *goal     `json:"goal,omitempty"`    // only of key results
	Formula *computed `json:"formula,omitempty"` // only of what is computed

	Findings []found `json:"findings"`
}

// running is how far a sum has come.
type running struct {
	ByNow    *bounds `json:"by_now"` // what should be there by the end of until; null while that is nothing
	Whole    *bounds `json:"whole"`  // the target of the whole period; null without one
	Until    string  `json:"until"`
	Complete bool    `json:"complete"` // the whole counts: the period is over, or all of its working days are
}

// goal is how far a key result has come.
type goal struct {
	From     float64  `json:"from"`
	To       float64  `json:"to"`
	ByNow    float64  `json:"by_now"` // what should be there by the day of the value
	Share    *float64 `json:"share"`  // of the way, 0 to 1 and beyond; null while there is none
	DaysLeft int      `json:"days_left"`
	State    string   `json:"state"` // not started, under way, reached early, reached, reached late, missed
}

// goalOf returns how far a key result has come; nil for what is none.
func goalOf(r *board.Reading) *goal {
	if r.KPI.Goal == nil {
		return nil
	}
	g := &goal{
		From: r.KPI.Goal.From, To: r.KPI.Goal.To, ByNow: r.Goal.ByNow,
		DaysLeft: r.Goal.DaysLeft, State: r.Goal.State.String(),
	}
	if r.Goal.HasShare {
		g.Share = &r.Goal.Share
	}
	return g
}

// bounds are the ends of a target that it has.
type bounds struct {
	Min *float64 `json:"min,omitempty"`
	Max *float64 `json:"max,omitempty"`
}

func boundsOf(t kpi.Target) *bounds {
	if !t.HasMin && !t.HasMax {
		return nil
	}
	b := &bounds{}
	if t.HasMin {
		b.Min = &t.Min
	}
	if t.HasMax {
		b.Max = &t.Max
	}
	return b
}

// runningOf returns how far the sum of a reading has come; nil for what is no sum,
// or is judged by its whole from the start.
func runningOf(r *board.Reading) *running {
	if !r.Has || r.KPI.Combine != kpi.Sum || r.KPI.Running == kpi.Whole {
		return nil
	}
	return &running{
		ByNow: boundsOf(r.Running.ByNow), Whole: boundsOf(r.Target),
		Until: r.Running.Until.String(), Complete: !r.Running.On,
	}
}

// printJSON writes an array with an object for each reading.
func printJSON(w io.Writer, speech *words.Speech, b *board.Board, readings []*board.Reading) error {
	list := make([]listed, 0, len(readings))
	for _, r := range readings {
		l := listed{
			KPI: r.KPI.ID, Name: r.KPI.Name, Period: periodID(b, r), Text: speech.ReadingText(r),
			Status: r.Status.String(), Verdict: r.Verdict.String(),
			Target: speech.TargetText(r), Change: speech.ReadingChange(r), At: r.At.String(),
			Note: r.Note, Warning: warning(speech, r), Running: runningOf(r), Goal: goalOf(r), Formula: computedOf(speech, b, r), Findings: []found{},
		}
		if r.Has {
			l.Value = &r.Raw
		}
		if r.KPI.RetiredOn(r.Today) {
			l.Retired = r.KPI.Retired.String()
		}
		for _, f := range r.Findings {
			l.Findings = append(l.Findings, foundOf(speech, f))
		}
		list = append(list, l)
	}
	return encode(w, list)
}

// inOrder returns the readings of the KPIs, or of the measures, in the order of the
// configuration; with all also of what has retired, at the end.
func inOrder(b *board.Board, measures, all bool) (list []*board.Reading) {
	for k := range b.Config.All {
		if k.Measure == measures && (all || !b.Config.IsRetired(k.ID)) {
			list = append(list, b.Readings[k.ID])
		}
	}
	return list
}

// periodID returns the short name of the period that the value is of.
func periodID(b *board.Board, r *board.Reading) string {
	if !r.Has {
		return ""
	}
	return b.Config.Calendar.ID(r.Period)
}
