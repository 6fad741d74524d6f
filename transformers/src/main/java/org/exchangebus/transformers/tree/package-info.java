/** Documents inside of cells: XML and JSON as flat trees, and paths into them. Sees problem. */
@NullMarked
package org.exchangebus.transformers.tree;

import org.jspecify.annotations.NullMarked;
