// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { ReactNode } from "react";
import { number } from "../i18n/format";

type Props = { count: number; text: string; more?: ReactNode; tone?: "plain" | "soon" | "bad"; action?: ReactNode };

/** A number, what it counts, and what to do about it. */
export function Tally({ count, text, more, tone = "plain", action }: Props) {
  return (
    <li className="mfa-tally">
      <span className={`mfa-tally-count mfa-tally-${tone}`}>{number(count)}</span>
      <span className="mfa-tally-text">
        {text}
        {more !== undefined && <small>{more}</small>}
      </span>
      {action}
    </li>
  );
}
