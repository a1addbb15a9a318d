package dev.wau.infra.stack;

import dev.wau.infra.settings.CatalogSettings;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awscdk.services.glue.CfnClassifier;
import software.amazon.awscdk.services.glue.CfnConnection;
import software.amazon.awscdk.services.glue.CfnCrawler;
import software.amazon.awscdk.services.glue.CfnDatabase;
import software.amazon.awscdk.services.iam.Role;
import software.constructs.Construct;

/**
 * The Data Catalog: a database, the connection to the warehouse, and a crawler over {@code csv/} alone and the warehouse's
 * table. What the crawler can't know, {@code wau crawl} registers in the same tables.
 *
 * @see <a href="https://docs.aws.amazon.com/glue/latest/dg/crawler-grouping-policy.html">AWS: one combined table</a>
 */
final class Catalog extends Construct {

    private static final String ONE_TABLE =
            "{\"Version\":1.0,\"Grouping\":{\"TableGroupingPolicy\":\"CombineCompatibleSchemas\"}}";

    private final Names names;
    private final CfnConnection connection;

    Catalog(Construct scope, Deployment deployment, Storage storage, Network network, Warehouse warehouse) {
        super(scope, "Catalog");
        this.names = deployment.names();
        CatalogSettings settings = deployment.settings().catalog();
        CfnDatabase database = CfnDatabase.Builder.create(this, "Database")
                .catalogId(names.account())
                .databaseInput(CfnDatabase.DatabaseInputProperty.builder()
                        .name(names.catalog())
                        .description("wau: the aggregated files and the warehouse's table")
                        .build())
                .build();
        this.connection = connection(network, warehouse);
        Role role = role(storage, warehouse);
        CfnCrawler crawler = CfnCrawler.Builder.create(this, "Crawler")
                .name(names.prefix())
                .description("wau: csv/ and the warehouse's table; never complete/")
                .role(role.getRoleArn())
                .databaseName(names.catalog())
                .tablePrefix(settings.tablePrefix())
                .classifiers(List.of(classifier().getRef()))
                .targets(targets(deployment, storage))
                .recrawlPolicy(CfnCrawler.RecrawlPolicyProperty.builder()
                        .recrawlBehavior("CRAWL_EVERYTHING")
                        .build())
                .schemaChangePolicy(CfnCrawler.SchemaChangePolicyProperty.builder()
                        .updateBehavior(settings.onChange())
                        .deleteBehavior(settings.onDelete())
                        .build())
                .schedule(
                        settings.crawlerSchedule() == null
                                ? null
                                : CfnCrawler.ScheduleProperty.builder()
                                        .scheduleExpression(settings.crawlerSchedule())
                                        .build())
                .configuration(ONE_TABLE)
                .build();
        crawler.getNode().addDependency(database);
        crawler.getNode().addDependency(connection);
    }

    private CfnConnection connection(Network network, Warehouse warehouse) {
        Map<String, String> properties = new TreeMap<>();
        properties.put("JDBC_CONNECTION_URL", warehouse.url());
        properties.put("JDBC_ENFORCE_SSL", "true");
        properties.put("SECRET_ID", warehouse.secret());
        return CfnConnection.Builder.create(this, "Connection")
                .catalogId(names.account())
                .connectionInput(CfnConnection.ConnectionInputProperty.builder()
                        .name(names.connection())
                        .description("wau: the warehouse, as its administrator")
                        .connectionType("JDBC")
                        .connectionProperties(properties)
                        .physicalConnectionRequirements(CfnConnection.PhysicalConnectionRequirementsProperty.builder()
                                .subnetId(network.subnet())
                                .availabilityZone(network.zone())
                                .securityGroupIdList(List.of(network.job().getSecurityGroupId()))
                                .build())
                        .build())
                .build();
    }

    /** Aggregation writes one dialect: a header, commas, quotes. */
    private CfnClassifier classifier() {
        return CfnClassifier.Builder.create(this, "Classifier")
                .csvClassifier(CfnClassifier.CsvClassifierProperty.builder()
                        .name(names.of("csv"))
                        .containsHeader("PRESENT")
                        .delimiter(",")
                        .quoteSymbol("\"")
                        .allowSingleColumn(false)
                        .disableValueTrimming(true)
                        .build())
                .build();
    }

    private CfnCrawler.TargetsProperty targets(Deployment deployment, Storage storage) {
        return CfnCrawler.TargetsProperty.builder()
                .s3Targets(List.of(CfnCrawler.S3TargetProperty.builder()
                        .path("s3://" + storage.central().getBucketName() + "/csv/")
                        .build()))
                .jdbcTargets(List.of(CfnCrawler.JdbcTargetProperty.builder()
                        .connectionName(names.connection())
                        .path(names.warehouse() + "/"
                                + deployment.settings().warehouse().schema() + "/wau_audit_logs")
                        .build()))
                .build();
    }

    private Role role(Storage storage, Warehouse warehouse) {
        Role role = Role.Builder.create(this, "CrawlerRole")
                .roleName(names.of("crawler"))
                .description("wau: the crawler")
                .assumedBy(Trust.service("glue.amazonaws.com"))
                .build();
        role.addToPolicy(Allow.on(storage.central().arnForObjects("csv/*"), "s3:GetObject"));
        role.addToPolicy(Allow.when(
                Map.of("StringLike", Map.of("s3:prefix", List.of("csv", "csv/*"))),
                storage.central().getBucketArn(),
                "s3:ListBucket"));
        role.addToPolicy(Allow.on(
                List.of(
                        names.arn("glue", "catalog"),
                        names.arn("glue", "database/" + names.catalog()),
                        names.arn("glue", "table/" + names.catalog() + "/*")),
                "glue:GetDatabase",
                "glue:GetTable",
                "glue:GetTables",
                "glue:CreateTable",
                "glue:UpdateTable",
                "glue:DeleteTable",
                "glue:GetPartition",
                "glue:GetPartitions",
                "glue:BatchGetPartition",
                "glue:CreatePartition",
                "glue:BatchCreatePartition",
                "glue:UpdatePartition",
                "glue:BatchUpdatePartition",
                "glue:DeletePartition",
                "glue:BatchDeletePartition"));
        GlueRights.connection(role, names, warehouse);
        GlueRights.logs(role, names);
        storage.allowReading(role);
        return role;
    }

    CfnConnection connection() {
        return connection;
    }
}
