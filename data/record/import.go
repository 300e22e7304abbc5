package record

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/store"
)

// Import is values that come together, from a program or a file.
type Import struct {
	Name     string // such as the names of the files
	By       string // who imports it
	Values   iter.Seq2[Input, error]
	Progress func(rows int) // is told now and then how far it is; may be nil
}

// Imported is what became of an import.
type Imported struct {
	store.Imported
	Batch int64 // its number

	// Doubts are what speaks against some of the values, one for each KPI: the
	// arg Count says how many there are, Others how many but the first, Figure is the
	// first of them and At its moment.
	Doubts []finding.Finding
}

// progressEvery is how many rows lie between two calls of Progress.
const progressEvery = 10_000

// Import records all values or, with an error, none. It keeps to the rules of
// [Recorder.Put], but that values of a program may judge without a sentence: what is
// missing in them is not its to say. Memory does not grow with the rows.
func (r *Recorder) Import(ctx context.Context, im Import) (done Imported, err error) {
	err = r.write(ctx, "import values", func(w *writer) error {
		done, err = w.load(ctx, im)
		return err
	})
	if err != nil {
		return Imported{}, err
	}
	return done, nil
}

func (w *writer) load(ctx context.Context, im Import) (done Imported, err error) {
	name := strings.ToValidUTF8(im.Name, "?")
	if r := []rune(name); len(r) > nameLimit {
		name = string(r[:nameLimit])
	}
	batch, err := w.tx.NewBatch(ctx, store.ImportBatch, name, im.By)
	if err != nil {
		return done, err
	}
	done.Batch = batch.ID
	all, rows := tally{}, 0
	for in, err := range im.Values {
		if err == nil {
			err = w.loadOne(ctx, in, done.Batch, all)
		}
		if err != nil {
			return done, err
		}
		if rows++; im.Progress != nil && rows%progressEvery == 0 {
			im.Progress(rows)
		}
	}
	done.Doubts = all.findings()
	done.Imported, err = w.tx.Loaded(ctx)
	return done, err
}

// nameLimit is how many characters of its name an import keeps.
const nameLimit = 200

// loadOne records one value of an import.
func (w *writer) loadOne(ctx context.Context, in Input, batch int64, all tally) error {
	e, err := w.entry(in)
	if err != nil && !errors.Is(err, ErrNoSentence) {
		return err
	}
	usual, err := w.usual(ctx, in.KPI, e.period)
	if err != nil {
		return err
	}
	over := w.cfg.Calendar.Over(in.KPI, e.period, w.now) && whole(in.KPI, w.past[in.KPI.ID], e.at)
	v := kpi.Value{At: e.at, Number: in.Typed.Number, Note: in.Note, Source: in.Source, EnteredBy: in.By}
	if in.Note == "" && unusual(in.KPI, usual, v.Number, over) {
		all.add(in.KPI, v.Number, e.at)
	}
	return w.tx.Load(ctx, store.Value{Value: v, KPI: in.KPI.ID, Batch: batch})
}

// tally has the unusual values of each KPI.
type tally map[string]*doubtful

// doubtful is the first unusual value of a KPI, and how many there are.
type doubtful struct {
	kpi   *kpi.KPI
	value float64
	at    kpi.At
	count int
}

func (t tally) add(k *kpi.KPI, value float64, at kpi.At) {
	if t[k.ID] == nil {
		t[k.ID] = &doubtful{kpi: k, value: value, at: at}
	}
	t[k.ID].count++
}

func (t tally) findings() (found []finding.Finding) {
	for id, d := range t {
		found = append(found, finding.Finding{
			Severity: finding.Warning, Code: UnusualInFile, Subject: id, Args: finding.Args{
				"Name": d.kpi.Name, "Figure": d.kpi.Figure(d.value), "At": d.at.String(), "Count": d.count, "Others": d.count - 1,
			},
		})
	}
	slices.SortFunc(found, func(a, b finding.Finding) int { return strings.Compare(a.Subject, b.Subject) })
	return found
}
