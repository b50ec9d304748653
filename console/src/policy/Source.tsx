// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import UserIcon from "@patternfly/react-icons/dist/esm/icons/user-icon";
import UsersIcon from "@patternfly/react-icons/dist/esm/icons/users-icon";
import { useTranslation } from "react-i18next";
import type { Field } from "./fields";
import type { Standing } from "./standing";
import { sayValue } from "./texts";

type Props = { field: Field; standing: Standing };

/** Where the value comes from, and what the other layer says. */
export function Source({ field, standing: { source, locked, minimum, tenant } }: Props) {
  const { t } = useTranslation();
  const Icon = locked ? LockIcon : source === "here" ? UserIcon : source === "floor" || source === "floorYou" ? UsersIcon : null;
  return (
    <span className={source === "here" ? "mfa-source mfa-source-here" : "mfa-source"}>
      <span>
        {Icon && <Icon />} {t(`policy.source.${source}`)}
      </span>
      {minimum !== undefined && <small>{t("policy.source.minimum", { value: sayValue(field, minimum) })}</small>}
      {tenant !== undefined && <small>{t("policy.source.tenantHas", { value: sayValue(field, tenant) })}</small>}
    </span>
  );
}
