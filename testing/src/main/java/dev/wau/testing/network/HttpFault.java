package dev.wau.testing.network;

import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** What happens to a request between its client and its server. */
@FunctionalInterface
public interface HttpFault {

    /** Carries it out. */
    void play(HttpPassage passage) throws IOException;

    /** The server isn't asked; this is the reply. */
    static HttpFault reply(HttpReply reply) {
        return passage -> {
            passage.body();
            passage.reply(reply);
        };
    }

    /** The server does what it is asked; the client is cut off instead of hearing so. */
    static HttpFault loseReply() {
        return passage -> {
            passage.forward();
            passage.reset();
        };
    }

    /** The reply's body is cut off by a reset after so many bytes. */
    static HttpFault resetReplyAfter(int bytes) {
        return passage -> {
            passage.replyPart(passage.forward(), bytes);
            // A reset overtakes what is on its way: the client is to see the bytes before.
            pause(Duration.ofMillis(100));
            passage.reset();
        };
    }

    /** The reply's body ends in good order after so many bytes. */
    static HttpFault endReplyAfter(int bytes) {
        return passage -> {
            passage.replyPart(passage.forward(), bytes);
            passage.hangUp();
        };
    }

    /** After so many bytes of the reply's body nothing comes for so long. */
    static HttpFault stallReplyAfter(int bytes, Duration silence) {
        return passage -> {
            passage.replyPart(passage.forward(), bytes);
            pause(silence);
            passage.hangUp();
        };
    }

    /** The client is cut off when it has sent so much of its body; the server never hears of it. */
    static HttpFault resetRequestAfter(int bytes) {
        return passage -> {
            passage.readSome(bytes);
            passage.reset();
        };
    }

    /** The server gets the body with one bit turned over, in its middle. */
    static HttpFault damageRequest() {
        return passage -> {
            byte[] body = passage.body().clone();
            body[body.length / 2] ^= 1;
            passage.reply(passage.forward(body));
        };
    }

    /** The client gets another reply than the server's. */
    static HttpFault changeReply(UnaryOperator<HttpReply> change) {
        return passage -> passage.reply(change.apply(passage.forward()));
    }

    /** Waits. */
    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
