package dev.wau.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wau.load.Bookmark;
import dev.wau.model.ErrorCode;
import dev.wau.model.ObjectKey;
import dev.wau.model.WauException;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobBookmarkTest {

    private static final List<ObjectKey> MARKERS = List.of(key("b1"), key("b2"), key("b3"));

    private static ObjectKey key(String batch) {
        return new ObjectKey("complete/" + batch + ".json");
    }

    private static List<ObjectKey> range(String from, String to) {
        return JobBookmark.of("job-bookmark-pause", from, to).range(MARKERS);
    }

    @Test
    void a_range_is_what_came_after_its_first_batch_up_to_its_last() {
        assertThat(range("b1", "b3")).containsExactly(key("b2"), key("b3"));
    }

    @Test
    void a_range_with_nothing_in_it_is_a_mistake() {
        assertThatThrownBy(() -> range("b3", "b1"))
                .isInstanceOf(WauException.class)
                .hasMessage(
                        "Invalid --job-bookmark-from and --job-bookmark-to: no batch is after b3 and not after b1 (the"
                                + " first is left out, the second is the last that is loaded)");
        assertThatThrownBy(() -> range("b2", "b2")).isInstanceOf(WauException.class);
    }

    @Test
    void a_batch_without_a_marker_is_no_end() {
        assertThatThrownBy(() -> range("b1", "jr_1"))
                .isInstanceOf(WauException.class)
                .hasMessageContaining("'jr_1' has no marker under complete/")
                .extracting(error -> ((WauException) error).code())
                .isEqualTo(ErrorCode.NOT_FOUND);
    }

    @Test
    void without_the_option_it_is_enabled() {
        assertThat(JobBookmark.of(null, null, null).bookmark()).isEqualTo(Bookmark.ENABLE);
    }
}
