package kpi

import (
	"strings"
	"testing"
)

func TestValidID(t *testing.T) {
	for id, want := range map[string]bool{
		"": false, "a": true, "open_tickets": true, "9.mrr-eu": true, "Mrr": false, "größe": false, "a b": false, "a/b": false, "a\x00": false,
		"-": true, "a-B": false, strings.Repeat("a", 64): true, strings.Repeat("a", 65): false,
	} {
		if got := ValidID(id); got != want {
			t.Errorf("%q: %v, want %v", id, got, want)
		}
	}
}
