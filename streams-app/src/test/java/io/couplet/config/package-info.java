/** Defaults, keys and faults of the configuration. */
@NullMarked
package io.couplet.config;

import org.jspecify.annotations.NullMarked;
