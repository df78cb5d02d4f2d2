@NullMarked
package io.couplet.local.sandbox;

import org.jspecify.annotations.NullMarked;
