// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
export type Tone = "good" | "soon" | "bad" | "calm" | "rest";
export type Part = { tone: Tone; count: number; label: string };

type Props = { parts: readonly Part[]; label: string; thin?: boolean };

/** Shares of a whole. The label says to screen readers what the colours show. */
export function StackedBar({ parts, label, thin = false }: Props) {
  const whole = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div role="img" aria-label={label} className={thin ? "mfa-bar mfa-bar-thin" : "mfa-bar"}>
      {whole > 0 && parts.map(({ tone, count }) => count > 0 && <span key={tone} className={`mfa-tone-${tone}`} style={{ flexGrow: count }} />)}
    </div>
  );
}
