#!/bin/sh
# Measures the label engine beside its peers: modules/labels/src/benchmark/run.sh PHOTOGRAPH [FOLDER]
# Build first: mvn -pl modules/labels -am install -DskipTests. PHOTOGRAPH is any picture of 1024 pixels and more; FOLDER needs room for 7 GB. Wants ImageMagick, exiftool and cp.
set -eu
photograph=${1:?name a photograph}
folder=${2:-.mingshi/benchmark}
root=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd)
cd "$root"
mvn=${MAVEN:-mvn}
$mvn -B -q -Pbenchmark -pl modules/labels test-compile dependency:build-classpath \
    -Dmdep.outputFile="$root/modules/labels/target/benchmark.classpath" -Dmdep.includeScope=test
path=modules/labels/target/test-classes:modules/labels/target/classes:$(cat modules/labels/target/benchmark.classpath)
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
flags="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow -Djava.awt.headless=true -Dphotograph=$photograph"
"$java" $flags -cp "$path" org.openjdk.jmh.Main -jvmArgsAppend "$flags" -rf text -rff modules/labels/target/jmh.txt 'io.mingshi.labels.benchmark.*'
"$java" $flags -cp "$path" io.mingshi.labels.benchmark.ProcessBenchmark "$folder"
