/** What the two steps are told and what they say. */
@NullMarked
package io.couplet.domain.message;

import org.jspecify.annotations.NullMarked;
