package config_test

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// Whoever types what the README shows has a board.
func TestReadme_ShowsConfigsThatAreValid(t *testing.T) {
	text, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := regexp.MustCompile("(?s)```toml\n(.*?)```").FindAllStringSubmatch(string(text), -1)
	if len(blocks) != 2 {
		t.Fatalf("%d blocks of TOML, want a board and a plan for its target", len(blocks))
	}
	board, plan := blocks[0][1], blocks[1][1]
	before, _, found := strings.Cut(board, "target = ")
	if !found {
		t.Fatalf("no target in\n%s", board)
	}
	mustParse(t, board)
	mustParse(t, before+plan) // "in place of target", which is the last line
}
