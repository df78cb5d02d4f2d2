/** That the benchmarks measure what they say. */
@NullMarked
package io.couplet.benchmarks;

import org.jspecify.annotations.NullMarked;
