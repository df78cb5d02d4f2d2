/**
 * What Couplet promises, G1 to G9, as checks of a recorded history. The same checks judge a simulated history of the core, one of the
 * topology and one of the started stack.
 */
@NullMarked
package io.couplet.guarantee;

import org.jspecify.annotations.NullMarked;
