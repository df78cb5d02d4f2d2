/** What holds for the whole application. */
@NullMarked
package io.couplet;

import org.jspecify.annotations.NullMarked;
