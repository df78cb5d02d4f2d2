/** A physical row as a record: the one projection that capture and apply share. */
@NullMarked
package io.couplet.connectors.row;

import org.jspecify.annotations.NullMarked;
