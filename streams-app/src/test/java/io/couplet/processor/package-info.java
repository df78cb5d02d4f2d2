/** What the steps keep. */
@NullMarked
package io.couplet.processor;

import org.jspecify.annotations.NullMarked;
