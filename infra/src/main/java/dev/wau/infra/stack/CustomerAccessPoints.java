package dev.wau.infra.stack;

import dev.wau.infra.settings.CustomerAccess;
import dev.wau.infra.settings.Deployment;
import dev.wau.infra.settings.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.AccountPrincipal;
import software.amazon.awscdk.services.iam.PolicyDocument;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.CfnAccessPoint;
import software.constructs.Construct;

/**
 * An access point for each customer's account: to read its own aggregated files, or to deliver its exports, and nothing of
 * others'. The bucket's own policy lets these accounts in through access points of this account alone, so what one may do
 * stands in its access point.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-points-policies.html">AWS: policies of access
 *     points</a>
 */
final class CustomerAccessPoints {

    private final Construct scope;
    private final Deployment deployment;

    CustomerAccessPoints(Construct scope, Deployment deployment) {
        this.scope = scope;
        this.deployment = deployment;
    }

    /** Accounts that read their own files. */
    void read(Bucket central) {
        List<CustomerAccess> customers = deployment.customers(CustomerAccess.Kind.READ);
        for (CustomerAccess customer : customers) {
            String folder = "csv/" + customer.name() + "/";
            Point point = new Point(customer, central, "read");
            point.create(point.list(folder), point.allow(folder, "s3:GetObject", "s3:GetObjectVersion"));
        }
        letIn(central, customers, "s3:GetObject", "s3:GetObjectVersion", "s3:ListBucket");
    }

    /** Accounts that deliver. What they put, they can't see, change or take back. */
    void deliver(Bucket landing) {
        List<CustomerAccess> customers = deployment.customers(CustomerAccess.Kind.DELIVER);
        for (CustomerAccess customer : customers) {
            Point point = new Point(customer, landing, "deliver");
            point.create(point.allow(customer.name() + "/", "s3:PutObject", "s3:AbortMultipartUpload"));
        }
        letIn(landing, customers, "s3:PutObject", "s3:AbortMultipartUpload");
    }

    private void letIn(Bucket bucket, List<CustomerAccess> customers, String... actions) {
        if (customers.isEmpty()) {
            return;
        }
        PolicyStatement statement = Allow.on(List.of(bucket.getBucketArn(), bucket.arnForObjects("*")), actions);
        statement.addConditions(Map.of(
                "StringEquals",
                Map.of("s3:DataAccessPointAccount", deployment.names().account())));
        List<AccountPrincipal> accounts = customers.stream()
                .map(CustomerAccess::account)
                .distinct()
                .map(AccountPrincipal::new)
                .toList();
        bucket.addToResourcePolicy(Allow.to(accounts, statement));
    }

    /** One access point while it is made. */
    private final class Point {

        private final CustomerAccess customer;
        private final Bucket bucket;
        private final String kind;
        private final String name;
        private final String arn;

        Point(CustomerAccess customer, Bucket bucket, String kind) {
            this.customer = customer;
            this.bucket = bucket;
            this.kind = kind;
            Names names = deployment.names();
            this.name = AccessPointName.of(names.of(kind), customer.name());
            this.arn = names.arn("s3", "accesspoint/" + name);
        }

        PolicyStatement list(String folder) {
            return to(Allow.when(Map.of("StringLike", Map.of("s3:prefix", folder + "*")), arn, "s3:ListBucket"));
        }

        PolicyStatement allow(String folder, String... actions) {
            return to(Allow.on(arn + "/object/" + folder + "*", actions));
        }

        private PolicyStatement to(PolicyStatement statement) {
            return Allow.to(List.of(new AccountPrincipal(customer.account())), statement);
        }

        void create(PolicyStatement... statements) {
            PolicyDocument policy = PolicyDocument.Builder.create()
                    .statements(new ArrayList<>(List.of(statements)))
                    .build();
            CfnAccessPoint.Builder.create(scope, kind + "-" + customer.name())
                    .name(name)
                    .bucket(bucket.getBucketName())
                    .publicAccessBlockConfiguration(CfnAccessPoint.PublicAccessBlockConfigurationProperty.builder()
                            .blockPublicAcls(true)
                            .blockPublicPolicy(true)
                            .ignorePublicAcls(true)
                            .restrictPublicBuckets(true)
                            .build())
                    .policy(policy)
                    .build();
        }
    }
}
