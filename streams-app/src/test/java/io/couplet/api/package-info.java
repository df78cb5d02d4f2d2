/** Tests of the views of the public topics. */
@NullMarked
package io.couplet.api;

import org.jspecify.annotations.NullMarked;
