/** The topology through its pipes. */
@NullMarked
package io.couplet.topology;

import org.jspecify.annotations.NullMarked;
