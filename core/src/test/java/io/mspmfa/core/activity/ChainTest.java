// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.core.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mspmfa.core.activity.Act.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChainTest {
    private static final ChainKey KEY = ChainKey.of("correct horse battery staple, and more");
    private static final ChainKey NEWER = ChainKey.of("another secret of the same length, I think");
    private static final ChainKeys KEYS = new ChainKeys(List.of(KEY));
    private static final ChainKeys BOTH = new ChainKeys(List.of(NEWER, KEY));
    private static final long NOW = 1_771_833_600;
    private static final int RECORDS = 5;

    /** A realm's chain, as a database has it. */
    private static final class Stored {
        private final List<SealedEntry> entries = new ArrayList<>();
        private SealedHead head = Head.empty("realm").seal(KEY);

        void add(ChainKey key, Act act) {
            SealedEntry next =
                    Entry.next(head.head(), NOW + entries.size(), act).seal(key);
            entries.add(next);
            head = head.head().after(next).seal(key);
        }

        /** The number at which the chain doesn't hold; 0 if it does. */
        long brokenAt(ChainKeys keys) {
            ChainWalk walk = new ChainWalk(keys, head.head());
            boolean holds = entries.stream().allMatch(walk::take) && walk.endsAt(head);
            return holds ? 0 : walk.reached() + 1;
        }

        void change(int index, UnaryOperator<SealedEntry> change) {
            entries.set(index, change.apply(entries.get(index)));
        }
    }

    private static Stored stored() {
        Stored stored = new Stored();
        for (int i = 0; i < RECORDS; i++) {
            stored.add(KEY, Act.of(Deed.RESET).about(new Person("u" + i, "ada")).because("lost"));
        }
        return stored;
    }

    /** Computed by another implementation. */
    @Test
    void theSealIsAPromise() {
        Entry entry = new Entry("realm", 1, NOW, "reset", "u1", "{}", Head.START);

        assertThat(entry.parts("k"))
                .containsExactly("msp-mfa-activity-1", "realm", "1", "1771833600", "reset", "+u1", "{}", "start", "k");
        assertThat(entry.seal(KEY).keyId()).isEqualTo("0a4ca7bfd3bd");
        assertThat(entry.seal(KEY).seal()).isEqualTo("kUVroh6p8If0o4CSwiRvMISo3xK73I0K9DOsFG0higs");
        assertThat(Head.empty("realm").seal(KEY).seal()).isEqualTo("GRO-NrEG_X8YLwvz5YiC3CfzueNTQs-bb9i3xlcRlLs");
    }

    @Test
    void nobodyIsNotTheUserWithThatName() {
        Entry nobody = new Entry("realm", 1, NOW, "reset", null, "{}", Head.START);
        Entry dash = new Entry("realm", 1, NOW, "reset", "-", "{}", Head.START);

        assertThat(nobody.seal(KEY).seal()).isNotEqualTo(dash.seal(KEY).seal());
    }

    @Test
    void X14_aChainHolds() {
        Stored stored = stored();

        assertThat(stored.brokenAt(KEYS)).isZero();
        assertThat(stored.head.head().lastSeq()).isEqualTo(RECORDS);
        assertThat(stored.head.head().oldest()).isEqualTo(NOW);
        assertThat(new Stored().brokenAt(KEYS)).as("empty").isZero();
    }

    @ParameterizedTest
    @MethodSource("changes")
    void X14_aChangedRecordShows(UnaryOperator<Entry> change) {
        Stored stored = stored();
        stored.change(2, old -> new SealedEntry(change.apply(old.entry()), old.keyId(), old.seal()));

        assertThat(stored.brokenAt(KEYS)).isEqualTo(3);
    }

    static Stream<Arguments> changes() {
        return Stream.<UnaryOperator<Entry>>of(
                        e -> new Entry("other", e.seq(), e.at(), e.what(), e.userId(), e.content(), e.previous()),
                        e -> new Entry(e.realmId(), 7, e.at(), e.what(), e.userId(), e.content(), e.previous()),
                        e -> new Entry(e.realmId(), e.seq(), 1, e.what(), e.userId(), e.content(), e.previous()),
                        e -> new Entry(e.realmId(), e.seq(), e.at(), "locked", e.userId(), e.content(), e.previous()),
                        e -> new Entry(e.realmId(), e.seq(), e.at(), e.what(), null, e.content(), e.previous()),
                        e -> new Entry(e.realmId(), e.seq(), e.at(), e.what(), e.userId(), "{}", e.previous()),
                        e -> new Entry(e.realmId(), e.seq(), e.at(), e.what(), e.userId(), e.content(), Head.START))
                .map(Arguments::of);
    }

    @Test
    void X14_aSealWithoutTheKeyShows() {
        Stored stored = stored();
        ChainKey guessed = new ChainKey(KEY.id(), NEWER.key());
        stored.change(
                RECORDS - 1,
                old -> Entry.next(
                                new Head("realm", RECORDS - 1, old.entry().previous(), 0, Head.START, NOW),
                                NOW,
                                Act.of(Deed.LOCKED))
                        .seal(guessed));

        assertThat(stored.brokenAt(KEYS)).isEqualTo(RECORDS);
    }

    @Test
    void X14_aMissingRecordShowsWhereItWas() {
        for (int gone = 0; gone < RECORDS; gone++) {
            Stored stored = stored();
            stored.entries.remove(gone);

            assertThat(stored.brokenAt(KEYS)).isEqualTo(gone + 1);
        }
    }

    @Test
    void X14_lastRecordsThatAreCutOffTogetherWithTheHeadShow() {
        Stored stored = stored();
        SealedEntry last = stored.entries.get(RECORDS - 2);
        stored.entries.remove(RECORDS - 1);
        Head shorter = new Head("realm", RECORDS - 1, last.seal(), 0, Head.START, NOW);

        stored.head = new SealedHead(shorter, stored.head.keyId(), stored.head.seal());

        assertThat(stored.brokenAt(KEYS)).isEqualTo(RECORDS);
    }

    @Test
    void X14_recordsThatAreAddedBehindTheHeadShow() {
        Stored stored = stored();
        SealedHead before = stored.head;
        stored.add(KEY, Act.of(Deed.LOCKED));

        stored.head = before;

        assertThat(stored.brokenAt(KEYS)).isNotZero();
    }

    @Test
    void X14_oldRecordsMayGoAndTheRestHolds() {
        Stored stored = stored();
        SealedEntry gone = stored.entries.get(1);
        stored.entries.subList(0, 2).clear();
        assertThat(stored.brokenAt(KEYS)).isEqualTo(1);

        stored.head = stored.head.head().without(gone, NOW + 2).seal(KEY);

        assertThat(stored.brokenAt(KEYS)).isZero();
        stored.entries.remove(0);
        assertThat(stored.brokenAt(KEYS)).isEqualTo(3);
    }

    @Test
    void X14_aNewKeyGoesOnWhereTheOldOneStopped() {
        Stored stored = stored();
        stored.add(NEWER, Act.of(Deed.LOCKED));

        assertThat(stored.brokenAt(BOTH)).isZero();
        assertThat(stored.brokenAt(KEYS)).as("the new key is not known").isEqualTo(RECORDS + 1);
        assertThat(stored.brokenAt(new ChainKeys(List.of(NEWER))))
                .as("the old one")
                .isEqualTo(1);
    }

    @Test
    void X14_whoeverHasAnOldKeyCanNotGoOnWithIt() {
        Stored stored = stored();
        stored.add(NEWER, Act.of(Deed.LOCKED));
        stored.add(KEY, Act.of(Deed.LOCKED));
        assertThat(stored.brokenAt(BOTH)).isEqualTo(RECORDS + 2);

        Stored cut = stored();
        cut.add(NEWER, Act.of(Deed.LOCKED));
        cut.head = cut.head.head().seal(KEY);
        assertThat(cut.brokenAt(BOTH)).isEqualTo(RECORDS + 2);
    }

    @Test
    void X14_aLostHeadIsNotMadeUpFor() {
        Stored stored = stored();

        stored.head = Head.lost(stored.entries.get(0).entry(), RECORDS).seal(KEY);
        stored.add(KEY, Act.of(Deed.LOCKED));

        assertThat(stored.head.head().lastSeq()).isEqualTo(RECORDS + 1);
        assertThat(stored.brokenAt(KEYS)).isEqualTo(RECORDS + 1);
    }

    @Test
    void R5_aKeyIsNotShown() {
        assertThat(KEY.toString()).isEqualTo("Key " + KEY.id());
        assertThat(KEY.id()).doesNotContain("horse").hasSize(12);
    }

    @Test
    void thereIsAlwaysAKey() {
        assertThatThrownBy(() -> new ChainKeys(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}
