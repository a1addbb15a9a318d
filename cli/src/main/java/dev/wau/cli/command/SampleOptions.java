package dev.wau.cli.command;

import dev.wau.catalog.schema.Sampling;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How much of {@code csv/} is looked at. */
final class SampleOptions {

    @ArgGroup
    @Nullable
    Choice choice;

    /** One of both. */
    static final class Choice {

        @Option(
                names = "--sample",
                paramLabel = "FILES",
                converter = Converters.AtLeastOne.class,
                description =
                        "so many files of each customer: the newest, the oldest, the second newest and so on (default: 20, at"
                                + " most 2,000 in all but two of each), up to 10,000 records of each file")
        @Nullable
        Integer files;

        @Option(names = "--whole", description = "every record of every file")
        boolean whole;
    }

    Sampling sampling() {
        if (choice == null) {
            return Sampling.DEFAULT;
        }
        return choice.files == null ? Sampling.WHOLE : Sampling.files(choice.files);
    }
}
