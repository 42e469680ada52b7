package org.tongke.frontend.resource;

import static org.tongke.frontend.component.Texts.text;

import com.vaadin.flow.component.button.Button;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongke.frontend.client.RefusedException;
import org.tongke.frontend.component.FormProblems;
import org.tongke.frontend.contract.types.UploadTicket;
import org.tongke.frontend.resource.Sharing.Shared;

/**
 * Brings what is shared to its end: a link at once, a file after its bytes. Where that breaks off, another tap goes on: the same values are asked
 * for under the same id, so that nothing is there twice and nothing goes again that has arrived.
 */
final class ShareSteps {
    private final Sharing sharing;
    private final SendFile file;
    private final FormProblems problems;
    private final Button button;
    private final Consumer<String> done;
    private UUID id = UUID.randomUUID();
    private @Nullable Object asked;

    /**
     * @param button what begins it; it rests while something is on its way
     * @param done called with the id of the resource; empty where the answer names none
     */
    ShareSteps(Sharing sharing, SendFile file, FormProblems problems, Button button, Consumer<String> done) {
        this.sharing = sharing;
        this.file = file;
        this.problems = problems;
        this.button = button;
        this.done = done;
    }

    /**
     * Begins, or goes on.
     *
     * @param values all that is said
     * @param ask asks for it under an id
     */
    <V> void go(V values, BiFunction<UUID, V, Shared> ask) {
        if (!Objects.equals(values, asked)) {
            asked = values;
            id = UUID.randomUUID();
        }
        problems.clear();
        button.setEnabled(false);
        try {
            var shared = ask.apply(id, values);
            if (shared.ticket().isPresent()) {
                var ticket = shared.ticket().get();
                file.send(ticket, status -> arrived(ticket, status));
            } else {
                done.accept(shared.resourceId().orElse(""));
            }
        } catch (RefusedException refused) {
            rest();
            problems.say(refused);
        } catch (RuntimeException failed) {
            rest();
            throw failed;
        }
    }

    private void arrived(UploadTicket ticket, int status) {
        if (status < 200 || status >= 300) {
            rest();
            problems.say(status == 0 ? text("resource.sending.broken") : text("resource.sending.refused", status));
            return;
        }
        try {
            done.accept(sharing.confirm(ticket.getId()));
        } catch (RefusedException refused) {
            rest();
            problems.say(refused);
        } catch (RuntimeException failed) {
            rest();
            throw failed;
        }
    }

    private void rest() {
        button.setEnabled(true);
        problems.clear();
    }
}
