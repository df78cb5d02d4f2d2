/** The two sandbox databases: their tables and rules, and the sample data of a wholesale company in them. */
@NullMarked
package io.couplet.local.sandbox;

import org.jspecify.annotations.NullMarked;
