/** The process that reads changes out of the systems and writes commands into them. */
@NullMarked
package io.couplet.connectors;

import org.jspecify.annotations.NullMarked;
