#!/bin/sh
# A Ceph object gateway of one monitor and one memory-backed store, for tests; needs Debian's radosgw, ceph-mon,
# ceph-osd and ceph-common.
#
# ceph-rgw.sh FOLDER MONITOR_PORT GATEWAY_PORT; the keys of its one user come in S3_ACCESS_KEY and S3_SECRET_KEY.
# Prints `ready` when it serves and stays until its standard input ends, which also happens when whoever started it
# is killed; then it ends its daemons and removes the folder.
set -eu
folder=$1 monitor=$2 gateway=$3
children=

finish() {
    trap - EXIT
    # shellcheck disable=SC2086
    kill -KILL $children 2>/dev/null || true
    rm -rf "$folder"
}
trap finish EXIT
trap '' HUP INT
trap 'exit 1' TERM
exec 3<&0 </dev/null
(
    cat <&3 >/dev/null
    kill -TERM $$
) &
children=$!

rm -rf "$folder"
mkdir -p "$folder/osd"
cat >"$folder/ceph.conf" <<CONF
[global]
fsid = $(cat /proc/sys/kernel/random/uuid)
mon_host = [v2:127.0.0.1:$monitor/0]
public_network = 127.0.0.0/8
ms_bind_ipv6 = false
auth_cluster_required = none
auth_service_required = none
auth_client_required = none
ms_mon_client_mode = crc
paxos_propose_interval = 0.05
osd_pool_default_size = 1
osd_pool_default_min_size = 1
osd_pool_default_pg_num = 1
osd_pool_default_pgp_num = 1
osd_pool_default_pg_autoscale_mode = off
osd_crush_chooseleaf_type = 0
mon_allow_pool_size_one = true
mon_max_pg_per_osd = 1000
mon_data = $folder/mon
osd_data = $folder/osd
osd_objectstore = memstore
memstore_device_bytes = 1073741824
osd_op_num_shards = 1
osd_op_num_threads_per_shard = 2
mon_cluster_log_file = $folder/cluster.log
run_dir = $folder
rgw_data = $folder/gateway
crash_dir = $folder
admin_socket =
pid_file =
log_file = $folder/\$name.log
rgw_frontends = beast endpoint=127.0.0.1:$gateway
rgw_thread_pool_size = 16
rgw_dynamic_resharding = false
rgw_gc_max_objs = 4
rgw_lc_max_objs = 4
rgw_usage_max_shards = 1
rgw_reshard_num_logs = 1
rgw_data_log_num_shards = 1
rgw_md_log_max_shards = 1
rgw_objexp_hints_num_shards = 1
CONF
conf="--conf $folder/ceph.conf"

# Starts a daemon, which ends with this shell even when that is killed.
daemon() {
    setpriv --pdeathsig KILL "$@" -f >>"$folder/out.log" 2>&1 3<&- &
    children="$children $!"
}

# Waits up to a minute for a command to succeed.
await() {
    tries=300
    until "$@" >/dev/null 2>&1; do
        tries=$((tries - 1))
        [ $tries -gt 0 ] || { echo "not after a minute: $*" >&2; tail -n 20 "$folder"/*.log >&2; exit 1; }
        sleep 0.2
    done
}

{
    fsid=$(sed -n 's/^fsid = //p' "$folder/ceph.conf")
    monmaptool --create --fsid "$fsid" --addv a "[v2:127.0.0.1:$monitor/0]" "$folder/monmap"
    ceph-mon $conf --mkfs -i a --monmap "$folder/monmap"
} >>"$folder/out.log" 2>&1
daemon ceph-mon $conf -i a
uuid=$(cat /proc/sys/kernel/random/uuid)
{
    ceph $conf osd new "$uuid"
    ceph-osd $conf -i 0 --mkfs --osd-uuid "$uuid"
} >>"$folder/out.log" 2>&1
daemon ceph-osd $conf -i 0
await sh -c "ceph $conf osd stat | grep -q '1 up'"
daemon radosgw $conf -n client.rgw.a
await curl --silent --fail --output /dev/null "http://127.0.0.1:$gateway/"
radosgw-admin $conf user create --uid=records --display-name=records \
    --access-key="$S3_ACCESS_KEY" --secret-key="$S3_SECRET_KEY" >>"$folder/out.log" 2>&1
echo ready
wait
