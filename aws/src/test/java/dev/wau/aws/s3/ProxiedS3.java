package dev.wau.aws.s3;

import dev.wau.testing.aws.S3Server;
import dev.wau.testing.network.HttpFault;
import dev.wau.testing.network.HttpFaultProxy;
import dev.wau.testing.network.HttpHead;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket, and a store of it whose requests go through a network that fails when it is told to. */
final class ProxiedS3 implements AutoCloseable {

    private final String bucket;
    private final HttpFaultProxy proxy;
    private final S3Client client;

    private ProxiedS3(String bucket) {
        this.bucket = bucket;
        try {
            this.proxy = HttpFaultProxy.before(TestS3.SERVER.uri());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.client = S3Server.client(proxy.uri()).build();
    }

    static ProxiedS3 open() {
        return new ProxiedS3(TestS3.SERVER.makeBucket());
    }

    static ProxiedS3 openVersioned() {
        return new ProxiedS3(TestS3.SERVER.makeVersionedBucket());
    }

    String bucket() {
        return bucket;
    }

    HttpFaultProxy proxy() {
        return proxy;
    }

    S3Client client() {
        return client;
    }

    /** The store behind the bad network. */
    S3Store store() {
        return TestS3.store(client, bucket);
    }

    /** The same store, near. */
    S3Store near() {
        return TestS3.store(bucket);
    }

    void fail(int times, Predicate<HttpHead> when, HttpFault fault) {
        proxy.fail(times, when, fault);
    }

    @Override
    public void close() {
        client.close();
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
