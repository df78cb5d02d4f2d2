/** Mapping files: the YAML language, its check against the entity schemas, and its compiled form. */
@NullMarked
package io.couplet.mappings;

import org.jspecify.annotations.NullMarked;
