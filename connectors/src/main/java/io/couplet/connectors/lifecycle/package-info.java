/** What state a connector is in, and how it waits and comes back. */
@NullMarked
package io.couplet.connectors.lifecycle;

import org.jspecify.annotations.NullMarked;
