package command

import (
	"fmt"
	"regexp"

	"kpiwall/data/config"
	"kpiwall/data/finding"
	"kpiwall/data/kpi"
	"kpiwall/data/words"
)

// targetNotes says how the wall will write every target, and what in them may
// not mean what somebody thinks.
func targetNotes(speech *words.Speech, cfg *config.Config) (list []finding.Finding) {
	for i := range cfg.KPIs {
		k := &cfg.KPIs[i]
		if k.Goal != nil {
			list = append(list, finding.Finding{
				Severity: finding.Fine, Code: "check.goal", Subject: k.ID, Args: finding.Args{"Text": speech.GoalText(k)},
			})
			key := config.Key("kpi", k.ID, "goal")
			list = append(list, boundNotes(speech, cfg, k, key+".from", true, k.Goal.From, kpi.Margin{})...)
			list = append(list, boundNotes(speech, cfg, k, key+".to", true, k.Goal.To, kpi.Margin{})...)
		}
		for n, t := range k.Targets {
			key := config.Key("kpi", k.ID, "target")
			if !t.From.IsZero() {
				key = config.Key("kpi", k.ID, "targets") + fmt.Sprintf("[%d]", n)
			}
			list = append(list, finding.Finding{
				Severity: finding.Fine, Code: "check.target", Subject: k.ID,
				Args: finding.Args{"Text": speech.Target(t.Target, k.Format), "From": t.From.String()},
			})
			list = append(list, boundNotes(speech, cfg, k, key+".min", t.HasMin, t.Min, k.Tolerance.Below)...)
			list = append(list, boundNotes(speech, cfg, k, key+".max", t.HasMax, t.Max, k.Tolerance.Above)...)
		}
	}
	return list
}

// groupedByPoint is a number of thousands for who groups by points.
var groupedByPoint = regexp.MustCompile(`^[+-]?[1-9][0-9]{0,2}\.[0-9]{3}$`)

// boundNotes looks at one end of a target, which stands in the file under key.
func boundNotes(speech *words.Speech, cfg *config.Config, k *kpi.KPI, key string, has bool, bound float64, tolerance kpi.Margin) (list []finding.Finding) {
	if !has {
		return nil
	}
	note := func(severity finding.Severity, code string, args finding.Args) {
		f := cfg.Problem(key, code, args)
		f.Severity = severity
		list = append(list, f)
	}
	written := cfg.Literal(key)
	reads := speech.Figure(kpi.Figure{Format: k.Format.Exact(bound), Number: bound})
	switch {
	case cfg.Locale.Group == "." && groupedByPoint.MatchString(written):
		note(finding.Warning, "check.point", finding.Args{"Written": written, "Text": reads})
	case k.Format.Style == kpi.Duration && written != "":
		note(finding.Note, "check.seconds", finding.Args{"Written": written, "Text": reads})
	}
	if tolerance.Share && tolerance.Amount > 0 && bound == 0 {
		note(finding.Warning, "check.tolerance_zero", nil)
	}
	return list
}
