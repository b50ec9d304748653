// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import type { ReactNode } from "react";
import { Link } from "react-router-dom";

type Props = { tenant: { realm: string; displayName: string | null }; tab?: string; className?: string; children?: ReactNode };

/** A tenant by its display name and, since several may have the same, by its realm. */
export function TenantLink({ tenant: { realm, displayName }, tab, className, children }: Props) {
  return (
    <div>
      <Link to={`/tenants/${encodeURIComponent(realm)}${tab ? `/${tab}` : ""}`} className={className}>
        <bdi>{displayName ?? realm}</bdi>
      </Link>
      {children}
      {displayName && displayName !== realm && <bdi className="mfa-second">{realm}</bdi>}
    </div>
  );
}
