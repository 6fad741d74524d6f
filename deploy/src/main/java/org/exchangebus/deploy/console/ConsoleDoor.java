package org.exchangebus.deploy.console;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The bare address leads to the console. */
@Controller
final class ConsoleDoor {

    @GetMapping("/")
    String enter() {
        return "redirect:" + ConsoleSecurity.CONSOLE;
    }
}
