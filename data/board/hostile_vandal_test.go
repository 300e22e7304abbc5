package board

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"kpiwall/data/kpi"
)

// vandal makes statements of which SQL lets some through.
type vandal struct{ *rand.Rand }

func (v vandal) of(texts ...string) string { return texts[v.IntN(len(texts))] }

// literal is any value.
func (v vandal) literal() string {
	return v.of("NULL", "''", "0", "1", "-1", "1.5", "'1,5'", "'abc'", "x'00ff'", "x'c328'", "CAST(x'61c3' AS TEXT)", "zeroblob(1000000)",
		"'a' || char(0) || 'b'", "9e999", "-9e999", "1e300", "-1e300", "1.0000001e300", "9223372036854775807", "-9223372036854775808",
		"hex(randomblob(2000))", "replace(hex(zeroblob(500)), '0', 'ä')", "'2026-11-20'", "'9999-12-31'", "'0000-01-01'", "random()", "char(8238, 10, 13, 27, 65533)")
}

func (v vandal) id() string {
	return v.of("'v0'", "'v1'", "'v2'", "'v3'", "'v4'", "'V0'", "'v0 '", "'calm' || char(0)", "CAST('calm' AS BLOB)", "'calm' || char(10)",
		"'Calm'", "'kpiwall.beat'", "'none'", v.literal())
}

func (v vandal) at() string {
	if v.IntN(3) == 0 {
		at := kpi.At{Day: kpi.Date{Year: 2026, Month: time.November, Day: v.IntN(25)}}.Day.String()
		return "'" + at + v.of("", "T12:00:00Z", "T23:59:59Z", "T00:00:00Z") + "'"
	}
	return v.of("'2026-11-20'", "'2026-11-21'", "'2026-11-21T11:30:00Z'", "'2026-11-20T10:59:59Z'", "'9999-12-31'", "'9999-12-31T23:59:59Z'", "'0000-01-01'",
		"'0001-01-01'", "'0001-01-02'", "'0001-01-01T00:00:00Z'", "'0000-12-31T23:59:59Z'", "'2026-02-31'", "'2026-11-21' || char(0)", "'2026-11-21T24:00:00Z'",
		"'2026-11-21T11:30:60Z'", "'-001-01-01'", "'10000-01-01'", "'2026-11-21 11:30:00'", "'now'", "2461000.5", "date('now')", v.literal())
}

func (v vandal) stamp() string {
	return v.of("'yesterday'", "'2026-11-21T11:00:00.000Z'", "'9999-12-31T23:59:59.999Z'", "'0000-01-01T00:00:00.000Z'", "'-471-01-01T00:00:00Z'",
		"'0000-01-01T00:00:00+14:00'", "'9999-12-31T23:59:59-12:00'", "strftime('%Y-%m-%dT%H:%M:%fZ', 'now')", v.literal())
}

// column returns a column and something for it.
func (v vandal) column() (name, value string) {
	switch name = v.of("id", "kpi", "at", "value", "note", "source", "entered_by", "recorded_at", "seen_at", "superseded", "holds_from", "batch", "undoes"); name {
	case "kpi":
		return name, v.id()
	case "at":
		return name, v.at()
	case "recorded_at", "seen_at", "holds_from":
		return name, v.stamp()
	case "id", "batch", "undoes", "superseded":
		return name, v.of("1", "0", "-1", "99999", fmt.Sprint(v.IntN(200)), v.literal())
	}
	return name, v.literal()
}

// statement is what a program, or a person with the sqlite3 shell, may send.
func (v vandal) statement() string {
	switch v.IntN(10) {
	case 0:
		name, value := v.column()
		return fmt.Sprintf("UPDATE %s observation SET %s = %s WHERE kpi GLOB 'v*'", v.of("", "OR IGNORE", "OR REPLACE"), name, value)
	case 1:
		return "DELETE FROM observation WHERE kpi GLOB 'v*'"
	case 2:
		return fmt.Sprintf("INSERT INTO batch(kind, name, made_by, made_at) VALUES ('import', %s, %s, %s)", v.literal(), v.literal(), v.stamp())
	case 3:
		return fmt.Sprintf("INSERT OR REPLACE INTO renamed(old, new, at) VALUES (%s, %s, %s)", v.id(), v.id(), v.stamp())
	}
	columns, values := []string{"kpi", "at", "value"}, []string{v.id(), v.at(), v.of("1", "2", "3.25", "NULL", v.literal())}
	for range v.IntN(4) {
		if name, value := v.column(); !slices.Contains(columns, name) {
			columns, values = append(columns, name), append(values, value)
		}
	}
	return fmt.Sprintf("INSERT %s INTO observation(%s) VALUES (%s)", v.of("", "", "OR IGNORE", "OR REPLACE", "OR ROLLBACK", "OR FAIL"),
		strings.Join(columns, ", "), strings.Join(values, ", "))
}

// harmful are rows that no rule keeps out any more: those of a program that wrote
// before there were rules, or with the checks and triggers out of its way. With ids
// it also chooses the numbers of its rows.
func (v vandal) harmful(ids bool) string {
	columns, values := []string{"kpi", "at", "value"}, []string{
		v.of("'v0'", "'v1'", "'v2'", "'v3'", "'v4'", v.id()), v.of("'2026-11-20'", "'2026-11-20T10:50:00Z'", v.at()), v.of("1", "2.5", v.literal()),
	}
	for _, name := range []string{"note", "source", "entered_by", "recorded_at", "seen_at", "superseded", "holds_from", "batch", "undoes"} {
		if v.IntN(3) == 0 {
			columns, values = append(columns, name), append(values, v.of(v.literal(), v.stamp()))
		}
	}
	if ids && v.IntN(20) == 0 {
		columns, values = append(columns, "id"), append(values, v.literal())
	}
	return fmt.Sprintf("INSERT INTO observation(%s) VALUES (%s)", strings.Join(columns, ", "), strings.Join(values, ", "))
}
