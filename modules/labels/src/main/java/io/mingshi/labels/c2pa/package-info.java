/// C2PA manifests (specification 2.2): written with an operator's certificate, read and checked.
@NullMarked
package io.mingshi.labels.c2pa;

import org.jspecify.annotations.NullMarked;
