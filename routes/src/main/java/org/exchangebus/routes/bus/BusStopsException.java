package org.exchangebus.routes.bus;

/** The bus is being stopped; the run stays open and is finished after the next start. */
final class BusStopsException extends RuntimeException {

    BusStopsException() {
        super("The bus stops");
    }
}
