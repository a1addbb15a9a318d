package dev.wau.aws.s3;

import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/**
 * An object's bytes from one of them on, as they arrive. Where they break off (a reset, an early end, silence), reading goes on at the byte
 * reached, in the same version; the tries are bounded as long as less than 1 MiB comes between two breaks. Closed before
 * its end, or skipped far, the connection is dropped, for to read it to its end would fetch what nobody wants. Not
 * thread-safe.
 */
final class S3Body extends InputStream {

    private static final int FAR = 1 << 20;

    private final S3Reader reader;
    private final Backoff backoff;
    private final long length;
    private @Nullable ResponseInputStream<GetObjectResponse> in;
    private long position;
    private long brokeAt;
    private int breaks;
    private boolean closed;

    /**
     * Opens it.
     *
     * @param from its first byte's offset, at most the size
     * @param size of the object
     * @throws WauException OBJECT_CHANGED, NOT_FOUND, STORE_FAILED
     */
    S3Body(S3Reader reader, Backoff backoff, long from, long size) {
        this.reader = reader;
        this.backoff = backoff;
        // S3 refuses a range that starts at the end: the last byte is asked for then, so that the version is.
        long asked = Math.max(0, Math.min(from, size - 1));
        ResponseInputStream<GetObjectResponse> bytes = reader.open(asked);
        this.in = bytes;
        this.length = asked + bytes.response().contentLength();
        this.position = from;
        this.brokeAt = from;
        if (asked < from) {
            drop();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int start, int count) throws IOException {
        Objects.checkFromIndexSize(start, count, bytes.length);
        if (closed) {
            throw new IOException("The stream of " + reader.key() + " is closed");
        }
        while (true) {
            try {
                int read = current().read(bytes, start, count);
                if (read >= 0 || position >= length) {
                    position += Math.max(0, read);
                    return read;
                }
                broke(new IOException("it ended"));
            } catch (IOException e) {
                broke(e);
            } catch (SdkException e) {
                // A checksum that doesn't match, or an interruption.
                throw reader.bucket().failed(S3Action.READ, reader.key(), e);
            }
        }
    }

    private InputStream current() {
        ResponseInputStream<GetObjectResponse> open = in;
        if (open != null) {
            return open;
        }
        if (position >= length) {
            return InputStream.nullInputStream();
        }
        open = reader.open(position);
        in = open;
        return open;
    }

    private void broke(IOException cause) {
        drop();
        breaks = position - brokeAt >= FAR ? 1 : breaks + 1;
        brokeAt = position;
        if (breaks == backoff.tries()) {
            throw new WauException(
                    ErrorCode.STORE_FAILED,
                    "Cannot read " + reader.bucket().location().of(reader.key()) + ": it broke off " + breaks
                            + " times, at last at byte " + position + " of " + length + " (" + cause.getMessage()
                            + "). Check the network, and run again.",
                    cause);
        }
        backoff.pause(breaks);
    }

    @Override
    public long skip(long count) throws IOException {
        long step = Math.max(0, Math.min(count, length - position));
        if (step <= FAR) {
            return super.skip(step);
        }
        drop();
        position += step;
        return step;
    }

    private void drop() {
        if (in != null) {
            in.abort();
            in = null;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        if (in != null && position >= length) {
            in.close();
            in = null;
        }
        drop();
    }
}
