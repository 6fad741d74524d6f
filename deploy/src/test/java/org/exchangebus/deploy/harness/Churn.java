package org.exchangebus.deploy.harness;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;

/** Keeps all departments changing until it is closed; what went wrong at one is told then. */
final class Churn implements AutoCloseable {

    private final AtomicBoolean isOver = new AtomicBoolean();
    private final List<CompletableFuture<Void>> changing;

    /**
     * Begins to change.
     *
     * @param batch how many wells change at once at each department, on average
     * @param pause milliseconds between two changes of a department, on average
     */
    Churn(List<Department> departments, long seed, int batch, int pause) {
        changing = departments.stream()
                .map(department -> CompletableFuture.runAsync(() ->
                        change(department, new Random(seed ^ department.system().hashCode()), batch, pause)))
                .toList();
    }

    private void change(Department department, Random random, int batch, int pause) {
        try {
            while (!isOver.get()) {
                department.change(1 + batch / 2 + random.nextInt(batch));
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause / 2 + random.nextInt(pause)));
            }
        } catch (Exception e) {
            throw new IllegalStateException(department.system(), e);
        }
    }

    @Override
    public void close() {
        isOver.set(true);
        changing.forEach(CompletableFuture::join);
    }
}
