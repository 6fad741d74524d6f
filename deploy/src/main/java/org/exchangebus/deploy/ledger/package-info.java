/** What the ledger says, written for people and machines: runs, certificates, differences, days. The command line depends on it. */
@NullMarked
package org.exchangebus.deploy.ledger;

import org.jspecify.annotations.NullMarked;
