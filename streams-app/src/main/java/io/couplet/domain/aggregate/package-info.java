/** Sums over the records of some entities, kept current: a record of an entity of its own for each group of them. */
@NullMarked
package io.couplet.domain.aggregate;

import org.jspecify.annotations.NullMarked;
