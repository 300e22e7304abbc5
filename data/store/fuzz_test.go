package store

import (
	"context"
	"database/sql"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// What Put lets through the schema takes, and gives back as it was; what Put
// refuses of an id or a number the schema refuses too.
func FuzzPut_AgreesWithTheSchema(f *testing.F) {
	db, err := sql.Open("sqlite", ":memory:")
	if err != nil {
		f.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	execute(f, db, schema+"; DROP TRIGGER observation_stay")
	f.Add("revenue", 2026, 11, 21, int64(0), 1.5)
	f.Add("a.b-c_9", 2024, 2, 29, int64(1795262400), -1e300)
	f.Add("Revenue", 2026, 2, 31, int64(-62135596801), 1.1e300)
	f.Add("ä", 0, 0, 0, int64(253402300800), math.Inf(1))
	s := &Store{now: func() time.Time { return noon }}
	f.Fuzz(func(t *testing.T, id string, year, month, day int, unix int64, number float64) {
		v := Value{KPI: id}
		v.Number = number
		v.At.Day = kpi.Date{Year: year, Month: time.Month(month), Day: day}
		if unix != 0 {
			v.At = kpi.AtInstant(time.Unix(unix, 0))
		}
		row, refused := s.row(v)
		if refused != nil && (strings.Contains(refused.Error(), atRule) || math.IsNaN(number)) {
			return // what a program that writes text cannot send either
		}
		if refused != nil {
			at, _ := v.At.Text()
			row = [arguments]any{id, at, number, "", "", "", stamp(noon)}
		}
		defer db.Exec("DELETE FROM observation")
		_, err := db.Exec(insertQuery+placeholders, row[:]...)
		if (err == nil) != (refused == nil) {
			t.Fatalf("%+v: Put says %v, the schema %v", v, refused, err)
		}
		if err == nil {
			got, err := scanRow(db.QueryRow("SELECT " + rowColumns(schemaVersion) + " FROM observation"))
			if err != nil || got.KPI != id || got.At != v.At || got.Number != number {
				t.Fatalf("%+v came back as %+v, %v", v, got, err)
			}
		}
	})
}

// A disk may return anything. The store may refuse or show what it finds, but
// it ends, and it does not take the wall with it.
func FuzzOpen_OutlivesDamage(f *testing.F) {
	path := filepath.Join(f.TempDir(), "kpi.db")
	if err := Create(context.Background(), path); err != nil {
		f.Fatal(err)
	}
	s := open(f, path)
	if _, err := load(context.Background(), s, generate(500, days)); err != nil {
		f.Fatal(err)
	}
	s.Close()
	sound, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(uint(20), []byte{0xff}, uint(0))
	f.Add(uint(100), []byte("\x0d\x00\x00\x00\xff"), uint(0))
	f.Add(uint(4096*3), []byte("\x00\x00\x00\x00\x00\x00\x00\x00"), uint(0))
	f.Add(uint(0), []byte("SQLite format 4"), uint(5000))
	f.Fuzz(func(t *testing.T, at uint, with []byte, cut uint) {
		content := append([]byte{}, sound...)
		copy(content[at%uint(len(content)):], with)
		content = content[:uint(len(content))-cut%uint(len(content))]
		path := filepath.Join(t.TempDir(), "kpi.db")
		if err := os.WriteFile(path, content, 0o644); err != nil {
			t.Fatal(err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		s, err := Open(ctx, path, Options{Now: ticking()})
		if err != nil {
			return
		}
		defer s.Close()
		s.View(ctx, func(v *View) error {
			v.Newest(ctx, "kpi_07", ever, nil)
			_, err := v.Series(ctx, "kpi_07", dayBounds(10, time.Hour), Pick{Last: &kpi.Calendar{}})
			return err
		})
		s.History(ctx, "kpi_07", 20)
		s.KPIs(ctx)
		s.Put(ctx, Value{KPI: "kpi_07", Value: kpi.Value{At: days(0), Number: 1}})
		s.Changed(ctx)
		if ctx.Err() != nil {
			t.Error("it does not end")
		}
	})
}
