/** What is added up. */
@NullMarked
package io.couplet.domain.aggregate;

import org.jspecify.annotations.NullMarked;
