/** The local stack: everything Couplet needs, on one machine, started and watched by one command. */
@NullMarked
package io.couplet.local;

import org.jspecify.annotations.NullMarked;
