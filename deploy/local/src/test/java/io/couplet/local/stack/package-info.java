/** Tests of the processes of the local stack. */
@NullMarked
package io.couplet.local.stack;

import org.jspecify.annotations.NullMarked;
