/** Each guarantee on small recordings written by hand, that keep it and that break it. */
@NullMarked
package io.couplet.guarantee;

import org.jspecify.annotations.NullMarked;
