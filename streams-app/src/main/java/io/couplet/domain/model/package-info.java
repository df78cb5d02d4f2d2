/** The words of the core: records, values, images, versions, commands. Immutable, free of Kafka, Avro and time. */
@NullMarked
package io.couplet.domain.model;

import org.jspecify.annotations.NullMarked;
