// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.providers.admin.call;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list that is counted, as the REST API shows it.
 *
 * @param items in list order
 * @param total how many there are on all pages; null if the call didn't ask
 * @param next the cursor for the next page; null on the last page
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CountedPage<T>(
        List<T> items, @Nullable Long total, @Nullable String next) {
    public CountedPage {
        items = List.copyOf(items);
    }
}
