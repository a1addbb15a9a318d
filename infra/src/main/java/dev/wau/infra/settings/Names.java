package dev.wau.infra.settings;

import org.jspecify.annotations.Nullable;

/**
 * What things in AWS are called: one rule for all, so that other accounts, policies and people can know them before they are
 * there.
 *
 * @param name the product's part, {@code wau}
 * @param environment the environment's: {@code sandbox}, {@code production}
 * @param account twelve digits
 * @param bucket the central bucket
 * @param workgroup the warehouse's
 * @param namespace the warehouse's
 * @param warehouse the warehouse's database
 * @param catalog the Data Catalog's database
 */
public record Names(
        String name,
        String environment,
        String account,
        String region,
        String bucket,
        String workgroup,
        String namespace,
        String warehouse,
        String catalog) {

    /** As settings say; what they leave open is made of the first four. */
    static Names of(String name, String environment, String account, String region, Settings settings) {
        String prefix = name + "-" + environment;
        WarehouseSettings warehouse = settings.warehouse();
        return new Names(
                name,
                environment,
                account,
                region,
                given(settings.storage().bucket(), globally(prefix, "central", account, region)),
                given(warehouse.workgroup(), prefix),
                given(warehouse.namespace(), prefix),
                warehouse.database(),
                given(settings.catalog().database(), prefix.replace('-', '_')));
    }

    private static String given(@Nullable String name, String otherwise) {
        return name == null ? otherwise : name;
    }

    /** Buckets' names are shared by all the world. */
    private static String globally(String prefix, String role, String account, String region) {
        return prefix + "-" + role + "-" + account + "-" + region;
    }

    /** What names begin with. */
    public String prefix() {
        return name + "-" + environment;
    }

    /** A thing with this role in the system. */
    public String of(String role) {
        return prefix() + "-" + role;
    }

    /** The Glue job that loads. */
    public String job() {
        return of("load");
    }

    /** The catalog's connection to the warehouse. */
    public String connection() {
        return of("warehouse");
    }

    /** A log group of ours that no service names. */
    public String logGroup(String role) {
        return "/" + name + "/" + environment + "/" + role;
    }

    /** The bucket for what customers deliver. */
    public String landingBucket() {
        return globally(prefix(), "landing", account, region);
    }

    /** The bucket for access logs. */
    public String logBucket() {
        return globally(prefix(), "logs", account, region);
    }

    /** Of something in this account and region: {@code arn:aws:glue:eu-west-1:111122223333:job/wau-sandbox-load}. */
    public String arn(String service, String resource) {
        return "arn:" + partition() + ":" + service + ":" + region + ":" + account + ":" + resource;
    }

    /** Of a bucket, or of objects in it. */
    public String bucketArn(String path) {
        return "arn:" + partition() + ":s3:::" + path;
    }

    /** {@code aws}, or China's or the government's. */
    public String partition() {
        return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }

    /** The warehouse's host, which Redshift Serverless makes of these names. */
    public String warehouseHost() {
        String domain = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
        return workgroup + "." + account + "." + region + ".redshift-serverless." + domain;
    }

    /** The warehouse, without who logs in. */
    public String warehouseUrl() {
        return "jdbc:redshift://" + warehouseHost() + ":5439/" + warehouse;
    }
}
