// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card, CardBody, Skeleton } from "@patternfly/react-core";

export function PolicySkeleton() {
  return (
    <div className="mfa-policy" aria-hidden>
      <Card className="mfa-policy-form">
        <CardBody>
          {Array.from({ length: 6 }, (_row, row) => (
            <div className="mfa-field" key={row}>
              <Skeleton width="70%" />
              <Skeleton width="40%" height="2rem" />
              <Skeleton width="60%" />
            </div>
          ))}
        </CardBody>
      </Card>
      <Card isCompact className="mfa-changes">
        <CardBody>
          <Skeleton height="6rem" />
        </CardBody>
      </Card>
    </div>
  );
}
