/** Reads changes out of a system and publishes them. */
@NullMarked
package io.couplet.connectors.capture;

import org.jspecify.annotations.NullMarked;
