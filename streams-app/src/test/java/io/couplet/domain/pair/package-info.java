/** The rules for one coupling, one by one. */
@NullMarked
package io.couplet.domain.pair;

import org.jspecify.annotations.NullMarked;
