/**
 * The harness: the real application in a process that is killed, on a database and before departments that stay, and a
 * checker that compares what the registry holds and ever held with what the departments issued.
 */
@NullMarked
package org.exchangebus.deploy.harness;

import org.jspecify.annotations.NullMarked;
