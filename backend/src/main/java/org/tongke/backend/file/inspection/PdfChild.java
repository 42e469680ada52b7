package org.tongke.backend.file.inspection;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The process in which PDFs are opened: it has little memory, nothing of the product's, and may be ended at any time. What it is asked comes
 * by its standard input, what it answers goes by its standard output; it ends with the input, or when nothing was asked for a while.
 */
final class PdfChild {
    /** After so long without work it ends by itself. */
    static final Duration IDLE = Duration.ofSeconds(60);

    private static volatile long lastAt = System.nanoTime();
    private static volatile boolean working;

    private PdfChild() {}

    public static void main(String[] arguments) throws IOException {
        var answers = new DataOutputStream(new FileOutputStream(FileDescriptor.out));
        // libraries that say something must not say it there
        System.setOut(System.err);
        Thread.ofPlatform().daemon().start(PdfChild::endWhenIdle);
        var questions = new DataInputStream(System.in);
        try {
            while (true) {
                var question = Question.read(questions);
                working = true;
                var answer = PdfPages.read(Path.of(question.pdf), Path.of(question.thumbnail), question.mostPages);
                answer.write(answers);
                if (answer.isExhausted()) {
                    return;
                }
                lastAt = System.nanoTime();
                working = false;
            }
        } catch (EOFException end) {
            // nobody asks any more
        }
    }

    private static void endWhenIdle() {
        while (working || System.nanoTime() - lastAt < IDLE.toNanos()) {
            try {
                Thread.sleep(Duration.ofSeconds(1));
            } catch (InterruptedException end) {
                break;
            }
        }
        Runtime.getRuntime().halt(0);
    }

    /**
     * What is asked.
     *
     * @param pdf file that is opened
     * @param thumbnail file that the first page is drawn into
     * @param mostPages more are refused
     */
    record Question(String pdf, String thumbnail, int mostPages) {

        static Question read(DataInputStream in) throws IOException {
            return new Question(in.readUTF(), in.readUTF(), in.readInt());
        }

        void write(DataOutputStream out) throws IOException {
            out.writeUTF(pdf);
            out.writeUTF(thumbnail);
            out.writeInt(mostPages);
            out.flush();
        }
    }

    /** What is found. */
    enum Verdict {
        GOOD,
        BROKEN,
        LOCKED,
        SCRIPTED,
        WITH_FILES,
        TOO_MANY_PAGES
    }

    /**
     * What is answered.
     *
     * @param pages of a good one
     * @param isDrawn whether the first page is in the file for it
     * @param isExhausted whether the memory did not do: the process ends
     */
    record Answer(Verdict verdict, int pages, boolean isDrawn, boolean isExhausted) {

        static Answer of(Verdict verdict) {
            return new Answer(verdict, 0, false, false);
        }

        static Answer read(DataInputStream in) throws IOException {
            return new Answer(Verdict.values()[in.readByte()], in.readInt(), in.readBoolean(), in.readBoolean());
        }

        void write(DataOutputStream out) throws IOException {
            out.writeByte(verdict.ordinal());
            out.writeInt(pages);
            out.writeBoolean(isDrawn);
            out.writeBoolean(isExhausted);
            out.flush();
        }
    }
}
