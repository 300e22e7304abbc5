package store

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"kpiwall/data/kpi"
)

// benchKPIs is how many KPIs the rows of a benchmark are spread over.
const benchKPIs = 50

// benchStores are made once a size: building a million rows takes long.
var benchStores = struct {
	sync.Mutex
	made map[string]string
}{made: map[string]string{}}

// benchStore returns a store of rows values: at n of each KPI is moment(n)
// steps before the end of 2026.
func benchStore(b *testing.B, name string, rows int, moment func(n int) kpi.At) *Store {
	b.Helper()
	return loadedStore(b, fmt.Sprint(name, rows), generate(rows, moment))
}

// loadedStore returns the store of that name, with what imports brought.
func loadedStore(b *testing.B, name string, imports ...func() (Value, bool, error)) *Store {
	b.Helper()
	benchStores.Lock()
	defer benchStores.Unlock()
	if benchStores.made[name] == "" {
		folder, err := os.MkdirTemp("", "kpiwall-bench")
		if err != nil {
			b.Fatal(err)
		}
		path := filepath.Join(folder, "kpi.db")
		if err := Create(b.Context(), path); err != nil {
			b.Fatal(err)
		}
		// Recorded when its moment was over, as a job does.
		s, err := Open(b.Context(), path, Options{Now: func() time.Time { return benchEnd.AddDate(0, 0, 2) }})
		if err != nil {
			b.Fatal(err)
		}
		for _, next := range imports {
			if _, err := load(b.Context(), s, next); err != nil {
				b.Fatal(err)
			}
		}
		s.Close()
		benchStores.made[name] = path
	}
	return open(b, benchStores.made[name])
}

// generate yields rows values, newest moment last.
func generate(rows int, moment func(n int) kpi.At) func() (Value, bool, error) {
	i := 0
	return func() (Value, bool, error) {
		if i == rows {
			return Value{}, false, nil
		}
		v := Value{KPI: fmt.Sprintf("kpi_%02d", i%benchKPIs)}
		v.At, v.Number, v.Source = moment((rows-1-i)/benchKPIs), float64(i)/4, "bench"
		i++
		return v, true, nil
	}
}

var benchEnd = time.Date(2026, time.December, 31, 0, 0, 0, 0, time.UTC)

func days(n int) kpi.At {
	t := benchEnd.AddDate(0, 0, -n)
	return kpi.At{Day: kpi.Date{Year: t.Year(), Month: t.Month(), Day: t.Day()}}
}

// every returns seconds so far apart, the newest of them after the horizon.
func every(step time.Duration) func(n int) kpi.At {
	return func(n int) kpi.At {
		return kpi.AtInstant(benchEnd.Add(23*time.Hour + 10*time.Minute).Add(-time.Duration(n) * step))
	}
}

// dayBounds are the days up to benchEnd in a zone east of Greenwich, where the
// two pairs of edges differ.
func dayBounds(n int, offset time.Duration) []kpi.Bounds {
	spans := make([]kpi.Bounds, n)
	for i := range spans {
		first := benchEnd.AddDate(0, 0, i+1-n)
		end := first.AddDate(0, 0, 1)
		spans[i] = kpi.Bounds{
			FirstDay: first.Format(dayLayout), EndDay: end.Format(dayLayout),
			First: first.Add(-offset).Format("2006-01-02T15:04:05Z"), End: end.Add(-offset).Format("2006-01-02T15:04:05Z"),
		}
	}
	return spans
}

// refresh reads what a board of 12 tiles reads.
func refresh(b *testing.B, s *Store, spans []kpi.Bounds) (values int) {
	err := s.View(b.Context(), func(v *View) error {
		for tile := range 12 {
			id := fmt.Sprintf("kpi_%02d", tile*4)
			newest, err := v.Newest(b.Context(), id, spans[len(spans)-1], nil)
			if err != nil || len(newest) == 0 {
				return fmt.Errorf("newest of %s: %d, %w", id, len(newest), err)
			}
			series, err := v.Series(b.Context(), id, spans, Pick{Last: &kpi.Calendar{Zone: time.FixedZone("", 3600)}})
			if err != nil {
				return err
			}
			for _, span := range series {
				values += len(span)
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return values
}

func BenchmarkRefresh12Tiles30Periods(b *testing.B) {
	for _, rhythm := range []struct {
		name   string
		moment func(int) kpi.At
	}{{"Days", days}, {"FiveMinutes", every(5 * time.Minute)}, {"TenSeconds", every(10 * time.Second)}} {
		for _, rows := range []int{10_000, 100_000, 1_000_000} {
			b.Run(fmt.Sprintf("%s/%d", rhythm.name, rows), func(b *testing.B) {
				s := benchStore(b, rhythm.name, rows, rhythm.moment)
				spans := dayBounds(30, time.Hour)
				values := 0
				for b.Loop() {
					values = refresh(b, s, spans)
				}
				b.ReportMetric(float64(values), "values")
			})
		}
	}
}

func BenchmarkChanged(b *testing.B) {
	s := benchStore(b, "Days", 10_000, days)
	for b.Loop() {
		if _, err := s.Changed(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkPut(b *testing.B) {
	s := newStore(b)
	n := 0
	for b.Loop() {
		n++
		v := Value{KPI: "revenue"}
		v.At, v.Number = days(n), float64(n)
		if _, err := s.Put(b.Context(), v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkKPIs(b *testing.B) {
	s := benchStore(b, "Days", 100_000, days)
	for b.Loop() {
		if _, err := s.KPIs(b.Context()); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkImport makes a store of a million values (use -benchtime=1x).
func BenchmarkImport(b *testing.B) {
	const rows = 1_000_000
	for b.Loop() {
		s := newStore(b)
		done, err := load(b.Context(), s, generate(rows, days))
		if err != nil || done.New != rows {
			b.Fatal(done, err)
		}
	}
	b.ReportMetric(float64(rows)*float64(b.N)/b.Elapsed().Seconds(), "rows/s")
	b.ReportMetric(peakMiB(b), "peak-MiB")
}

// peakMiB returns the most memory this process has had resident, 0 where the
// system does not tell.
func peakMiB(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(status)) {
		if rest, found := strings.CutPrefix(line, "VmHWM:"); found {
			kib, err := strconv.Atoi(strings.Fields(rest)[0])
			if err != nil {
				b.Fatal(err)
			}
			return float64(kib) / 1024
		}
	}
	return 0
}

// BenchmarkUndoBatch takes an import of a million values back (use
// -benchtime=1x), and says how long a reader beside it waited at most.
func BenchmarkUndoBatch(b *testing.B) {
	const rows = 1_000_000
	s := newStore(b)
	if _, err := loadBatch(b.Context(), s, generate(rows, days)); err != nil {
		b.Fatal(err)
	}
	var longest time.Duration
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		beside := open(b, s.path)
		for begun := time.Now(); ; begun = time.Now() {
			for refused := true; refused; {
				refused = beside.View(b.Context(), func(v *View) error {
					_, err := v.Newest(b.Context(), "kpi_04", ever, nil)
					return err
				}) != nil
			}
			longest = max(longest, time.Since(begun))
			select {
			case <-stop:
				return
			case <-time.After(50 * time.Millisecond):
			}
		}
	}()
	for b.Loop() {
		err := s.Write(b.Context(), "undo", func(t *Tx) error {
			r, err := t.UndoBatch(b.Context(), 1, "Ada")
			if r.Values != rows {
				b.Error(r)
			}
			return err
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	close(stop)
	<-done
	b.ReportMetric(longest.Seconds(), "s-reader-waits")
	b.ReportMetric(peakMiB(b), "peak-MiB")
}
