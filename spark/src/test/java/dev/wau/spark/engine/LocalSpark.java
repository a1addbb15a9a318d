package dev.wau.spark.engine;

import java.nio.file.Path;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Spark in this process, on two threads, each task tried three times. One at a time. */
final class LocalSpark {

    private LocalSpark() {}

    /** @param scratch where its temporary files go */
    static JavaSparkContext start(Path scratch) {
        return new JavaSparkContext(new SparkConf()
                .setMaster("local[2,3]")
                .setAppName("wau test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.local.dir", scratch.toString())
                // As some clusters have it: it can't read records.
                .set("spark.serializer", "org.apache.spark.serializer.KryoSerializer"));
    }
}
