// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** Many changes of users at once, from a list in CSV (X15). */
@NullMarked
package io.mspmfa.providers.admin.bulk;

import org.jspecify.annotations.NullMarked;
