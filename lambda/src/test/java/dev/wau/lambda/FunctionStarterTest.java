package dev.wau.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.aggregate.BatchPart;
import dev.wau.model.BatchId;
import dev.wau.model.ErrorCode;
import dev.wau.model.WauException;
import dev.wau.testing.aws.LambdaInvokeFake;
import dev.wau.testing.aws.LambdaInvokeFake.Refusal;
import dev.wau.testing.aws.LambdaRuntimeFake;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;

class FunctionStarterTest {

    private static final BatchPart PART = new BatchPart(new BatchId("b"), 2);

    private final LambdaInvokeFake lambda = new LambdaInvokeFake((event, trace) -> {});
    private final LambdaClient client = LambdaClient.builder()
            .endpointOverride(lambda.uri())
            .region(Region.EU_WEST_1)
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("key", "secret")))
            .httpClientBuilder(ApacheHttpClient.builder())
            .build();
    private final FunctionStarter starter = new FunctionStarter(() -> client, LambdaRuntimeFake.FUNCTION);

    @AfterEach
    void close() {
        client.close();
        lambda.close();
    }

    @Test
    void what_is_started_is_an_event_of_the_same_function() {
        starter.startPart(PART);
        starter.startRun();

        assertThat(lambda.events()).containsExactly("{\"batch\":\"b\",\"part\":2}", "{}");
    }

    @Test
    void a_throttled_call_is_repeated() {
        lambda.refuse(new Refusal(429, "TooManyRequestsException"), new Refusal(500, "ServiceException"));

        starter.startPart(PART);

        assertThat(lambda.events()).hasSize(1);
    }

    @Test
    void a_refused_call_says_which_permission_it_needs() {
        lambda.refuse(new Refusal(403, "AccessDeniedException"));

        assertThatThrownBy(() -> starter.startPart(PART))
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENGINE_FAILED))
                .hasMessageStartingWith("Cannot start part 2 of batch b: refused by the fake (AccessDeniedException")
                .hasMessageEndingWith("needs lambda:InvokeFunction on " + LambdaRuntimeFake.FUNCTION);
    }

    @Test
    void the_end_of_a_chain_says_what_goes_on_with_it() {
        lambda.refuse(new Refusal(400, "RecursiveInvocationException"));

        assertThatThrownBy(starter::startRun)
                .isInstanceOfSatisfying(
                        WauException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.LIMIT_REACHED))
                .hasMessageStartingWith("Cannot start the rest of the batch: ")
                .hasMessageContaining("the next scheduled one goes on");
    }
}
