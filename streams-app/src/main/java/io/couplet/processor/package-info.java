/** The two stateful steps: read state, ask the domain, write state, forward. */
@NullMarked
package io.couplet.processor;

import org.jspecify.annotations.NullMarked;
