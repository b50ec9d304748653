// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
type Props = { value: string; label: string; tone?: "plain" | "soon" | "bad" };

export function Figure({ value, label, tone = "plain" }: Props) {
  return (
    <div className="mfa-figure">
      <dt>{label}</dt>
      <dd className={`mfa-tally-${tone}`}>{value}</dd>
    </div>
  );
}
