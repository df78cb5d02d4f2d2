/** What happens to inputs that cannot be used, and to threads that fail. */
@NullMarked
package io.couplet.failure;

import org.jspecify.annotations.NullMarked;
