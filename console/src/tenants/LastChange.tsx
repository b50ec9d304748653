// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { sayDeed } from "../activity/deeds";
import type { Tenant } from "../api/types";
import { ago, time } from "../i18n/format";

type Props = { tenant: Pick<Tenant, "lastChange" | "lastChangeAt" | "lastChangeBy"> };

/** Who changed a policy of the tenant last, and when. */
export function LastChange({ tenant: { lastChange, lastChangeAt, lastChangeBy } }: Props) {
  if (lastChange === null || lastChangeAt === null) return null;
  return (
    <>
      <time dateTime={lastChangeAt} title={`${sayDeed({ what: lastChange })}, ${time(lastChangeAt)}`}>
        {ago(lastChangeAt)}
      </time>
      {lastChangeBy !== null && <bdi className="mfa-second">{lastChangeBy}</bdi>}
    </>
  );
}
