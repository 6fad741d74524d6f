package org.exchangebus.deploy.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One figure with the limit of the same run.
 *
 * @param name {@code bus} the first run, {@code unchanged} the same file again
 * @param limitSeconds the same rows brought by hand: COPY to staging, then a keyed upsert
 * @param floorSeconds plain COPY into an empty keyed table
 * @param cpuSeconds of the bus's process, broker and file server included, the database not
 * @param peakHeapMb sum of the heap pools' peaks, garbage included
 * @param load load average of the machine before the run
 */
record BenchResult(
        String name,
        long rows,
        long bytes,
        double seconds,
        double limitSeconds,
        double floorSeconds,
        double cpuSeconds,
        double peakHeapMb,
        double load) {

    /** The fields as they are printed, in order. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("rows", rows);
        fields.put("bytes", bytes);
        fields.put("seconds", rounded(seconds));
        fields.put("rowsPerSecond", Math.round(rows / seconds));
        fields.put("limitSeconds", rounded(limitSeconds));
        fields.put("floorSeconds", rounded(floorSeconds));
        fields.put("ratio", rounded(seconds / limitSeconds));
        fields.put("cpuSeconds", rounded(cpuSeconds));
        fields.put("rowsPerCpuSecond", Math.round(rows / cpuSeconds));
        fields.put("peakHeapMb", rounded(peakHeapMb));
        fields.put("load", rounded(load));
        return fields;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
