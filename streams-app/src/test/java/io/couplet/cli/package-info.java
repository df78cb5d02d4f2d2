/** Tests of the operator's commands. */
@NullMarked
package io.couplet.cli;

import org.jspecify.annotations.NullMarked;
