package record

import (
	"context"
	"errors"
	"iter"
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

	Try     bool // only find out what would become of it
	Doubted bool // record it also where something speaks against it
}

// Imported is what became of an import, or would have become of it.
type Imported struct {
	store.Imported
	Recorded bool  // false with Try, and where there are doubts that Doubted does not allow
	Batch    int64 // its number

	Spans       []Span // of each KPI, by id
	Corrections []store.Corrected

	// Doubts are what speaks against some of the values, the first of each KPI: a
	// finding has the arg Others, how many more of its KPI there are, with the last that
	// is listed; it is 0 with the others. Figure is the value and At its moment.
	Doubts []finding.Finding
}

// Span is what an import has of a KPI.
type Span struct {
	KPI         *kpi.KPI
	Values      int
	First, Last kpi.Period
}

const (
	progressEvery   = 10_000 // rows lie between two calls of Progress
	correctionLimit = 10     // corrections are listed
)

// errNotRecorded ends a transaction of which nothing is to stand.
var errNotRecorded = errors.New("not recorded")

// Import records all values or, with an error, none; nor does it where something
// speaks against them, unless they are to be recorded all the same. It keeps to the
// rules of [Recorder.Put], but that values of a program may judge without a sentence:
// what is missing in them is not its to say. Memory does not grow with the rows.
func (r *Recorder) Import(ctx context.Context, im Import) (done Imported, err error) {
	err = r.write(ctx, "import values", func(w *writer) error {
		if done, err = w.load(ctx, im); err != nil {
			return err
		}
		if done.Recorded = !im.Try && (im.Doubted || len(done.Doubts) == 0); !done.Recorded {
			return errNotRecorded
		}
		return nil
	})
	if err != nil && !errors.Is(err, errNotRecorded) {
		return Imported{}, err
	}
	return done, nil
}

func (w *writer) load(ctx context.Context, im Import) (done Imported, err error) {
	name := strings.ToValidUTF8(im.Name, "?")
	if r := []rune(name); len(r) > store.NameLimit {
		name = string(r[:store.NameLimit])
	}
	batch, err := w.tx.NewBatch(ctx, store.ImportBatch, name, im.By)
	if err != nil {
		return done, err
	}
	done.Batch = batch.ID
	all, rows := review{writer: w, batch: done.Batch, kpis: map[string]*reviewed{}}, 0
	for in, err := range im.Values {
		if err == nil {
			err = w.loadOne(ctx, in, &all)
		}
		if err != nil {
			return done, err
		}
		if rows++; im.Progress != nil && rows%progressEvery == 0 {
			im.Progress(rows)
		}
	}
	if err = all.finish(ctx); err != nil {
		return done, err
	}
	done.Spans, done.Doubts = all.spans(), all.findings()
	if done.Imported, err = w.tx.Loaded(ctx); err == nil && done.Corrected > 0 {
		done.Corrections, err = w.tx.Corrections(ctx, done.Batch, correctionLimit)
	}
	return done, err
}

// loadOne records one value of an import.
func (w *writer) loadOne(ctx context.Context, in Input, all *review) error {
	e, err := w.entry(in)
	if err != nil && !errors.Is(err, ErrNoSentence) {
		return err
	}
	v := kpi.Value{At: e.at, Number: e.Typed.Number, Note: in.Note, Source: in.Source, EnteredBy: in.By}
	if err = w.tx.Load(ctx, store.Value{Value: v, KPI: in.KPI.ID, Batch: all.batch}); err != nil {
		return err
	}
	return all.add(ctx, e)
}
