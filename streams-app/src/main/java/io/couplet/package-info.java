/** The application that decides what each side must become. */
@NullMarked
package io.couplet;

import org.jspecify.annotations.NullMarked;
