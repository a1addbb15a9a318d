package dev.wau.proof.same;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wau.load.Warehouse;
import dev.wau.proof.TestingRedshift;
import dev.wau.store.Location;
import dev.wau.store.ObjectStore;
import dev.wau.store.StoredObject;
import dev.wau.testing.redshift.SharedRedshift;
import dev.wau.testing.spark.LoadSubmission;
import dev.wau.testing.spark.SparkCluster;
import dev.wau.testing.spark.SparkDistribution;
import dev.wau.testing.spark.SparkProcess;
import dev.wau.testing.spark.WorkerSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The load job on a Spark cluster, submitted as users do, from a bucket that gets further files before each load, into
 * Redshift's stand-in.
 */
final class OnCluster implements Way {

    /** Each costs some ten seconds. */
    @Override
    public int loads() {
        return 2;
    }

    @Override
    public Warehouse load(ObjectStore central, List<List<StoredObject>> loads, Path folder) {
        Location bucket = TestingRedshift.newBucket();
        Path own = folder.resolve("cluster");
        String url = SharedRedshift.standIn().url();
        try (SparkCluster cluster = new SparkCluster(SparkDistribution.ofBuild(), own, WorkerSize.SMALL)) {
            cluster.addWorker();
            cluster.addWorker();
            LoadSubmission submission =
                    new LoadSubmission(cluster, own, bucket, SharedRedshift.s3().uri());
            for (List<StoredObject> files : loads) {
                copy(central, files, TestingRedshift.store(bucket));
                requireLoaded(submission.into(url));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return TestingRedshift.open(url, bucket);
    }

    private static void copy(ObjectStore from, List<StoredObject> files, ObjectStore to) throws IOException {
        for (StoredObject file : files) {
            try (InputStream in = from.read(file);
                    ObjectStore.Write out = to.write(file.key())) {
                in.transferTo(out);
                out.commit();
            }
        }
    }

    private static void requireLoaded(SparkProcess job) {
        try {
            assertThat(job.end()).as(job.log()).isZero();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        assertThat(job.log()).contains("{\"message\":\"loaded\"");
    }

    @Override
    public String toString() {
        return "Redshift's stand-in by Spark";
    }
}
