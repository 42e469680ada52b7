package org.tongke.frontend.shell;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.tongke.frontend.access.SignedIn;

/** The front door: leads everybody to the page that he or she begins with. */
@Controller
class StartPage {
    private static final String ELSE = "/me";

    @GetMapping("/")
    ResponseEntity<Void> start() {
        var path = SignedIn.current()
                .map(person -> person.account().getStartPath())
                .filter(StartPage::isOurs)
                .orElse(ELSE);
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(path))
                .build();
    }

    private static boolean isOurs(String path) {
        return path.length() > 1 && path.charAt(0) == '/' && path.charAt(1) != '/';
    }
}
