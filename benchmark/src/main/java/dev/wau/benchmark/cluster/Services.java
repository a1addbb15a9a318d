package dev.wau.benchmark.cluster;

import dev.wau.aws.s3.S3Store;
import dev.wau.benchmark.data.DataFile;
import dev.wau.benchmark.data.Dataset;
import dev.wau.benchmark.data.Folders;
import dev.wau.benchmark.data.Markers;
import dev.wau.model.Digests;
import dev.wau.model.ObjectKey;
import dev.wau.model.Sha256;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StorePlace;
import dev.wau.testing.aws.S3Server;
import dev.wau.testing.redshift.RedshiftStandIn;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3 and Redshift as this machine has them: {@link S3Proxy} over a folder, and the stand-in, in this process. */
public final class Services implements AutoCloseable {

    private final Path folder;
    /** Until S3Proxy has put the parts of a large object together. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final S3Server s3;
    private final S3Client client;
    private final RedshiftStandIn redshift;

    private Services(Path folder, S3Server s3, RedshiftStandIn redshift) {
        this.folder = folder;
        this.s3 = s3;
        this.client = S3Server.client(s3.uri())
                .httpClientBuilder(ApacheHttpClient.builder().socketTimeout(PATIENCE))
                .build();
        this.redshift = redshift;
    }

    /** Starts them; the folder is theirs alone. */
    public static Services start(Path folder) throws IOException {
        S3Server s3 = S3Server.startIn(folder);
        return new Services(folder, s3, RedshiftStandIn.start(s3.uri()));
    }

    /**
     * A central bucket.
     *
     * @param bucket its name
     * @param dataset its files
     * @param bytes of the files
     */
    public record Central(String bucket, Dataset dataset, long bytes) {

        /** Where it is. */
        Location location() {
            return Location.of("s3://" + bucket);
        }
    }

    /** A new central bucket with a data set's files and their completion marker. */
    public Central upload(Dataset dataset) {
        Central central = new Central(s3.makeBucket(), dataset, dataset.centralBytes());
        ObjectStore store = new S3Store(client, StorePlace.of(central.location()));
        List<Sha256> digests = dataset.files().parallelStream()
                .map(file -> upload(dataset, file, store))
                .toList();
        new Markers(dataset, store).publish(digests);
        return central;
    }

    private static Sha256 upload(Dataset dataset, DataFile file, ObjectStore store) {
        MessageDigest digest = Digests.begin();
        Path path = file.in(dataset.central());
        ObjectKey key = new ObjectKey("csv/" + file.customer() + "/" + file.name());
        try (InputStream in = new DigestInputStream(Files.newInputStream(path), digest);
                ObjectStore.Write out = store.write(key)) {
            in.transferTo(out);
            out.commit();
            return Digests.end(digest);
        } catch (IOException e) {
            throw new IllegalStateException("Cannot upload " + path, e);
        }
    }

    /** A new, empty warehouse, with a user whose password is in the cluster's environment. */
    String warehouse() {
        return redshift.url() + "&user=" + RedshiftStandIn.USER;
    }

    URI endpoint() {
        return s3.uri();
    }

    /** Paths of what stands under a prefix, which this machine can read as files. */
    List<Path> files(Central central, String prefix) throws IOException {
        try (Stream<Path> all = Files.walk(bucket(central).resolve(prefix))) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    /** Removes what stands under a prefix. */
    void delete(Central central, String prefix) throws IOException {
        Folders.delete(bucket(central).resolve(prefix));
    }

    /** Removes a bucket. */
    public void delete(Central central) throws IOException {
        Folders.delete(bucket(central));
    }

    private Path bucket(Central central) {
        return folder.resolve(central.bucket());
    }

    @Override
    public void close() throws IOException {
        redshift.close();
        client.close();
        s3.close();
        Folders.delete(folder);
    }
}
