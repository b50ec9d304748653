// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.admin.Staff.Person;
import io.mspmfa.it.http.Answer;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of changes with something wrong in them: what can be done is done, and each line says what became of it (X15). */
class BulkListIT {
    private static final int MOST_LINES = 10_000;

    /** With lines that end in each way. */
    private static final String BROKEN = String.join(
            "\n",
            "\ufeffUser, Action ,REASON\r",
            "ADA,require",
            "\"ADA,require\r\r",
            "a\"b,require",
            "ADA,require,x,y",
            ",require",
            "ADA,dance",
            "ADA",
            "nobody@acme.test,require",
            "ID,require",
            "service-account-x,require",
            "ADA,reset,",
            "ADA,reset," + "x".repeat(501),
            "x".repeat(300) + ",require",
            "a\0b,require",
            "'; drop table user_entity; --,require",
            "GRACE,require");

    private static final String RESULTS = "2 , 3 unclosed_quote, 5 stray_quote, 6 too_many_cells, 7 no_user,"
            + " 8 unknown_action, 9 unknown_action, 10 user_not_found, 11 same_as_line, 12 user_not_found,"
            + " 13 reason_length, 14 reason_length, 15 user_not_found, 16 nul_in_line, 17 user_not_found, 18 ";

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Staff STAFF = new Staff();

    @Test
    void X15_aViewerAndAStrangerAreRefusedAsAWhole() {
        User ada = TENANT.user();
        String list = "user,action\n" + ada.username() + ",require";
        String path = "/" + TENANT.name() + "/msp-mfa/bulk";

        for (Person caller :
                List.of(STAFF.ofTenant(TENANT, "view-users"), STAFF.reseller(TENANT, "view-mfa"), STAFF.ofMaster())) {
            assertThat(caller.api().tryPost(path, "text/csv", list).status()).isEqualTo(403);
        }
        assertThat(isRequired(ada)).isFalse();
    }

    @Test
    void X15_brokenLinesAreReportedAndStopNothing() {
        User ada = TENANT.user();
        User grace = TENANT.user();

        List<Map<String, String>> rows = Csv.rows(send(BROKEN.replace("ADA", ada.username())
                .replace("GRACE", grace.username())
                .replace("ID", ada.id())));

        assertThat(rows.stream().map(row -> row.get("line") + " " + row.get("code")))
                .containsExactly(RESULTS.split(", "));
        assertThat(rows.get(8).get("message")).contains("Line 2 ");
        assertThat(isRequired(ada)).isTrue();
        assertThat(isRequired(grace)).isTrue();
    }

    /** In a realm in which one can choose another's address as user name, one would be taken for the other. */
    @Test
    void X15_aNameThatSeveralUsersHaveMeansNobody() {
        User victim = TENANT.user();
        TENANT.change(realm -> realm.put("loginWithEmailAllowed", false).put("duplicateEmailsAllowed", true));
        String thief = TENANT.admin()
                .post(
                        "/" + TENANT.name() + "/users",
                        Json.of("{'username': '" + victim.email() + "', 'enabled': true}"));

        List<Map<String, String>> rows = Csv.rows(
                send("user,action\n" + victim.email() + ",link\n" + thief + ",link\n" + victim.username() + ",link"));

        assertThat(Csv.column(rows, "code")).containsExactly("ambiguous_user", "", "");
        assertThat(rows.get(0).get("url")).isEmpty();
    }

    @Test
    void X15_whatIsRepeatedIsNoFormulaAndWhatAnExportGuardedIsFound() {
        String id =
                TENANT.admin().post("/" + TENANT.name() + "/users", Json.of("{'username': '-minus', 'enabled': true}"));

        Answer answer = send("user,action\n'-minus,require\n-minus,release\n=cmd|' /C calc'!A0,link\n@x,+y");

        List<Map<String, String>> rows = Csv.rows(answer);
        assertThat(Csv.column(rows, "user")).containsExactly("'-minus", "'-minus", "'=cmd|' /C calc'!A0", "'@x");
        assertThat(rows.get(3).get("action")).isEqualTo("'+y");
        assertThat(Csv.column(rows, "result")).containsExactly("done", "done", "refused", "refused");
        assertThat(TENANT.admin()
                        .get("/" + TENANT.name() + "/msp-mfa/users/" + id)
                        .path("required")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void X15_semicolonsSeparateAsWellAndAnswersFollow() {
        User ada = TENANT.user();

        List<Map<String, String>> rows =
                Csv.rows(send("user;action;reason\n" + ada.username() + ";reset;Phone, lost"), ';');

        assertThat(rows.get(0)).containsEntry("result", "done").containsEntry("user", ada.username());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    text/csv         | ''                    | not_headed
                    text/csv         | ada1,require          | not_headed
                    text/csv         | user                  | not_headed
                    text/csv         | user,action,reason,x  | not_headed
                    text/csv         | action,user           | not_headed
                    application/json | user,action           | not_sent_as_csv
                    text/plain       | user,action           | not_sent_as_csv
                    text/*           | user,action           | not_sent_as_csv
                    """)
    void X15_whatIsNoListIsRefusedAsAWhole(String type, String list, String code) {
        Answer answer =
                TENANT.admin().tryPost("/" + TENANT.name() + "/msp-mfa/bulk", type, list + "\n" + "ada1,require");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/fields/0/code").asText()).isEqualTo(code);
    }

    @Test
    void X15_aListOfTheLargestSizeIsDoneAndALongerOneRefused() {
        User ada = TENANT.user();
        String header = "user,action\n";
        String lines = "nobody,dance\n".repeat(MOST_LINES - 1);

        Answer whole = send(header + lines + ada.username() + ",require\n");
        Answer longer = send(header + ada.username() + ",release\n" + lines + "\nnobody,dance\n");
        Answer heavier = send(header + "x".repeat(4_194_304));

        List<Map<String, String>> rows = Csv.rows(whole);
        assertThat(rows).hasSize(MOST_LINES);
        assertThat(rows.get(MOST_LINES - 1)).containsEntry("line", "10001").containsEntry("result", "done");
        assertThat(longer.status()).isEqualTo(400);
        assertThat(longer.json().at("/fields/0/message").asText()).contains("10,000 lines");
        assertThat(heavier.status()).isEqualTo(400);
        assertThat(heavier.json().at("/fields/0/code").asText()).isEqualTo("too_many_bytes");
        assertThat(isRequired(ada)).isTrue();
    }

    private static Answer send(String list) {
        return TENANT.admin().tryPost("/" + TENANT.name() + "/msp-mfa/bulk", "text/csv; charset=utf-8", list);
    }

    private static boolean isRequired(User user) {
        return TENANT.admin()
                .get("/" + TENANT.name() + "/msp-mfa/users/" + user.id())
                .path("required")
                .asBoolean();
    }
}
