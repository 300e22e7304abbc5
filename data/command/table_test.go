package command

import (
	"strings"
	"testing"
)

func TestTable_AlignsAlsoWideLetters(t *testing.T) {
	tab := table{head: []string{"kpi", "value", "note", "end"}, right: map[int]bool{1: true}}
	tab.add("売上", "1", "", "a")
	tab.add("mrr", "€42,000", "", "b\nc")
	var b strings.Builder
	if err := tab.print(&b); err != nil {
		t.Fatal(err)
	}
	want := "" +
		"kpi     value  end\n" +
		"売上        1  a\n" +
		"mrr   €42,000  b c\n"
	if b.String() != want {
		t.Errorf("printed\n%swant\n%s", b.String(), want)
	}
}
