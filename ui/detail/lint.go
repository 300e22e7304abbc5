package detail

import (
	"fmt"

	"kpiwall/data/finding"
	"kpiwall/ui/page"
)

// Lint returns what the user wrote of KPIs that their details have no room for, on the
// screens of some views, of which only the proportion counts. It needs a Fyne app to
// exist, though none that runs.
func Lint(views ...page.View) []finding.Finding {
	var found []finding.Finding
	for _, v := range views {
		at := ""
		if len(views) > 1 {
			at = fmt.Sprintf("%.0f×%.0f", v.Size.Width, v.Size.Height)
		}
		kpis := v.Board.Config.KPIs
		for i := range kpis {
			if cut := compose(v, kpis[i].ID, 0, nil).cut; len(cut) > 0 {
				found = append(found, finding.Finding{
					Severity: finding.Note, Code: "lint.detail", Subject: kpis[i].ID, Args: finding.Args{"Keys": cut, "Size": at},
				})
			}
		}
	}
	return found
}
