#!/bin/sh
# Measures the gateway beside bare proxies on the same cores: modules/gateway/src/benchmark/run.sh [gateway]
# Build first: mvn -pl modules/gateway,modules/local-stack -am install -DskipTests
# Needs wrk and nginx (Debian: apt-get install wrk nginx-light). JFR=file records a profile; SPRING=no leaves that peer out.
set -eu
root=$(CDPATH= cd -- "$(dirname -- "$0")/../../../.." && pwd)
cd "$root"
mvn=${MAVEN:-mvn}
for tool in wrk nginx; do
    command -v "$tool" >/dev/null || { echo "the benchmark needs $tool: install it" >&2; exit 1; }
done
target=$root/modules/gateway/target
$mvn -B -q -pl modules/gateway test-compile dependency:build-classpath \
    -Dmdep.outputFile="$target/benchmark.classpath" -Dmdep.includeScope=test
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
spring=
if [ "${SPRING:-yes}" = yes ] && [ "${1:-}" != gateway ]; then
    $mvn -B -q -f modules/gateway/src/benchmark/spring/pom.xml dependency:build-classpath \
        -Dmdep.outputFile="$target/spring.classpath" && spring=-Dspring=$(cat "$target/spring.classpath") ||
        echo "Spring Cloud Gateway cannot be had from here and is left out" >&2
fi
exec "$java" ${spring:+"$spring"} ${JFR:+"-Djfr=$JFR"} \
    -cp "$target/test-classes:$target/classes:$(cat "$target/benchmark.classpath")" \
    io.mingshi.gateway.benchmark.GatewayBenchmark "$@"
