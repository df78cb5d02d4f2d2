/** The contracts of Couplet: topics, entities and the records that travel on them. */
@NullMarked
package io.couplet.contract;

import org.jspecify.annotations.NullMarked;
