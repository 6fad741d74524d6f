package org.exchangebus.deploy.console;

import java.time.Clock;
import java.util.Map;
import org.exchangebus.routes.audit.Act;
import org.exchangebus.routes.ledger.Audit;
import org.springframework.context.ApplicationListener;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Enters logins in the audit; one that cannot be entered does not succeed.
 *
 * <p>Of a refused one the name is not kept: people type passwords there.
 */
final class ConsoleLogins implements ApplicationListener<AbstractAuthenticationEvent> {

    private static final String CONSOLE = "console";

    private final Audit audit;
    private final Refusals refusals;

    ConsoleLogins(Audit audit, Clock clock) {
        this.audit = audit;
        refusals = new Refusals(clock);
    }

    @Override
    public void onApplicationEvent(AbstractAuthenticationEvent event) {
        if (event instanceof AuthenticationSuccessEvent) {
            String who = event.getAuthentication().getName();
            audit.enter(Act.LOGIN, who, CONSOLE, null, Map.of("from", address(event.getAuthentication())));
        } else if (event instanceof AbstractAuthenticationFailureEvent) {
            int refused = refusals.next();
            if (refused > 0) {
                Map<String, String> detail =
                        Map.of("from", address(event.getAuthentication()), "refused", Integer.toString(refused));
                audit.enter(Act.LOGIN_REFUSED, "?", CONSOLE, null, detail);
            }
        }
    }

    private static String address(Authentication authentication) {
        return authentication.getDetails() instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "?";
    }
}
