/** Files of FTP and SFTP servers: when one is complete, how it is fetched, what becomes of it; sees the formats. */
@NullMarked
package org.exchangebus.adapters.file;

import org.jspecify.annotations.NullMarked;
