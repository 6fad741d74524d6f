/** Geometries as GeoJSON text: their coordinates swapped, transformed, measured. Sees nobody. */
@NullMarked
package org.exchangebus.transformers.geometry;

import org.jspecify.annotations.NullMarked;
