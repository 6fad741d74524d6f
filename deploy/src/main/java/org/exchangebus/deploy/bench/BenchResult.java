package org.exchangebus.deploy.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One figure with the limit of the same run.
 *
 * @param name {@code bus} the first run, {@code unchanged} the same file again, {@code unguarded} the first once more,
 *     without landing, ledger and broker, by code that is warm by then
 * @param cpuSeconds of the bus's process, broker and file server included, the database not
 * @param peakHeapMb sum of the heap pools' peaks, garbage included
 */
record BenchResult(String name, long rows, Limits limits, double seconds, double cpuSeconds, double peakHeapMb) {

    /** The fields as they are printed, in order. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", name);
        fields.put("rows", rows);
        fields.put("bytes", limits.bytes());
        fields.put("seconds", rounded(seconds));
        fields.put("rowsPerSecond", Math.round(rows / seconds));
        fields.put("limitSeconds", rounded(limits.limitSeconds()));
        fields.put("floorSeconds", rounded(limits.floorSeconds()));
        fields.put("ratio", rounded(seconds / limits.limitSeconds()));
        fields.put("cpuSeconds", rounded(cpuSeconds));
        fields.put("rowsPerCpuSecond", Math.round(rows / cpuSeconds));
        fields.put("peakHeapMb", rounded(peakHeapMb));
        fields.put("load", rounded(limits.load()));
        return fields;
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
