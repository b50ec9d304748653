// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.mspmfa.it.http.Answer;
import io.mspmfa.it.http.Parallel;
import io.mspmfa.it.http.RawBrowser;
import io.mspmfa.it.realm.AdminApi;
import io.mspmfa.it.realm.Policy;
import io.mspmfa.it.realm.Tenant;
import io.mspmfa.it.realm.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What the calls cost in SQL statements. Keycloak writes sessions asynchronously, so a count may include the aftermath
 * of something earlier; this takes the lowest of several counts. The cost of authorising a call is that of a call that
 * reads nothing.
 */
class AdminSqlIT {
    private static final int RUNS = 5;
    private static final int USERS = 25;

    @RegisterExtension
    static final Tenant TENANT = Tenant.managed(Policy.optional());

    @RegisterExtension
    static final Tenant SECOND = Tenant.managed(Policy.required().graceDays(3));

    @RegisterExtension
    static final Tenant STOCK = Tenant.unmanaged();

    @RegisterExtension
    static final Staff STAFF = new Staff();

    private static final Map<String, Long> COUNTED = new TreeMap<>();

    private static AdminApi reseller;

    @AfterAll
    static void write() throws IOException {
        Files.write(
                Path.of("target", "sql-statements-admin.txt"),
                COUNTED.entrySet().stream()
                        .map(call -> call.getValue() + " " + call.getKey())
                        .toList());
    }

    @BeforeAll
    static void people() {
        for (int i = 0; i < USERS; i++) {
            TENANT.user();
        }
        TENANT.userWithStockOtp("oldsecretoldsecretol");
        var grace = STAFF.reseller(TENANT, "view-mfa");
        STAFF.grantOn(SECOND, grace, "view-mfa");
        reseller = grace.api();
    }

    @Test
    void aPageOfTheStatusListTakesSixStatementsHoweverManyUsersItHas() {
        long admission = cost(path("policy"));

        long few = cost(path("users?max=2")) - admission;
        long many = cost(path("users?max=100")) - admission;
        long searched = cost(path("users?max=100&enrolled=false&search=ada")) - admission;

        assertThat(few).isLessThanOrEqualTo(6);
        assertThat(many).isEqualTo(few);
        assertThat(searched).isLessThanOrEqualTo(6);
    }

    @Test
    void theDetailsOfAUserTakeFourStatementsHoweverManyFactorsThereAre() {
        User ada = TENANT.userWithStockOtp("oldsecretoldsecretol");
        long admission = cost(path("policy"));
        long one = cost(path("users/" + ada.id())) - admission;
        TENANT.addStockOtp(ada, "othersecretothersecr");

        assertThat(one).isLessThanOrEqualTo(4);
        assertThat(cost(path("users/" + ada.id())) - admission).isEqualTo(one);
    }

    @Test
    void aPageOfTenantsCostsTheSameForOneTenantAsForMany() {
        long one = cost("/master/msp-mfa/tenants?max=1");
        long both = cost("/master/msp-mfa/tenants?max=50");

        assertThat(both).as("one more group of days of grace at most").isBetween(one, one + 1);
    }

    @Test
    void tenantsInAnyOrderAndTheirPeopleCostTheSameForOneAsForMany() {
        String sorted = "/master/msp-mfa/tenants?sort=users&total=true&max=";
        String people = "/master/msp-mfa/tenants/users?search=ada&max=";

        assertThat(cost(sorted + 50)).isBetween(1L, cost(sorted + 1) + 1);
        assertThat(cost(people + 30)).isBetween(1L, cost(people + 1) + 1);
    }

    @Test
    void X2_twentySummariesAtTheSameMomentCountOnce() {
        String summary = "/master/msp-mfa/tenants/summary";
        long known = cost(summary);
        aChangeIsMade();
        long counting = TENANT.probe().statementsDuring(() -> reseller.get(summary)) - known;
        aChangeIsMade();

        long all = TENANT.probe().statementsDuring(() -> atOnce(20, () -> reseller.tryGet(summary)));

        assertThat(counting).isPositive();
        assertThat(all).isLessThan(20 * known + 2 * counting);
    }

    @Test
    void theSummaryDoesNotCostMoreWithMoreUsers() {
        long admission = cost(path("policy"));
        long before = cost(path("summary")) - admission;
        for (int i = 0; i < 5; i++) {
            TENANT.user();
        }

        assertThat(cost(path("summary")) - admission).isEqualTo(before).isLessThanOrEqualTo(15);
    }

    @Test
    void X14_aPageOfTheRecordTakesOneStatementHoweverLongItIs() {
        User ada = TENANT.user();
        require(ada, true);
        long admission = cost(path("policy"));
        long one = cost(path("activity?max=1")) - admission;
        for (int i = 0; i < USERS; i++) {
            require(ada, i % 2 == 0);
        }

        assertThat(one).isLessThanOrEqualTo(1);
        assertThat(cost(path("activity?max=500")) - admission).isEqualTo(one);
        assertThat(cost(path("activity?user=" + ada.id())) - admission).isEqualTo(one);
        assertThat(cost(path("activity/check")) - admission).isLessThanOrEqualTo(3);
    }

    /** Beside the user's row and the realm's admin event, which take one each. */
    @Test
    void X14_aRecordTakesFourStatementsHoweverManyThereAre() {
        User ada = TENANT.user();
        require(ada, true);
        long first = requirement(ada);
        for (int i = 0; i < USERS; i++) {
            require(ada, i % 2 == 0);
        }

        assertThat(requirement(ada)).isEqualTo(first);
        assertThat(first - nothingRequired(ada)).isLessThanOrEqualTo(2 + 4);
    }

    /** Of what is switched on or off. */
    private static long requirement(User user) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            require(user, i % 2 != 0);
            boolean next = i % 2 == 0;
            least = Math.min(least, TENANT.probe().statementsDuring(() -> require(user, next)));
        }
        return least;
    }

    /** Of what is as it was. */
    private static long nothingRequired(User user) {
        require(user, false);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            least = Math.min(least, TENANT.probe().statementsDuring(() -> require(user, false)));
        }
        return least;
    }

    private static void require(User user, boolean required) {
        TENANT.admin().put(path("users/" + user.id() + "/required"), "{\"required\": " + required + "}");
    }

    @Test
    void aLoginThatOwesNothingCostsAtMostOneStatementMore() {
        User stock = STOCK.user();
        User managed = TENANT.user();

        long without = loginCost(STOCK, stock);
        long with = loginCost(TENANT, managed);

        assertThat(with).as("Keycloak's own: %s", without).isLessThanOrEqualTo(without + 1);
    }

    private static void aChangeIsMade() {
        STAFF.superAdmin().put("/" + SECOND.name() + "/msp-mfa/floor", Json.of("{'mode': 'required'}"));
    }

    private static void atOnce(int calls, Callable<Answer> call) {
        try {
            assertThat(Parallel.run(Collections.nCopies(calls, call))).allMatch(answer -> answer.status() == 200);
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private static long cost(String path) {
        reseller.get(path);
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            least = Math.min(least, TENANT.probe().statementsDuring(() -> reseller.get(path)));
        }
        COUNTED.put(path.replace(TENANT.name(), "REALM"), least);
        return least;
    }

    private static long loginCost(Tenant tenant, User user) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < RUNS; i++) {
            long cost = tenant.probe().statementsDuring(() -> {
                assertThat(new RawBrowser(tenant).login(user).signedIn()).isTrue();
            });
            least = Math.min(least, cost);
        }
        return least;
    }

    private static String path(String what) {
        return "/" + TENANT.name() + "/msp-mfa/" + what;
    }
}
