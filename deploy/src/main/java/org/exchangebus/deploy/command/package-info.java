/** The command line: commands, exit codes, what is printed where. Depends on everything below it. */
@NullMarked
package org.exchangebus.deploy.command;

import org.jspecify.annotations.NullMarked;
