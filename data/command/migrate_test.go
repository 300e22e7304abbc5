package command

import (
	"database/sql"
	"os"
	"testing"
)

func TestCommand_SaysThatItBroughtAStoreToANewerVersion(t *testing.T) {
	h := newHome(t, true)
	p := DefaultPaths()
	if err := os.Remove(p.Store); err != nil {
		t.Fatal(err)
	}
	schema, err := os.ReadFile("../store/testdata/schema_v1.sql")
	if err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+p.Store)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(string(schema)); err != nil {
		t.Fatal(err)
	}
	db.Close()
	h.mayWarn = true
	h.run(Done, "put", "mrr", "42000")
	contains(t, h.err, "note: the store was upgraded from version 1 to 2", "kpi-version-1-")
	h.mayWarn = false
	h.run(Done, "put", "mrr", "43000") // and says it once
}
