// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
/** What the REST API has to say, as data: the words are in a file for each language. */
@NullMarked
package io.mspmfa.core.sentences;

import org.jspecify.annotations.NullMarked;
