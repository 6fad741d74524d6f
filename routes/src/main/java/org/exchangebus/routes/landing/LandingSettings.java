package org.exchangebus.routes.landing;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a landing store is made from.
 *
 * @param directory the store's own directory; made where it is missing
 * @param keys what segments are sealed with
 * @param keep how long the segments of a run stay once it is proven and acknowledged
 * @param budget most bytes that the store holds on disk
 * @param reserve bytes that stay free on its disk
 */
public record LandingSettings(Path directory, LandingKeys keys, Duration keep, long budget, long reserve) {}
