/** Processes and networks that fail, and the people who work on meanwhile. */
@NullMarked
package io.couplet.e2e.chaos;

import org.jspecify.annotations.NullMarked;
