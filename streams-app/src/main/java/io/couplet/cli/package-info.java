/** Commands for people and scripts that need no running stack. */
@NullMarked
package io.couplet.cli;

import org.jspecify.annotations.NullMarked;
