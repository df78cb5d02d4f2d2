/** The topology: what flows where. */
@NullMarked
package io.couplet.topology;

import org.jspecify.annotations.NullMarked;
