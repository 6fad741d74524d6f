package org.exchangebus.deploy.console;

import java.time.Clock;
import org.exchangebus.routes.ledger.Audit;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Everything behind a login except the health of the process; what is not named is refused. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class ConsoleSecurity {

    static final String CONSOLE = "/actuator/hawtio";

    @Bean
    SecurityFilterChain consoleChain(HttpSecurity http) throws Exception {
        // Hawtio reads the token from the cookie and sends it back with each call of Jolokia.
        CsrfTokenRequestAttributeHandler plainToken = new CsrfTokenRequestAttributeHandler();
        plainToken.setCsrfRequestAttributeName(null);
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness", "/error")
                        .permitAll()
                        .requestMatchers("/", "/actuator", "/actuator/**")
                        .hasRole("admin")
                        .anyRequest()
                        .denyAll())
                .formLogin(login -> login.defaultSuccessUrl(CONSOLE))
                .logout(Customizer.withDefaults())
                .csrf(csrf -> csrf.csrfTokenRepository(CookieCsrfTokenRepository.withHttpOnlyFalse())
                        .csrfTokenRequestHandler(plainToken))
                .headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()")))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .build();
    }

    @Bean
    UserDetailsService consoleUsers(ConsoleUser user) {
        return new InMemoryUserDetailsManager(User.withUsername(user.name())
                .password(user.hash())
                .roles("admin", "viewer")
                .build());
    }

    @Bean
    PasswordEncoder consolePasswords() {
        return ConsoleUser.ENCODER;
    }

    /** A hub alone has no ledger, and so no audit. */
    @Bean
    @ConditionalOnBean(Audit.class)
    ConsoleLogins consoleLogins(Audit audit) {
        return new ConsoleLogins(audit, Clock.systemUTC());
    }

    @Bean
    ConsoleDoor consoleDoor() {
        return new ConsoleDoor();
    }
}
