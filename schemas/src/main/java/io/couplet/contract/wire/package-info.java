/**
 * The wire format of all topics: a zero byte, the schema's id in the registry (four bytes), the Avro binary form. Any
 * client that speaks Confluent's format can read it.
 */
@NullMarked
package io.couplet.contract.wire;

import org.jspecify.annotations.NullMarked;
