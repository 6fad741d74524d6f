package org.exchangebus.deploy.harness;

import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Processor;
import org.apache.camel.spi.InterceptStrategy;
import org.apache.camel.support.processor.DelegateAsyncProcessor;
import org.exchangebus.deploy.harness.KillPoint.Moment;

/** Stands before and behind every step of every route. */
final class KillingSteps implements InterceptStrategy {

    private final KillPoint point;

    KillingSteps(KillPoint point) {
        this.point = point;
    }

    @Override
    public Processor wrapProcessorInInterceptors(
            CamelContext context, NamedNode definition, Processor target, Processor nextTarget) {
        String id = String.valueOf(definition.getId());
        boolean isHere = id.equals(point.place()) || id.endsWith("-" + point.place());
        return !isHere
                ? target
                : new DelegateAsyncProcessor(target) {
                    @Override
                    public boolean process(Exchange exchange, AsyncCallback callback) {
                        point.reach(Moment.BEFORE_STEP, point.place());
                        return super.process(exchange, isSync -> {
                            point.reach(Moment.AFTER_STEP, point.place());
                            callback.done(isSync);
                        });
                    }
                };
    }
}
