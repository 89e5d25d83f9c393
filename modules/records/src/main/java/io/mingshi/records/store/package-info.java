/// Keeps records in monthly partitions, each text under the key of the person it is about.
@NullMarked
package io.mingshi.records.store;

import org.jspecify.annotations.NullMarked;
