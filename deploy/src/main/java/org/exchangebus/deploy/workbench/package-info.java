/** What an owner works with: systems as their folders describe them, tried without connecting to anything. */
@NullMarked
package org.exchangebus.deploy.workbench;

import org.jspecify.annotations.NullMarked;
