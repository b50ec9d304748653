// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What mails need from the request that caused them, since they are written later, without one. */
@NullMarked
package io.mspmfa.providers.mails;

import org.jspecify.annotations.NullMarked;
