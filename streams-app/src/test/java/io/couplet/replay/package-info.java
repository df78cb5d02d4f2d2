/** Tests of the replay. */
@NullMarked
package io.couplet.replay;

import org.jspecify.annotations.NullMarked;
