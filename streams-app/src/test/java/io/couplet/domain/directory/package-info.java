/** The rules for one record, one by one. */
@NullMarked
package io.couplet.domain.directory;

import org.jspecify.annotations.NullMarked;
