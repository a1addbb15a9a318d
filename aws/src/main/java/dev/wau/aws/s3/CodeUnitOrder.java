package dev.wau.aws.s3;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * A listing in the order of UTF-16 code units, which is that of Java's strings. S3 lists by UTF-8 bytes. The two differ in
 * one thing: supplementary characters (from U+10000, such as emoji) stand behind U+E000 to U+FFFF (such as full-width
 * letters) in UTF-8, and before them in UTF-16. So where a key goes on with one of the latter, the listing branches off
 * first to the supplementary characters at that place, and passes over them when it meets them later. The page in memory
 * nearly always shows that there are none, and then nothing more is asked. Not thread-safe.
 */
final class CodeUnitOrder implements Iterator<S3Object> {

    private static final char FIRST_BEHIND = '\uE000';
    private static final char LAST_BEHIND = '\uFFFF';

    /** A place in the keys where the supplementary characters were dealt with. */
    private record Settled(String prefix, boolean branched) {}

    private static final class Branch {
        private final ListedPages pages;
        private final int from;
        private final List<Settled> settled = new ArrayList<>();

        /** What a listing holds; the first so many characters of its keys need no more care. */
        Branch(ListedPages pages, int from) {
            this.pages = pages;
            this.from = from;
        }

        /** Forgets the places that the listing has left behind. */
        void leave(String key) {
            while (!settled.isEmpty()
                    && !key.startsWith(settled.get(settled.size() - 1).prefix())) {
                settled.remove(settled.size() - 1);
            }
        }

        boolean wasBranchedOff(String key) {
            return settled.stream().anyMatch(place -> place.branched() && isSupplementary(key, place.prefix()));
        }

        /** What stands before the first character that supplementary ones may have to precede, or null. */
        @Nullable
        String unsettled(String key) {
            for (int i = from; i < key.length(); i++) {
                int length = i;
                if (key.charAt(i) >= FIRST_BEHIND
                        && settled.stream().noneMatch(place -> place.prefix().length() == length)) {
                    return key.substring(0, i);
                }
            }
            return null;
        }

        boolean supplementaryMayFollow(String prefix) {
            for (S3Object object : pages.rest()) {
                if (!object.key().startsWith(prefix)) {
                    return false;
                }
                if (isSupplementary(object.key(), prefix)) {
                    return true;
                }
            }
            return !pages.isLast();
        }
    }

    private final S3Bucket bucket;
    private final Deque<Branch> branches = new ArrayDeque<>();
    private @Nullable S3Object next;

    /** The objects that begin with a prefix. */
    CodeUnitOrder(S3Bucket bucket, String prefix) {
        this.bucket = bucket;
        branches.push(new Branch(new ListedPages(bucket, prefix, null), prefix.length()));
    }

    @Override
    public boolean hasNext() {
        while (next == null && !branches.isEmpty()) {
            step(branches.element());
        }
        return next != null;
    }

    @Override
    public S3Object next() {
        S3Object found = hasNext() ? next : null;
        if (found == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return found;
    }

    private void step(Branch branch) {
        S3Object object = branch.pages.peek();
        if (object == null) {
            branches.pop();
            return;
        }
        branch.leave(object.key());
        if (branch.wasBranchedOff(object.key())) {
            branch.pages.advance();
            return;
        }
        String place = branch.unsettled(object.key());
        if (place != null) {
            settle(branch, place);
            return;
        }
        branch.pages.advance();
        next = object;
    }

    private void settle(Branch branch, String place) {
        boolean branches = branch.supplementaryMayFollow(place);
        branch.settled.add(new Settled(place, branches));
        if (branches) {
            ListedPages pages = new ListedPages(bucket, place, place + LAST_BEHIND);
            passOver(pages, place + LAST_BEHIND);
            this.branches.push(new Branch(pages, place.length() + 1));
        }
    }

    // Of the characters that come first, keys may go on behind the last one.
    private static void passOver(ListedPages pages, String prefix) {
        for (S3Object object = pages.peek(); object != null && object.key().startsWith(prefix); object = pages.peek()) {
            pages.advance();
        }
    }

    private static boolean isSupplementary(String key, String prefix) {
        return key.length() > prefix.length() && Character.isSurrogate(key.charAt(prefix.length()));
    }
}
