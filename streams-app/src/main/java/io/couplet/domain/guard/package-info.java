/** The rules that keep the core right under bad interleavings, each with a name, so that a simulation can show what it is good for. */
@NullMarked
package io.couplet.domain.guard;

import org.jspecify.annotations.NullMarked;
