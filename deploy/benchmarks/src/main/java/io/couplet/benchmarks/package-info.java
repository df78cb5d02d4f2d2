/** How fast the core decides: the two pure steps without Kafka, measured by JMH. */
@NullMarked
package io.couplet.benchmarks;

import org.jspecify.annotations.NullMarked;
