// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon";
import MinusCircleIcon from "@patternfly/react-icons/dist/esm/icons/minus-circle-icon";
import { useTranslation } from "react-i18next";
import type { Tenant } from "../api/types";
import { statusOf } from "./status";

const LOOKS = {
  compliant: { tone: "good", Icon: CheckCircleIcon },
  exceptions: { tone: "soon", Icon: ExclamationTriangleIcon },
  notEnforced: { tone: "soon", Icon: ExclamationTriangleIcon },
  off: { tone: "bad", Icon: ExclamationCircleIcon },
  adminOpen: { tone: "bad", Icon: ExclamationCircleIcon },
  unreadable: { tone: "bad", Icon: ExclamationCircleIcon },
  notManaged: { tone: "quiet", Icon: MinusCircleIcon },
} as const;

export function StatusText({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const status = statusOf(tenant);
  const { tone, Icon } = LOOKS[status];
  return (
    <span className={`mfa-state mfa-${tone}`}>
      <Icon /> <span>{status === "adminOpen" ? t("tenants.status.adminOpen", { count: tenant.adminsWithoutMfa }) : t(`tenants.status.${status}`)}</span>
    </span>
  );
}
