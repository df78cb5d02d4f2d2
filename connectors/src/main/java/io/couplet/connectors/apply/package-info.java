/** Carries commands out in a system and publishes their results. */
@NullMarked
package io.couplet.connectors.apply;

import org.jspecify.annotations.NullMarked;
