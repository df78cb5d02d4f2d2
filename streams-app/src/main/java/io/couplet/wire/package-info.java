/** Avro to domain and back, for topics and for the bytes of the stores; nothing else. */
@NullMarked
package io.couplet.wire;

import org.jspecify.annotations.NullMarked;
