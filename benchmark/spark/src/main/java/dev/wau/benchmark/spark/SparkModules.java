package dev.wau.benchmark.spark;

import org.apache.spark.launcher.JavaModuleOptions;

/** Prints the JVM's options that Spark's start scripts give it. */
public final class SparkModules {

    private SparkModules() {}

    /** Prints them on one line. */
    public static void main(String[] arguments) {
        System.out.println(JavaModuleOptions.defaultModuleOptions());
    }
}
