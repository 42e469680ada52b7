package org.tongke.frontend.verification;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A lasting address of a file: leads on to one of the bucket's, which are good for minutes only. */
@Controller
class EvidenceFile {
    private final Standings standings;

    EvidenceFile(Standings standings) {
        this.standings = standings;
    }

    @GetMapping("/evidence-file")
    ResponseEntity<Void> open(@RequestParam("of") String evidenceId) {
        var address = standings.findFileUrl(evidenceId).orElse("/missing");
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(URI.create(address))
                .build();
    }
}
