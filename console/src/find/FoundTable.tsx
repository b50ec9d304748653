// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { Link } from "react-router-dom";
import type { TenantUser } from "../api/types";
import { ago } from "../i18n/format";
import { SkeletonRows } from "../parts/SkeletonRows";
import { TenantLink } from "../parts/TenantLink";
import { StateText } from "../tenant/users/StateText";

export function FoundTable({ found }: { found: readonly TenantUser[] | undefined }) {
  const { t } = useTranslation();
  return (
    <Table aria-label={t("tenants.find.title")} variant="compact">
      <Thead>
        <Tr>
          <Th>{t("users.column.user")}</Th>
          <Th>{t("users.column.tenant")}</Th>
          <Th>{t("users.column.state")}</Th>
          <Th>{t("users.column.method")}</Th>
          <Th>{t("users.column.asked")}</Th>
        </Tr>
      </Thead>
      {found === undefined ? (
        <SkeletonRows columns={5} rows={4} />
      ) : (
        <Tbody>
          {found.map(({ realm, displayName, user }) => (
            <Tr key={`${realm}/${user.id}`}>
              <Td dataLabel={t("users.column.user")}>
                <div>
                  <Link className="mfa-name" to={`/tenants/${encodeURIComponent(realm)}/users?user=${encodeURIComponent(user.id)}`}>
                    <bdi>{user.username}</bdi>
                  </Link>
                  {user.email && <bdi className="mfa-second">{user.email}</bdi>}
                </div>
              </Td>
              <Td dataLabel={t("users.column.tenant")}>
                <TenantLink tenant={{ realm, displayName }} />
              </Td>
              <Td dataLabel={t("users.column.state")}>
                <StateText user={user} />
              </Td>
              <Td dataLabel={t("users.column.method")}>{user.methods.length > 0 ? user.methods.map((method) => t(`methodShort.${method}`)).join(", ") : <span className="mfa-quiet">{t("users.noMethod")}</span>}</Td>
              <Td dataLabel={t("users.column.asked")}>{user.lastChallengeAt ? ago(user.lastChallengeAt) : <span className="mfa-quiet">{t("users.never")}</span>}</Td>
            </Tr>
          ))}
        </Tbody>
      )}
    </Table>
  );
}
