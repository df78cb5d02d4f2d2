/** Round trips of everything that is written. */
@NullMarked
package io.couplet.wire;

import org.jspecify.annotations.NullMarked;
