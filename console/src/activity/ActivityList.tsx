// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card } from "@patternfly/react-core";
import { useState } from "react";
import { useActivity, useTenantsActivity } from "../api/activity";
import { ActivityTable } from "./ActivityTable";
import { CheckRecord } from "./CheckRecord";
import { Whose } from "./Whose";

const PAGE = 50;

/** The record of a realm. */
export function ActivityList({ realm }: { realm: string }) {
  const [byAdministrators, show] = useState(false);
  const activity = useActivity(realm, { byAdministrators, max: PAGE });
  return (
    <Card className="mfa-list">
      <CheckRecord realm={realm} />
      <Whose byAdministrators={byAdministrators} show={show} />
      <ActivityTable activity={activity} />
    </Card>
  );
}

/** The records of all tenants. */
export function TenantsActivityList() {
  const [byAdministrators, show] = useState(true);
  const activity = useTenantsActivity({ byAdministrators, max: PAGE });
  return (
    <Card className="mfa-list">
      <Whose byAdministrators={byAdministrators} show={show} />
      <ActivityTable activity={activity} tenants />
    </Card>
  );
}
