package dev.wau.infra.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WholeStackTest {

    private static final Path REVIEWED = Path.of("src/test/resources/dev/wau/infra/template.json");

    @Test
    void cdkNagFindsNothingThatHasNoReason() {
        for (String settings : new String[] {
            "",
            "customers:\n  initech: {account: \"777788889999\", access: [read, deliver]}\n",
            "storage: {kms-key: \"arn:aws:kms:eu-west-1:111122223333:key/0123\"}\n"
        }) {
            assertThat(TestingStack.of(settings).written().errors())
                    .as(settings)
                    .isEmpty();
            assertThat(TestingStack.of(settings).written().warnings())
                    .as(settings)
                    .isEmpty();
        }
    }

    @Test
    void tagsStandOnWhatCanHaveThem() {
        TestingStack stack = TestingStack.of("tags: {team: data}\n");
        for (String type : new String[] {"AWS::S3::Bucket", "AWS::Lambda::Function", "AWS::SQS::Queue"}) {
            assertThat(stack.all(type))
                    .as(type)
                    .isNotEmpty()
                    .allSatisfy(resource -> assertThat(
                                    resource.at("/Properties/Tags").toString())
                            .contains("{\"Key\":\"team\",\"Value\":\"data\"}", "wau:environment"));
        }
    }

    /**
     * The template with the settings that hold unless chosen otherwise, as it was reviewed. Where a change is meant:
     * {@code mvn -pl infra -am test -Dtest=WholeStackTest -Dwau.review=write}, then read the difference and commit it.
     */
    @Test
    void theTemplateIsTheReviewedOne() throws IOException {
        String now = TestingStack.standard().template().toPrettyString().replaceAll("[0-9a-f]{64}", "DIGEST") + "\n";
        now = now.replaceAll("CurrentVersion[0-9A-F]+", "CurrentVersion");
        if (Objects.equals(System.getProperty("wau.review"), "write")) {
            Files.createDirectories(REVIEWED.getParent());
            Files.writeString(REVIEWED, now);
        }
        assertThat(now).isEqualTo(Files.readString(REVIEWED, StandardCharsets.UTF_8));
    }
}
