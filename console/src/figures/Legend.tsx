// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { number } from "../i18n/format";
import type { Part } from "./StackedBar";

/** What the colours of a bar mean, with the numbers. */
export function Legend({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className="mfa-legend">
      {parts.map(({ tone, count, label }) => (
        <li key={label}>
          <span className={`mfa-dot mfa-tone-${tone}`} aria-hidden />
          {label} <strong>{number(count)}</strong>
        </li>
      ))}
    </ul>
  );
}
