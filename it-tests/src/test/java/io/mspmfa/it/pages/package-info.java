// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** The pages as people see them. Locators occur only here; each constructor asserts that its page is shown. */
@NullMarked
package io.mspmfa.it.pages;

import org.jspecify.annotations.NullMarked;
