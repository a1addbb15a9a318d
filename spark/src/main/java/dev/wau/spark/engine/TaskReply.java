package dev.wau.spark.engine;

import dev.wau.csv.FileLayout;
import dev.wau.csv.RangeScan;
import dev.wau.model.ErrorCode;
import dev.wau.warehouse.parts.Part;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a finished task tells the driver. */
sealed interface TaskReply extends Serializable {

    /** It failed, and would fail again. */
    record Failed(ErrorCode code, String message) implements TaskReply {}

    /**
     * The headers of its files.
     *
     * @param layouts the different ones
     * @param files one for each of the task's files, in their order
     */
    record Headers(List<FileLayout> layouts, List<OfFile> files) implements TaskReply {

        public Headers {
            layouts = List.copyOf(layouts);
            files = List.copyOf(files);
        }

        /**
         * A file's.
         *
         * @param layout which one of the layouts; of no meaning where the file is refused
         */
        record OfFile(int layout, @Nullable Refusal refusal) implements Serializable {}
    }

    /**
     * The parts that it wrote.
     *
     * @param files one for each of the task's files, in their order
     * @param rows parts of rows; none where there were none
     * @param rejects parts of rejects; none where there were none
     */
    record Written(List<Outcome> files, List<Part> rows, List<Part> rejects) implements TaskReply {

        public Written {
            files = List.copyOf(files);
            rows = List.copyOf(rows);
            rejects = List.copyOf(rejects);
        }
    }

    /** What was read of a file; as {@link dev.wau.load.StagedFile} has it. */
    record Outcome(
            long records,
            long rejected,
            @Nullable Instant first,
            @Nullable Instant last,
            @Nullable Refusal refusal) implements Serializable {

        /** It was a range that ended inside a record. */
        static final Outcome LOST = new Outcome(-1, 0, null, null, null);

        boolean isLost() {
            return records < 0;
        }
    }

    /** What a look at a range tells. */
    record Scanned(RangeScan scan) implements TaskReply {}
}
