/** The processes of the local stack: how each is started, watched, healed and ended. */
@NullMarked
package io.couplet.local.stack;

import org.jspecify.annotations.NullMarked;
