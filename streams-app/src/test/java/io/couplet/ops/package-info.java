/** Tests of the operating endpoints. */
@NullMarked
package io.couplet.ops;

import org.jspecify.annotations.NullMarked;
