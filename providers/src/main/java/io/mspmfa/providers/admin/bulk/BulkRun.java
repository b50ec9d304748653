// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.core.csv.CsvLine;
import io.mspmfa.core.csv.CsvRow;
import io.mspmfa.core.csv.FormulaGuard;
import io.mspmfa.core.csv.LineFault;
import io.mspmfa.core.sentences.Sentence;
import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.ErrorCode;
import io.mspmfa.providers.admin.call.Moment;
import io.mspmfa.providers.admin.call.Refusal;
import io.mspmfa.providers.admin.call.SentenceView;
import io.mspmfa.providers.admin.users.UserActions;
import io.mspmfa.providers.links.EnrolmentLinks;
import io.mspmfa.providers.log.LogText;
import jakarta.ws.rs.ForbiddenException;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Works through a list, each line in a transaction of its own: whatever becomes of one, the others are unaffected. */
final class BulkRun {
    private static final Logger LOG = Logger.getLogger(BulkRun.class);

    private static final List<String> COLUMNS =
            List.of("line", "user", "action", "result", "code", "message", "url", "expiresAt");

    private static final int USER = 0;
    private static final int ACTION = 1;
    private static final int REASON = 2;

    private final AdminCall call;
    private final BulkList list;

    /** The line that has done an action for a user. */
    private final Map<Done, Integer> done = new HashMap<>();

    BulkRun(AdminCall call, BulkList list) {
        this.call = call;
        this.list = list;
    }

    private record Done(String userId, BulkAction action) {}

    /**
     * @param done null if nothing was tried
     */
    private record Result(Outcome outcome, @Nullable Done done) {
        static Result of(Outcome outcome) {
            return new Result(outcome, null);
        }
    }

    /**
     * Does it all. Each result is sent at once: clients show progress, and no proxy takes silence for the end.
     *
     * @throws IOException if the client no longer listens; the lines that follow are not done
     */
    void write(Writer out) throws IOException {
        out.write(CsvRow.of(list.separator(), COLUMNS));
        out.flush();
        for (CsvLine line : list.lines()) {
            out.write(row(line, outcome(line)));
            out.flush();
        }
    }

    private String row(CsvLine line, Outcome outcome) {
        SentenceView why = outcome.why() == null ? null : SentenceView.of(outcome.why());
        EnrolmentLinks.Link link = outcome.link();
        return CsvRow.of(
                list.separator(),
                Arrays.<@Nullable Object>asList(
                        line.number(),
                        FormulaGuard.unguarded(line.cell(USER)),
                        line.cell(ACTION),
                        outcome.kind().word(),
                        why == null ? null : why.code(),
                        why == null ? null : why.message(),
                        link == null ? null : link.url(),
                        link == null ? null : Moment.ofSeconds(link.expiresAtEpochSeconds())));
    }

    /** A task catches whatever a transaction can fail with, at its end as well. */
    private Outcome outcome(CsvLine line) {
        Sentence fault = fault(line);
        if (fault != null) {
            return Outcome.refused(fault);
        }
        FutureTask<Result> task = new FutureTask<>(() -> KeycloakModelUtils.runJobInTransactionWithResult(
                call.session().getKeycloakSessionFactory(), session -> run(call.in(session), line)));
        task.run();
        try {
            return remembered(task.get(), line);
        } catch (ExecutionException e) {
            return failure(line, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.failed();
        }
    }

    /** Once it is committed. */
    private Outcome remembered(Result result, CsvLine line) {
        if (result.done() != null && result.outcome().holds()) {
            done.put(result.done(), line.number());
        }
        return result.outcome();
    }

    /** What can be seen without looking up anything; null if nothing is wrong. */
    private static @Nullable Sentence fault(CsvLine line) {
        if (line.fault() != null) {
            return line.fault().with();
        }
        if (line.cells().size() > BulkList.columns()) {
            return LineFault.TOO_MANY_CELLS.with(BulkList.columns());
        }
        if (line.cells().stream().anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            return LineFault.NUL_IN_LINE.with(); // databases reject it
        }
        if (line.cell(USER).isEmpty()) {
            return LineFault.NO_USER.with();
        }
        return BulkAction.of(line.cell(ACTION)).isPresent() ? null : LineFault.UNKNOWN_ACTION.with(BulkAction.words());
    }

    private Result run(AdminCall ofLine, CsvLine line) {
        ofLine.caller().requireManageUsers();
        Collection<UserModel> users = new UserLookup(ofLine).named(FormulaGuard.unguarded(line.cell(USER)));
        if (users.size() != 1) {
            return Result.of(Outcome.refused(
                    users.isEmpty() ? ErrorCode.USER_NOT_FOUND.with() : LineFault.AMBIGUOUS_USER.with()));
        }
        UserModel user = users.iterator().next();
        UserActions actions = UserActions.on(ofLine, user);
        BulkAction action = BulkAction.of(line.cell(ACTION)).orElseThrow();
        Done wish = new Done(user.getId(), action);
        Integer earlier = done.get(wish);
        return earlier == null
                ? new Result(action.run(actions, FormulaGuard.unguarded(line.cell(REASON))), wish)
                : Result.of(Outcome.refused(LineFault.SAME_AS_LINE.with(earlier)));
    }

    private Outcome failure(CsvLine line, @Nullable Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Outcome.refused(refusal.why());
        }
        if (cause instanceof ForbiddenException) {
            return Outcome.refused(LineFault.FORBIDDEN.with());
        }
        LOG.errorf(
                cause,
                "Line %s of a list for realm %s could not be done",
                LogText.of(Integer.toString(line.number())),
                LogText.of(call.realm().getName()));
        return Outcome.failed();
    }
}
