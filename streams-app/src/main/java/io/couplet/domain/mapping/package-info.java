/** What a mapping says, compiled: filters, field rules, conversions and policies. */
@NullMarked
package io.couplet.domain.mapping;

import org.jspecify.annotations.NullMarked;
