package sheet

import (
	"slices"

	"kpiwall/data/finding"
)

// notes are what is worth saying of a file, each once.
type notes struct{ found []finding.Finding }

// noted is how many texts a note lists.
const noted = 20

// at returns the note of a code.
func (n *notes) at(code string, args finding.Args) finding.Args {
	for i := range n.found {
		if n.found[i].Code == code {
			return n.found[i].Args
		}
	}
	if args == nil {
		args = finding.Args{}
	}
	args["Count"] = 0
	n.found = append(n.found, finding.Finding{Severity: finding.Note, Code: code, Args: args})
	return args
}

// add notes something, with the args of its first time.
func (n *notes) add(code string, args finding.Args) { n.count(code, args) }

func (n *notes) count(code string, args finding.Args) finding.Args {
	a := n.at(code, args)
	a["Count"] = a["Count"].(int) + 1
	return a
}

// list notes something about a text.
func (n *notes) list(code, text string) {
	a := n.count(code, finding.Args{"Names": []string{}})
	list := a["Names"].([]string)
	if !slices.Contains(list, text) && len(list) <= noted {
		a["Names"] = append(list, text)
	}
}
