/** Records what happened on a started stack, from the databases and the topics alone, in the form that the guarantees are checked on. */
@NullMarked
package io.couplet.e2e.recording;

import org.jspecify.annotations.NullMarked;
