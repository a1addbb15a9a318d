package dev.wau.spark.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PackingTest {

    private static final long MIB = 1 << 20;

    private static TaskFile file(long id, long bytes) {
        return new TaskFile(id, "acme", "csv/acme/" + id, "0".repeat(64), "etag", bytes, 0, 0, null);
    }

    private static List<TaskFiles> pack(int cores, long... sizes) {
        return new Packing(cores)
                .pack(IntStream.range(0, sizes.length)
                        .mapToObj(i -> file(i + 1, sizes[i]))
                        .toList());
    }

    @Property(tries = 200)
    void each_file_is_in_one_task_and_no_task_is_empty(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(max = 300 << 20) Long> sizes,
            @ForAll @IntRange(min = 1, max = 64) int cores) {
        List<TaskFiles> tasks =
                pack(cores, sizes.stream().mapToLong(Long::longValue).toArray());
        assertThat(tasks).allSatisfy(task -> assertThat(task.files()).isNotEmpty());
        assertThat(tasks.stream().flatMap(task -> task.files().stream()).map(TaskFile::id))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, sizes.size()).boxed().toList());
    }

    @Property(tries = 200)
    void no_task_has_more_than_its_share_and_its_largest_file(
            @ForAll @Size(min = 1, max = 300) List<@LongRange(max = 300 << 20) Long> sizes,
            @ForAll @IntRange(min = 1, max = 64) int cores) {
        List<TaskFiles> tasks =
                pack(cores, sizes.stream().mapToLong(Long::longValue).toArray());
        assertThat(tasks)
                .allSatisfy(task -> assertThat(task.bytes())
                        .isLessThanOrEqualTo(Packing.TASK + task.files().get(0).bytes() + Packing.OPENING));
    }

    @Test
    void every_core_gets_a_task_where_there_is_enough_to_read() {
        assertThat(pack(4, LongStream.generate(() -> 5 * MIB).limit(8).toArray()))
                .hasSize(4);
    }

    @Test
    void little_work_is_one_task() {
        assertThat(pack(64, 100, 200, 300)).hasSize(1);
    }

    @Test
    void the_largest_comes_first_among_tasks_and_in_them() {
        List<TaskFiles> tasks = pack(2, MIB, 50 * MIB, 2 * MIB, 3 * MIB);
        assertThat(tasks.stream()
                        .map(task -> task.files().stream().map(TaskFile::id).toList()))
                .containsExactly(List.of(2L), List.of(4L, 3L, 1L));
    }

    @Test
    void a_task_reads_some_hundred_megabytes_at_the_most_however_few_cores_there_are() {
        assertThat(pack(1, LongStream.generate(() -> 10 * MIB).limit(100).toArray()))
                .hasSize(11)
                .allSatisfy(task -> assertThat(task.bytes()).isBetween(80 * MIB, 110 * MIB));
    }
}
