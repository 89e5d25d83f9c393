# Runs a program and ends it when standard input ends, which it does however the process at the other end dies.
# Arguments: stop signal, file for the program's pid, program and its arguments. Runs as leader of its own group.
trap '' INT HUP QUIT
signal=$1 note=$2
shift 2
exec 3<&0 </dev/null
"$@" 3<&- &
child=$!
echo "$child" >"$note"
(
    while read -r line; do :; done
    kill -s "$signal" "$child" 2>/dev/null
    tries=0
    while [ "$tries" -lt 60 ] && kill -0 "$child" 2>/dev/null; do
        sleep 0.5
        tries=$((tries + 1))
    done
    kill -KILL 0
) <&3 3<&- &
exec 3<&-
trap 'kill -s "$signal" "$child" 2>/dev/null' TERM
while :; do
    wait "$child"
    status=$?
    kill -0 "$child" 2>/dev/null || break
done
trap '' TERM
kill -TERM 0
exit "$status"
