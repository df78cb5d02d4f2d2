@NullMarked
package io.couplet.simulation;

import org.jspecify.annotations.NullMarked;
