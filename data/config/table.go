package config

import (
	"slices"
	"strings"

	"kpiwall/data/finding"
	"kpiwall/data/kpi"
)

// reader collects what is wrong while one file is read.
type reader struct {
	file     file
	index    index
	problems finding.List

	attached []attachment     // the files that the configuration names
	inTheme  finding.List     // what is wrong in the theme's file
	charts   map[string]Chart // by KPI; they are the screen's matter, not the KPI's
	homes    []home           // the pages that KPIs name themselves
	closed   []kpi.Date       // on which the office is closed
	written  int              // the most decimals that a bound of the KPI at hand is written with
}

// item is a value of the file: its path in the index, the key that problems
// name, and what the TOML library decoded.
type item struct {
	path, key, name string // name is the key's last part
	value           any
}

// child returns the value of name in the table it.
func (it item) child(name string, value any) item {
	return item{join(it.path, name), join(it.key, name), name, value}
}

// element returns the n-th value of the list it. Problems name the list: line
// and column tell which element is meant.
func (it item) element(n int, value any) item {
	return item{element(it.path, n), it.key, it.name, value}
}

// find notes that something is wrong with it.
func (r *reader) find(it item, code string, args finding.Args) {
	r.problems = append(r.problems, r.file.problem(r.index.offsets[it.path], it.key, code, args))
}

// field is a key that a table accepts, and how its value becomes part of a T.
type field[T any] struct {
	name string
	read func(*reader, *T, item)
}

// fields are all keys that a table accepts, in the order in which they are
// read: a key comes after those that its meaning depends on.
type fields[T any] []field[T]

// into reads the table it into t. Keys that are not among the fields are
// problems; names are exact, so that two spellings of one key cannot both pass.
func (fs fields[T]) into(r *reader, t *T, it item) {
	table, ok := r.table(it, "{ "+fs[0].name+" = … }")
	if !ok {
		return
	}
	for _, f := range fs {
		if value, found := table[f.name]; found {
			f.read(r, t, it.child(f.name, value))
		}
	}
	for name, value := range table {
		if !slices.Contains(fs.names(), name) {
			r.unknown(it, name, value, fs.names())
		}
	}
}

// lacks reports whether the table it has none of some keys, nor one that is meant as one
// of them: that is a problem already, and the remedy of both.
func (fs fields[T]) lacks(it item, keys ...string) bool {
	table, ok := it.value.(map[string]any)
	accepted := fs.names()
	for name := range table {
		if !slices.Contains(accepted, name) {
			name = Nearest(name, accepted)
		}
		ok = ok && !slices.Contains(keys, name)
	}
	return ok
}

// unknown notes that the table it does not accept the key name.
func (r *reader) unknown(it item, name string, value any, accepted []string) {
	_, isTable := value.(map[string]any)
	if isTable && above(it.key) != "" && Nearest(name, accepted) == "" {
		r.find(it.child(name, value), "config.table.unknown", nil)
		return
	}
	r.find(it.child(name, value), "config.key.unknown", finding.Args{"Meant": Nearest(name, accepted), "Accepted": accepted})
}

// names returns the accepted keys.
func (fs fields[T]) names() []string {
	names := make([]string, len(fs))
	for i, f := range fs {
		names[i] = f.name
	}
	return names
}

// only returns those of the fields that are called names, in the order of these.
func (fs fields[T]) only(names ...string) fields[T] {
	some := make(fields[T], len(names))
	for i, name := range names {
		some[i] = fs[slices.Index(fs.names(), name)]
	}
	return some
}

// table returns the table that it is; example says how to write one.
func (r *reader) table(it item, example string) (map[string]any, bool) {
	table, ok := it.value.(map[string]any)
	if !ok {
		r.find(it, "config.table", finding.Args{"Kind": kind(it.value), "Example": example})
	}
	return table, ok
}

// named returns the tables inside the table it, such as those of [kpi.ID], in
// the order of the file; what they are called has to be an id.
func (r *reader) named(it item, example string) []item {
	table, ok := r.table(it, example)
	if !ok {
		return nil
	}
	inside := map[string]item{}
	for id, value := range table {
		inner := it.child(id, value)
		inside[inner.path] = inner
		if !kpi.ValidID(id) {
			small := strings.ToLower(id)
			if !kpi.ValidID(small) {
				small = ""
			}
			r.find(inner, "config.id", finding.Args{"ID": id, "Meant": small})
		}
	}
	var items []item
	for _, path := range r.index.order {
		if inner, ok := inside[path]; ok {
			items = append(items, inner)
		}
	}
	return items
}
