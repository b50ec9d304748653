// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { ReactNode } from "react";

type Props = { title: string; action?: ReactNode; children: ReactNode };

/** A part of what there is to say about a user. */
export function Section({ title, action, children }: Props) {
  return (
    <section className="mfa-section">
      <header>
        <h3>{title}</h3>
        {action}
      </header>
      {children}
    </section>
  );
}
