package board

import (
	"math/rand/v2"
	"slices"
	"testing"
)

// harm is one way to damage a file.
type harm struct {
	name  string
	apply func([]byte) (damaged []byte, at int)
	count int
}

func harms(size int, r *rand.Rand) []harm {
	return []harm{
		{"cut off", func(b []byte) ([]byte, int) { n := r.IntN(size); return b[:n], n }, 40},
		{"zeroed sector", func(b []byte) ([]byte, int) {
			at := r.IntN(size/512) * 512
			clear(b[at : at+512])
			return b, at
		}, 80},
		{"flipped bit", func(b []byte) ([]byte, int) {
			at := r.IntN(size)
			b[at] ^= 1 << r.IntN(8)
			return b, at
		}, 100},
	}
}

func TestBoard_ShowsNoNumberOutOfADamagedStore(t *testing.T) {
	t.Parallel()
	s := newSpecimen(t, false)
	whole := s.board(t)
	r := rand.New(rand.NewPCG(1, 2))
	for _, h := range harms(len(s.file), r) {
		n := map[string]int{}
		for range h.count {
			file, at := h.apply(slices.Clone(s.file))
			o := s.examine(t, file, nil, whole)
			tally(n, o)
			if o.wrong != "" && !(h.name == "flipped bit" && s.holdsNumber(s.file, at)) {
				t.Errorf("%s at %d: %s; told %v", h.name, at, o.wrong, o.told)
			}
			if o.fewer && !o.told {
				t.Errorf("%s at %d: values are gone in silence", h.name, at)
			}
		}
		t.Logf("%s, %d: %v", h.name, h.count, n)
	}
}

func tally(n map[string]int, o outcome) {
	switch {
	case o.refused:
		n["refused"]++
	case o.wrong != "" && o.told:
		n["wrong and told"]++
	case o.wrong != "":
		n["wrong"]++
	case o.fewer && o.told:
		n["fewer and told"]++
	case o.fewer:
		n["fewer"]++
	case o.told:
		n["told"]++
	default:
		n["as it was"]++
	}
}

func TestBoard_ShowsNoNumberOfATransactionThatWasCutOff(t *testing.T) {
	t.Parallel()
	s, whole := newSpecimen(t, true), newSpecimen(t, false).board(t)
	if o := s.examine(t, s.file, s.journal, whole); o != (outcome{}) {
		t.Fatalf("an undamaged journal: %+v", o)
	}
	gone := slices.Clone(s.journal)
	clear(gone[:512])
	for name, journal := range map[string][]byte{"no journal": nil, "a journal without its beginning": gone} {
		if o := s.examine(t, s.file, journal, nil); o.wrong != "" || !o.told && !o.refused {
			t.Errorf("%s: %+v", name, o)
		}
	}
	r := rand.New(rand.NewPCG(3, 4))
	for _, h := range harms(len(s.journal), r) {
		n := map[string]int{}
		for range h.count {
			journal, at := h.apply(slices.Clone(s.journal))
			o := s.examine(t, s.file, journal, whole)
			tally(n, o)
			if o.wrong != "" && !(h.name == "flipped bit" && s.holdsNumber(s.journal, at)) {
				t.Errorf("%s at %d of %d of the journal: %s", h.name, at, len(s.journal), o.wrong)
			}
			if o.fewer && !o.told {
				t.Errorf("%s at %d of %d of the journal: values are gone in silence", h.name, at, len(s.journal))
			}
		}
		t.Logf("journal %s, %d: %v", h.name, h.count, n)
	}
}

// A write-ahead log has checksums: what follows the damage has never been, and
// nothing of it is half there. That it has been once nobody can tell.
func TestBoard_ShowsWholeTransactionsOfADamagedLog(t *testing.T) {
	t.Parallel()
	s := newLogged(t)
	if o := s.examine(t, s.file, s.journal, nil); o != (outcome{last: logTransactions}) {
		t.Fatalf("an undamaged log: %+v", o)
	}
	r := rand.New(rand.NewPCG(7, 8))
	for _, h := range harms(len(s.journal), r) {
		n := map[int]int{}
		for range h.count / 4 {
			journal, at := h.apply(slices.Clone(s.journal))
			o := s.examine(t, s.file, journal, nil)
			n[o.last]++
			if o.wrong != "" || o.told || o.refused {
				t.Errorf("%s at %d of %d of the log: %+v", h.name, at, len(s.journal), o)
			}
		}
		t.Logf("log %s, %d: shown up to transaction %v", h.name, h.count/4, n)
		if len(n) < logTransactions/2 {
			t.Errorf("%s: the damage meets few transactions: %v", h.name, n)
		}
	}
}

// SQLite keeps no checksums: a bit that flips inside a recorded number makes
// another number, which nothing tells from a true one. This is how often; only
// those that make no number at all are found.
func TestBoard_CannotTellABitThatFlippedInsideANumber(t *testing.T) {
	t.Parallel()
	s := newSpecimen(t, false)
	r := rand.New(rand.NewPCG(5, 6))
	n := map[string]int{}
	for count := 0; count < 60; {
		at := r.IntN(len(s.file))
		if !s.holdsNumber(s.file, at) {
			continue
		}
		count++
		file := slices.Clone(s.file)
		file[at] ^= 1 << r.IntN(8)
		tally(n, s.examine(t, file, nil, nil))
	}
	inside := 0
	for at := range s.file {
		if s.holdsNumber(s.file, at) {
			inside++
		}
	}
	if n["wrong"] == 0 {
		t.Error("it can be told by now: the manual says otherwise")
	}
	t.Logf("%v; of %d bytes %.1f %% belong to numbers", n, len(s.file), 100*float64(inside)/float64(len(s.file)))
}
