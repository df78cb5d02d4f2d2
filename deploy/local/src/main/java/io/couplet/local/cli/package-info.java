/** The commands that start, stop and look into the local stack. */
@NullMarked
package io.couplet.local.cli;

import org.jspecify.annotations.NullMarked;
