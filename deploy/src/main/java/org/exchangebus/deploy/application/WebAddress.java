package org.exchangebus.deploy.application;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import org.exchangebus.deploy.configuration.BusConfiguration.Web;
import org.exchangebus.deploy.problem.DeployProblem;
import org.exchangebus.schemas.problem.Finding;
import org.exchangebus.schemas.problem.ProblemException;

/** The address of the web pages, tried before anything slow is started. */
public final class WebAddress {

    private WebAddress() {}

    /** Says now that a port is taken or an address is not ours, instead of half a minute later. */
    public static void requireFree(Web web) {
        String shown = web.address() + ":" + web.port();
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(web.address()), web.port()));
        } catch (UnknownHostException e) {
            throw problem(DeployProblem.ADDRESS_NOT_LOCAL, web.address(), e);
        } catch (BindException e) {
            boolean isTaken = String.valueOf(e.getMessage()).contains("in use");
            throw isTaken
                    ? problem(DeployProblem.PORT_IN_USE, shown, e)
                    : problem(DeployProblem.ADDRESS_NOT_LOCAL, web.address(), e);
        } catch (IOException e) {
            throw problem(DeployProblem.PORT_IN_USE, shown, e);
        }
    }

    private static ProblemException problem(DeployProblem problem, String argument, Exception cause) {
        return new ProblemException(Finding.of("web", problem, argument), cause);
    }
}
