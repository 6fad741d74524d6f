package org.exchangebus.adapters.format;

import org.exchangebus.schemas.problem.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What a look through a whole file found.
 *
 * @param rows how many rows the file has, bad ones included
 * @param badRows how many of them cannot be read
 * @param isEnded whether the file shows that it is complete: its last line has a line end
 * @param problem why the file cannot be taken as a whole; null if it can
 */
public record FileCheck(
        long rows, long badRows, boolean isEnded, @Nullable Finding problem) {

    static FileCheck refused(Finding problem) {
        return new FileCheck(0, 0, true, problem);
    }
}
