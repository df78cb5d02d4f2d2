/** Tests of the bench. */
@NullMarked
package io.couplet.local.bench;

import org.jspecify.annotations.NullMarked;
