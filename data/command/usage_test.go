package command

import (
	"strings"
	"testing"
)

func TestGuardNumbers_ANegativeNumberIsNoFlag(t *testing.T) {
	rows := []struct{ args, want string }{
		{"put churn 3", "put churn 3"},
		{"put churn -3", "put churn -- -3"},
		{"put churn -.5", "put churn -- -.5"},
		{"put churn -€3", "put churn -- -€3"},
		{"put churn −3", "put churn −3"}, // the sign that typographers use
		{"put churn -3 --note x", "put churn --note x -- -3"},
		{"put --note -3 churn 1", "put --note -3 churn 1"}, // a value of a flag
		{"put --note -3 churn -1", "put --note -3 churn -- -1"},
		{"put --note=-3 churn -1", "put --note=-3 churn -- -1"},
		{"--store s put churn -1", "--store s put churn -- -1"},
		{"put -h", "put -h"},
		{"put churn -- -3", "put churn -- -3"},
		{"history mrr -n 3", "history mrr -n 3"},
		{"history mrr -3", "history mrr -3"},
		{"import -", "import -"},
		{"put churn -", "put churn -"},
		{"nonsense -3", "nonsense -3"},
	}
	for _, row := range rows {
		args := strings.Fields(row.args)
		if got := strings.Join(guardNumbers(New(Env{}).Command, args), " "); got != row.want {
			t.Errorf("%q becomes %q, want %q", row.args, got, row.want)
		}
	}
}
