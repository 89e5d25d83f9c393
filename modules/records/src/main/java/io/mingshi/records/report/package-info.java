/// Reports on a day or a month, made from records.
@NullMarked
package io.mingshi.records.report;

import org.jspecify.annotations.NullMarked;
