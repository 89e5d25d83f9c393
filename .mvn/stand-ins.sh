#!/bin/sh
# Writes the stand-in parent POMs of .mvn/repository from .mvn/stand-ins.txt.
# Why: some copies of Maven Central lack these small parent POMs, and a jar whose parent is missing cannot be resolved.
# The real ones hold nothing but a module list, so a stand-in is equivalent. Delete this script, its list, .mvn/repository
# and the two repository entries of the root pom.xml once `mvn dependency:get -Dartifact=io.quarkus:quarkus-qute-parent:VERSION:pom`
# succeeds everywhere you build.
set -eu
cd "$(dirname "$0")"
rm -rf repository
grep -v '^#' stand-ins.txt | while read -r group artifact version; do
  folder="repository/$(echo "$group" | tr . /)/$artifact/$version"
  mkdir -p "$folder"
  cat > "$folder/$artifact-$version.pom" <<POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent><groupId>$group</groupId><artifactId>quarkus-extensions-parent</artifactId><version>$version</version></parent>
  <artifactId>$artifact</artifactId><packaging>pom</packaging>
</project>
POM
  (sha1sum "$folder/$artifact-$version.pom" || shasum "$folder/$artifact-$version.pom") 2>/dev/null | cut -d' ' -f1 > "$folder/$artifact-$version.pom.sha1"
done
