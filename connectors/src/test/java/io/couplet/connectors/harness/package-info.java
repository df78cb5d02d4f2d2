/** Real things beside the code under test: a broker and databases, started once for the module. */
@NullMarked
package io.couplet.connectors.harness;

import org.jspecify.annotations.NullMarked;
