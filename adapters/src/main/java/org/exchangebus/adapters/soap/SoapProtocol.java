package org.exchangebus.adapters.soap;

import java.util.concurrent.TimeUnit;
import org.exchangebus.adapters.Protocol;
import org.exchangebus.adapters.Source;
import org.exchangebus.adapters.SourceSettings;

/** Protocol {@code soap}: services that are asked page by page and answer with one string of XML. */
public final class SoapProtocol implements Protocol {

    private final Tries.Waiter waiter;

    public SoapProtocol() {
        this(pause -> TimeUnit.MILLISECONDS.sleep(pause.toMillis()));
    }

    SoapProtocol(Tries.Waiter waiter) {
        this.waiter = waiter;
    }

    @Override
    public String name() {
        return "soap";
    }

    @Override
    public Source open(SourceSettings settings) {
        return new SoapSource(SoapSettings.of(settings), waiter);
    }
}
