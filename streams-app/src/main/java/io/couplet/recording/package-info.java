/** What the topics tell of a history, in the form that the guarantees are checked on. The same for the topology and for a started stack. */
@NullMarked
package io.couplet.recording;

import org.jspecify.annotations.NullMarked;
