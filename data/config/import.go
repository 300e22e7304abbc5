package config

import (
	"slices"

	"kpiwall/data/finding"
)

// Import is how a file that comes again and again is read: what somebody would say of
// it at the command line each time.
type Import struct {
	ID      string
	Columns map[string]string // what a column holds, by its name: the id of a KPI, or one of columnRoles
	Skip    []string          // names of columns to pass over
	Where   map[string]string // the lines to take: those with this text in the column of that name
	Decimal string            // "comma", "point" or ""
	Dates   string            // "dmy", "mdy" or ""
	Until   string            // "today" or ""
	Sheet   string            // of a workbook
	Partial bool              // take the good lines
}

// importFields are the keys of [import.ID].
var importFields = fields[Import]{
	{"columns", func(r *reader, im *Import, it item) {
		im.Columns = r.texts(it, `{ "Net sales" = "revenue" }`)
	}},
	{"skip", readSkipped},
	{"where", func(r *reader, im *Import, it item) { im.Where = r.texts(it, `{ Region = "APAC" }`) }},
	{"decimal", choice(spelled("comma", "point"), func(im *Import) *string { return &im.Decimal })},
	{"dates", choice(spelled("dmy", "mdy"), func(im *Import) *string { return &im.Dates })},
	{"until", choice(spelled("today"), func(im *Import) *string { return &im.Until })},
	{"sheet", text(func(im *Import) *string { return &im.Sheet })},
	{"partial", boolean(func(im *Import) *bool { return &im.Partial })},
}

// columnRoles are what a column may hold that is no KPI.
var columnRoles = []string{"date", "kpi", "value", "note", "source", "by", "year", "month", "week", "quarter"}

// readImports reads the tables [import.ID], once the KPIs are known.
func readImports(r *reader, c *Config, it item) {
	accepted := slices.Concat(kpiIDs(c.KPIs), columnRoles)
	for _, inner := range r.named(it, "[import.weekly]") {
		im := Import{ID: inner.name}
		importFields.into(r, &im, inner)
		columns := inner.child("columns", nil)
		for name, holds := range im.Columns {
			if !slices.Contains(accepted, holds) {
				r.find(columns.child(name, nil), "config.import.column", finding.Args{
					"Given": holds, "Meant": Nearest(holds, accepted), "Accepted": accepted,
				})
			}
		}
		c.Imports = append(c.Imports, im)
	}
}

// texts reads a table whose keys are names of columns.
func (r *reader) texts(it item, example string) map[string]string {
	table, ok := r.table(it, example)
	if !ok {
		return nil
	}
	all := map[string]string{}
	for name, value := range table {
		if s, ok := r.line(it.child(name, value), nameLimit); ok {
			all[name] = s
		}
	}
	return all
}

func readSkipped(r *reader, im *Import, it item) {
	list, ok := it.value.([]any)
	if !ok {
		r.wrongKind(it, "wanted.columns")
		return
	}
	for i, value := range list {
		if s, ok := r.line(it.element(i, value), nameLimit); ok {
			im.Skip = append(im.Skip, s)
		}
	}
}

// Import returns how the files of id are read. The error says which was probably meant.
func (c *Config) Import(id string) (*Import, error) {
	var ids []string
	for i := range c.Imports {
		if ids = append(ids, c.Imports[i].ID); ids[i] == id {
			return &c.Imports[i], nil
		}
	}
	return nil, finding.New("import.unknown", finding.Args{"ID": id, "Meant": Nearest(id, ids), "Accepted": ids})
}
