#!/bin/sh
# Measures how fast texts are screened, beside what the same machine does with the same bytes: modules/screening/src/benchmark/run.sh [TERMS] [MEGABYTES]
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd)
cd "$root"
mvn=${MAVEN:-mvn}
$mvn -B -q -pl modules/screening test-compile dependency:build-classpath \
    -Dmdep.outputFile="$root/modules/screening/target/benchmark.classpath" -Dmdep.includeScope=test
path=modules/screening/target/test-classes:modules/screening/target/classes:$(cat modules/screening/target/benchmark.classpath)
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xms2g -cp "$path" io.mingshi.screening.ScreeningBenchmark "$@"
