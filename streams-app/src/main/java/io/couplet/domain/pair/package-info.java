/** What must each side of a coupling become? The rules for one coupling. */
@NullMarked
package io.couplet.domain.pair;

import org.jspecify.annotations.NullMarked;
