// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.bulk;

import io.mspmfa.providers.admin.call.AdminCall;
import io.mspmfa.providers.admin.call.CsvAnswer;
import io.mspmfa.providers.admin.call.RequestBody;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;

/** Changes for a list of users. */
public final class BulkResource {
    private final AdminCall call;

    public BulkResource(AdminCall call) {
        this.call = call;
    }

    /**
     * Does what each line says, in order, and answers with a line for each as soon as it is done. Nothing is done if the
     * list as a whole can't be read. If the client no longer listens, the lines that follow are not done.
     */
    @POST
    public Response run(InputStream body) {
        call.caller().requireManageUsers();
        call.requireNoQuery();
        BulkList list = BulkList.read(RequestBody.csv(call.session(), body, BulkList.MAX_BYTES));
        return CsvAnswer.withSentences(call, "msp-mfa-bulk", out -> new BulkRun(call, list).write(out));
    }
}
