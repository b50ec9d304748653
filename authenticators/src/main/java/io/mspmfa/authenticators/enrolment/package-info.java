// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The wizard in which a factor is set up, page by page, with the backup codes. */
@NullMarked
package io.mspmfa.authenticators.enrolment;

import org.jspecify.annotations.NullMarked;
