// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
package io.mspmfa.authenticators.selfservice;

import io.mspmfa.authenticators.conversation.StepContext;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * How a task goes back to the self-service page.
 *
 * @param done when it is done
 * @param back when the user has changed their mind
 * @param refused when it can't be done, with the message key of the reason
 */
record Exits(Consumer<StepContext> done, Consumer<StepContext> back, BiConsumer<StepContext, String> refused) {}
