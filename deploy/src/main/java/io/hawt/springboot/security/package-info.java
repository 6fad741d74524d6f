/** The one class that Hawtio looks up by name in a package of its own; nobody else depends on it. */
@NullMarked
package io.hawt.springboot.security;

import org.jspecify.annotations.NullMarked;
