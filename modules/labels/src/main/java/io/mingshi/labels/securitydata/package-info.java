/// Signatures over labels: SM2 with SM3 as TC260-PG-202511A describes.
@NullMarked
package io.mingshi.labels.securitydata;

import org.jspecify.annotations.NullMarked;
