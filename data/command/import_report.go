package command

import (
	"fmt"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/record"
	"kpiwall/data/words"
)

// spansLimit is how many KPIs of an import are listed.
const spansLimit = 20

// report prints what became of an import, or would: how much of what, corrections, what
// was passed over or understood, and what is doubtful, which comes last.
func (im *importing) report(done record.Imported) error {
	if err := im.say(done); err != nil {
		return err
	}
	for _, s := range done.Spans[:min(len(done.Spans), spansLimit)] {
		args := words.Args{"Name": s.KPI.Name, "Values": s.Values, "First": s.First, "Last": s.Last, "Count": 1}
		if s.First != s.Last {
			args["Count"] = 2
		}
		if err := im.detail("import.span", args); err != nil {
			return err
		}
	}
	if err := im.more(len(done.Spans) - spansLimit); err != nil {
		return err
	}
	if err := im.corrections(done); err != nil {
		return err
	}
	return im.env.printFindings(im.env.Out, append(im.notes, done.Doubts...))
}

// say prints how much was imported, or would be, and what takes it back.
func (im *importing) say(done record.Imported) error {
	values := 0
	for _, s := range done.Spans {
		values += s.Values
	}
	args := words.Args{"Values": values, "KPIs": len(done.Spans), "New": done.New, "Corrected": done.Corrected, "Unchanged": done.Unchanged}
	if !done.Recorded {
		return im.env.say("import.dry", args)
	}
	err := im.env.say("import.done", args)
	if err == nil && done.New+done.Corrected > 0 {
		err = im.detail("import.undo", words.Args{"Number": fmt.Sprint(done.Batch)})
	}
	return err
}

// detail prints the message id in a line below the one that it belongs to.
func (im *importing) detail(id string, args words.Args) error {
	return im.env.print("  " + im.env.speech().Say(id, args))
}

// more says how many there are beside those that are listed, if any.
func (im *importing) more(n int) error {
	if n <= 0 {
		return nil
	}
	return im.detail("import.more", words.Args{"Figure": kpi.Figure{Number: float64(n)}})
}

// corrections prints the first numbers that others took the place of.
func (im *importing) corrections(done record.Imported) error {
	for _, c := range done.Corrections {
		k := im.cfg.Defined(c.KPI)
		if k == nil {
			continue
		}
		args := words.Args{"Name": k.Name, "At": c.At.String(), "Old": k.ExactFigure(c.Old), "New": k.ExactFigure(c.New)}
		if p, ok := im.cfg.Calendar.PeriodAt(k.Every, c.At); ok && k.Combine == kpi.Last {
			args["At"] = im.env.speech().FullPeriod(p)
		}
		if err := im.detail("import.correction", args); err != nil {
			return err
		}
	}
	if len(done.Corrections) == 0 {
		return nil
	}
	return im.more(done.Corrected - len(done.Corrections))
}

// unusualIn counts the values that findings speak of.
func unusualIn(doubts []finding.Finding) (n int) {
	for _, d := range doubts {
		count, _ := d.Args["Count"].(int)
		n += count
	}
	return n
}
