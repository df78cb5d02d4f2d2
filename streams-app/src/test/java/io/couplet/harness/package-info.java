/** Real things for tests: a broker, and a registry that answers over HTTP. */
@NullMarked
package io.couplet.harness;

import org.jspecify.annotations.NullMarked;
