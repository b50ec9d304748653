// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Text for people is British English, and doesn't read like a translation. */
class TextGateTest {
    private static final String STEMS_IN_IZE = "(authori|customi|emphasi|generali|initiali|locali|maximi|minimi|normali"
            + "|optimi|organi|reali|recogni|summari|synchroni|utili)";

    /** A space stands for any white space, so that a phrase is also found across a line break. */
    private static final List<Habit> HABITS = List.of(
            habit(
                    "it cant be sent",
                    "\\b([Cc]ant|[Dd]ont|[Dd]oesnt|[Dd]idnt|[Ii]snt|[Ww]asnt)\\b",
                    "can't, with apostrophe"),
            habit("in the own realm", "\\bthe own\\b", "its own, their own"),
            habit("resets oneself", "\\boneself\\b", "yourself, your own account, their own account"),
            habit("sign in anew", "\\banew\\b", "again"),
            habit(
                    "That is no code that works",
                    "\\b(is|are|was|were) no [a-z]+ (that|which|who)\\b",
                    "is not a ... that"),
            habit("Done. Who has a factor", "(^|\"|[.;:] )Who [a-z]+s\\b(?![^.]*\\?)", "Anyone who, Users who"),
            habit("free; who has one", "[;:] who (has|returns|knows|wants) ", "anyone who, users who"),
            habit(
                    "403 for who has none",
                    "\\b(for|to|from) who (has|holds|knows|needs|reads|wants)\\b",
                    "for anyone who"),
            habit("the user's, else the realm's", ", else\\b", ", otherwise"),
            habit("| else | asked |", "\\| else \\|", "otherwise"),
            habit("everyone, but for admins", "\\bbut for\\b", "except for"),
            habit("locked for good", "\\bfor good\\b", "permanently"),
            habit("not for ever", "\\bfor ever\\b", "permanently"),
            habit("a factor in full", "\\bin full\\b", "fully, complete"),
            habit("have it at hand", "\\bat hand\\b", "ready, with you"),
            habit("the whole text is meant", "\\b(is|are) meant\\b(?! (to|for|as)\\b)", "refers to"),
            habit("of just this user", "\\bof just (this|one|the)\\b", "for this user only"),
            habit(
                    "it tells what holds",
                    "\\btells? (what|whether|when|where|why|how|in|for|of)\\b",
                    "says, shows, explains"),
            habit("holds no code", "\\bholds? (no|a|an) (\\w+ )?(secret|code|hash|link)s?\\b", "contains"),
            habit("is made new", "\\bmade new\\b", "created, replaced"),
            habit("So it is.", "\\bSo it is\\b", "This is intended"),
            habit("a code so lives long", "\\b[a-z]+ so (lives|becomes|gets|stays|has)\\b", "therefore"),
            habit("which he has not;", "\\b(has|have) not[:;]", "doesn't have"),
            habit("demands a factor", "\\bdemand(s|ed)? (a|the) (second )?factor\\b", "requires"),
            habit("set by REST", "\\bby (the )?(\\[?admin )?REST\\b", "through REST"),
            habit("told by mail", "\\bby mail\\b", "by e-mail"),
            habit("put it behind the password", "\\bbehind the (password|factor|code)\\b", "after"),
            habit("A code does not do.", "\\bdoes not do[.;,]", "is not accepted"),
            habit("nothing is asked", "\\bnothing is asked\\b", "the user is not asked"),
            habit("stands twice", "\\bstands twice\\b", "occurs twice"),
            habit("not at the login", "\\bat the login\\b(?!'| (check|endpoint|form|pages?|screen)\\b)", "at login"),
            habit("they are so many attempts", "\\b(are|of|at most) so many \\w+s\\b(?! that)", "that many"),
            habit("a floor that got lost", "\\bgets? lost\\b|\\bgot lost\\b", "is lost"),
            habit("hereby ended", "\\b(hereby|herein|thereof|therein)\\b", "plain words"),
            habit("refused for whoever has none", "\\b(refuses|tells?|told|for) whoever\\b", "anyone who, users who"),
            habit("of its own accord", "\\bown accord\\b", "by itself"),
            habit("the session goes on with it", "\\bgo(es)? on (telling|to|with|working)\\b", "continues"),
            habit("codes that die with the set", "\\bdies? with\\b", "become invalid when ... is removed"),
            habit("a dead link", "\\b[Dd]ead (code|link|QR)s?\\b", "expired, invalid"),
            habit("the time that a code lives", "\\bcodes? (still )?lives?\\b", "is valid"),
            habit("what speaks against it", "\\bspeaks? against\\b", "why ... not"),
            habit("by an administrator's word", "\\b(at|by) (an? |the )?[a-z]+'s word\\b", "when ... asks for it"),
            habit("of whom one is required", "\\bof whom (a|he|one|she|something|they)\\b", "about whom, who"),
            habit("the user is told of it", "\\b(are|be|is) told of\\b", "is informed about, is reported"),
            habit("gives what was made", "\\b[Gg]ives what\\b", "returns what"),
            habit("a factor, be it an app", "\\bbe it\\b", "whether it is"),
            habit("a failure, should it fail, counts", ", should (he|it|she|they) \\w+,", "if it ..."),
            habit("counts also where it is off", "\\balso where\\b", "even if"),
            habit("empty where there is none", "\\b([Ee]mpty|false|null|true) where\\b", "if"),
            habit("a mailbox is no proof", "\\b(is|are) no (proof|protection)\\b", "is not a, does not"),
            habit("the user himself", "\\bhimself\\b", "themselves"),
            habit("after so many steps", "\\b(after|by|of|within) so many\\b", "this many"),
            habit("rows stand in line", "\\bstands? in line\\b", "queue up"),
            habit("a code that was spent by it", "\\bspent by\\b", "used up by"),
            habit("is taken off a user", "\\b(take|takes|taken|taking) [a-z ]{0,12}off (a|the|him)\\b", "remove from"),
            habit("knows of no policy", "\\bknows? of no\\b", "does not know any"),
            habit("a name that means just this", "\\bjust (the|these|this|those)\\b", "exactly, only"),
            habit("none are there any more", "\\bnone are there\\b", "there are none"),
            habit("a whole login", "\\bwhole login\\b", "complete login"),
            habit("codes resp. keys", "\\bresp\\.", "or, and"),
            habit("informations", "\\binformations\\b", "information"),
            habit("enrollment", "\\b[Ee]nroll(s|ments?)?\\b", "enrol, enrolment"),
            habit(
                    "its behavior",
                    "\\b([Bb]ehavior|[Cc]olor|[Ff]avor|[Hh]onor)(s|ed|ite)?\\b",
                    "behaviour, colour, ..."),
            habit("canceled", "\\b(center(ed)?|cancel(ed|ing)|defense|catalog|fulfill)\\b", "British spelling"),
            habit("to analyze", "\\banalyz(e|es|ed|ing)\\b", "analyse"),
            habit("under a license", "\\b(a|the|this) license\\b", "licence"),
            habit("is normalized", "(?<![\\w-])" + STEMS_IN_IZE + "z(e|es|ed|ing)\\b", "-ise"));

    /** A pattern of translated text, with an example and what to write instead. */
    record Habit(String example, Pattern pattern, String instead) {
        Stream<String> foundIn(Repository.Text text) {
            Matcher matcher = pattern.matcher(text.content());
            return matcher.results()
                    .map(found -> "%s:%d: \"%s\". Instead: %s"
                            .formatted(text.path(), text.line(found.start()), found.group(), instead));
        }
    }

    static List<Habit> habits() {
        return HABITS;
    }

    @ParameterizedTest
    @MethodSource("habits")
    void eachPatternFindsItsExample(Habit habit) {
        assertThat(habit.foundIn(new Repository.Text("example", habit.example())))
                .hasSize(1);
    }

    @Test
    void textsAreBritishEnglish() {
        assertThat(texts().flatMap(text -> HABITS.stream().flatMap(habit -> habit.foundIn(text))))
                .isEmpty();
    }

    @Test
    void eachKindOfTextIsRead() {
        assertThat(messages()).hasSize(1);
        assertThat(documents()).hasSizeGreaterThan(15);
        assertThat(java(Repository.Text::strings)).hasSizeGreaterThan(100);
        assertThat(java(Repository.Text::comments)).hasSizeGreaterThan(100);
        assertThat(consoleTexts()).isNotEmpty();
        assertThat(consoleComments()).hasSizeGreaterThan(10);
    }

    /** The texts that are checked. */
    private static Stream<Repository.Text> texts() {
        return Stream.of(
                        messages(),
                        documents(),
                        java(Repository.Text::strings),
                        java(Repository.Text::comments),
                        consoleTexts(),
                        consoleComments())
                .flatMap(List::stream);
    }

    private static List<Repository.Text> messages() {
        return Repository.texts(".+/src/main/resources/.+/messages_en\\.properties").stream()
                .map(text -> text.without("(?m)^[\\w-]+="))
                .toList();
    }

    /** All documents except decision records, which stay as they were written; without code and addresses. */
    private static List<Repository.Text> documents() {
        return Repository.texts("(?!docs/decisions/).*\\.md|docs/openapi\\.yaml|demo").stream()
                .map(text -> text.without("(?ms)^ *```.*?^ *```$", "`[^`\n]*`", "\\]\\([^)\n]*\\)"))
                .toList();
    }

    private static List<Repository.Text> java(UnaryOperator<Repository.Text> part) {
        return Repository.texts("(?!it-tests).+/src/main/java/.+\\.java").stream()
                .map(part)
                .map(text -> text.without("(?m)^\\s*\\*+ "))
                .toList();
    }

    /** What the console says in English. */
    private static List<Repository.Text> consoleTexts() {
        return Repository.texts("console/src/i18n/en/.+\\.ts").stream()
                .map(Repository.Text::strings)
                .toList();
    }

    private static List<Repository.Text> consoleComments() {
        return Repository.texts("console/(src|build)/.+\\.(ts|tsx|js)").stream()
                .filter(text -> !text.path().endsWith("/schema.d.ts"))
                .map(Repository.Text::comments)
                .toList();
    }

    private static Habit habit(String example, String pattern, String instead) {
        return new Habit(example, Pattern.compile(pattern.replace(" ", "\\s+"), Pattern.MULTILINE), instead);
    }
}
