# Functions for tests in a real window of a virtual display. Sourced, after
# "set -euo pipefail" and in the project's folder. Needs what ".ci/setup test"
# installs. Everything is kept in $work. DRIVER=lean or opengl in the environment
# says which driver is tested; without it the box decides.
work=$(mktemp -d)
pids=()
finish() {
	for p in "${pids[@]}"; do kill "$p" 2>/dev/null || true; done
	[ "${keep:-}" ] || rm -rf "$work"
}
trap finish EXIT

fail() {
	echo "$(basename "$0"): $1" >&2
	import -window root "$work/failed.png" 2>/dev/null && echo "picture in $work/failed.png" >&2
	sed 's/^/  wall: /' "$work/wall.log" >&2 2>/dev/null || true
	keep=1
	exit 1
}

# color X Y: the colour of a pixel of the screen, as RRGGBB.
color() { import -window root -crop "1x1+$1+$2" -depth 8 rgb:- 2>/dev/null | od -An -tx1 | tr -d ' \n'; }

# await WHAT X Y COLOUR: waits for a pixel to have a colour, for as long as the wall
# may take between two tries, on a busy box.
await() {
	local seen end=$((SECONDS + 40))
	while [ $SECONDS -lt $end ]; do
		seen=$(color "$2" "$3")
		if [ "$seen" = "$4" ]; then
			echo "ok: $1"
			return
		fi
		sleep 0.1
	done
	fail "$1: pixel $2,$3 is $seen, want $4"
}

# differs WHAT FILE: waits for the screen to differ from a picture.
differs() {
	for _ in $(seq 100); do
		import -window root "$work/now.png"
		if [ "$(compare -metric AE "$2" "$work/now.png" null: 2>&1)" -gt 20000 ]; then
			echo "ok: $1"
			return
		fi
		sleep 0.1
	done
	fail "$1: the screen did not change"
}

# driven: adds the driver that is tested to a config that passes through.
driven() {
	if [ "${DRIVER:-}" ]; then
		awk -v line="driver = \"$DRIVER\"" '{ print } /^\[screen\]/ { print line; done = 1 } END { if (!done) print "[screen]\n" line }'
	else
		cat
	fi
}

# keys NAME...: presses keys, with the pauses of a person.
keys() {
	for k in "$@"; do
		xdotool key "$k"
		sleep 0.12
	done
}

# write TEXT: types characters.
write() {
	xdotool type --delay 60 -- "$1"
	sleep 0.2
}

# rows SQL: what the sqlite3 program finds in the store.
rows() { sqlite3 -cmd ".timeout 5000" "$work/kpi.db" "$1"; }

# awaitrow WHAT SQL WANT: waits up to ten seconds for a query's answer.
awaitrow() {
	local seen
	for _ in $(seq 100); do
		seen=$(rows "$2")
		if [ "$seen" = "$3" ]; then
			echo "ok: $1"
			return
		fi
		sleep 0.1
	done
	fail "$1: the store has \"$seen\", want \"$3\""
}

# screen SIZE [ARGUMENT...]: starts a virtual display; its process is $server.
screen() {
	rm -f "$work/display"
	exec 3>"$work/display"
	# -noreset: a server that begins anew when its last client was killed lets nobody in
	# for a moment.
	Xvfb -displayfd 3 -screen 0 "$1x24" -noreset -nolisten tcp "${@:2}" >/dev/null 2>&1 &
	server=$!
	pids+=("$server")
	for _ in $(seq 100); do
		[ -s "$work/display" ] && break
		sleep 0.1
	done
	DISPLAY=:$(cat "$work/display")
	export DISPLAY LANG=en_US.UTF-8
}

# display [SIZE]: builds the program and starts a virtual display of 1280x720.
display() {
	go build -tags gles,x11 -o "$work/kpiwall" .
	screen "${1:-1280x720}"
	files=(--config "$work/config.toml" --store "$work/kpi.db")
}

# wall: starts the wall; its process is $wall.
wall() {
	"$work/kpiwall" "${files[@]}" 2>>"$work/wall.log" &
	wall=$!
	pids+=("$wall")
}
