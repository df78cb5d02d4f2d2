/** Proofs on the started stack. */
@NullMarked
package io.couplet.e2e;

import org.jspecify.annotations.NullMarked;
