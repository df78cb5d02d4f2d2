/** Who does this record belong to? The rules for records, match keys and aliases. */
@NullMarked
package io.couplet.domain.directory;

import org.jspecify.annotations.NullMarked;
