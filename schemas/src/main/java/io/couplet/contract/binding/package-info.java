/** Where the entities of a system are stored: column binding files, shipped ones and a company's own. */
@NullMarked
package io.couplet.contract.binding;

import org.jspecify.annotations.NullMarked;
