/** People at work in both sandboxes, for demonstrations, measurements and endurance tests. */
@NullMarked
package io.couplet.local.workday;

import org.jspecify.annotations.NullMarked;
