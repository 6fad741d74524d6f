package io.hawt.springboot.security;

import io.hawt.web.auth.RolePrincipal;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.security.auth.Subject;
import javax.security.auth.callback.CallbackHandler;
import javax.security.auth.spi.LoginModule;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;

/**
 * Tells Hawtio the roles of whoever is logged in with Spring Security.
 *
 * <p>Hawtio looks this class up by exactly this name; the artifact that would bring it is not published. It runs
 * after Spring's own login module, which has put the authentication into the subject.
 */
public final class HawtioSpringSecurityLoginModule implements LoginModule {

    private static final String PREFIX = "ROLE_";

    private @Nullable Subject subject;

    @Override
    public void initialize(
            Subject subject, CallbackHandler handler, Map<String, ?> sharedState, Map<String, ?> options) {
        this.subject = subject;
    }

    @Override
    public boolean login() {
        return true;
    }

    @Override
    public boolean commit() {
        if (subject != null) {
            subject.getPrincipals().addAll(roles(subject.getPrincipals(Authentication.class)));
        }
        return true;
    }

    @Override
    public boolean abort() {
        return true;
    }

    @Override
    public boolean logout() {
        if (subject != null) {
            subject.getPrincipals().removeIf(RolePrincipal.class::isInstance);
        }
        return true;
    }

    private static Set<Principal> roles(Set<Authentication> authentications) {
        return authentications.stream()
                .flatMap(authentication -> authentication.getAuthorities().stream())
                .map(authority -> String.valueOf(authority.getAuthority()))
                .map(name -> name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name)
                .map(RolePrincipal::new)
                .collect(Collectors.toSet());
    }
}
