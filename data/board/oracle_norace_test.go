//go:build !race

package board

// oracleBoards is how many generated boards the oracle judges where nobody says.
const oracleBoards = 2000
