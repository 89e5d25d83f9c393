#!/bin/sh
# Measures how fast records are kept, beside the same PostgreSQL and disk without them: modules/records/src/benchmark/run.sh [EVENTS]
# Build first: mvn -pl modules/records,modules/local-stack -am install -DskipTests
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd)
cd "$root"
mvn=${MAVEN:-mvn}
$mvn -B -q -pl modules/records test-compile dependency:build-classpath \
    -Dmdep.outputFile="$root/modules/records/target/benchmark.classpath" -Dmdep.includeScope=test
path=modules/records/target/test-classes:modules/records/target/classes:$(cat modules/records/target/benchmark.classpath)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -cp "$path" io.mingshi.records.benchmark.IngestBenchmark "$@"
