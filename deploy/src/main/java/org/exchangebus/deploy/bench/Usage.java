package org.exchangebus.deploy.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** What a stretch of work cost this process: seconds, CPU seconds, peak heap. */
final class Usage {

    private final com.sun.management.OperatingSystemMXBean system =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();
    private final long start;
    private final long cpuStart;

    private Usage() {
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        cpuStart = system.getProcessCpuTime();
        start = System.nanoTime();
    }

    /** Begins to count. */
    static Usage begin() {
        return new Usage();
    }

    double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    /** CPU seconds of this process since the beginning; the database's processes are not in it. */
    double cpuSeconds() {
        return (system.getProcessCpuTime() - cpuStart) / 1e9;
    }

    /** Sum of the heap pools' peaks since the beginning, garbage included: never less than the true peak. */
    double peakHeapMb() {
        return heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / (1024.0 * 1024.0);
    }

    /** The machine's load average over the last minute. */
    double load() {
        return system.getSystemLoadAverage();
    }
}
