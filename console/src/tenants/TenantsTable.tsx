// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr, type ThProps } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router-dom";
import type { Me, Tenant } from "../api/types";
import { ModeLabel } from "../figures/ModeLabel";
import { number } from "../i18n/format";
import { RowMenu } from "../parts/RowMenu";
import { ours } from "../parts/say";
import { SkeletonRows } from "../parts/SkeletonRows";
import { TenantLink } from "../parts/TenantLink";
import { Tick, TickAll } from "../parts/Tick";
import { SORTS, type SortName, type TenantFilters } from "./filters";
import { LastChange } from "./LastChange";
import { Share } from "./Share";
import { StatusText } from "./StatusText";

// Everything else matters more where there is little room.
const WIDE: NonNullable<ThProps["visibility"]> = ["hidden", "visibleOn2Xl"];

export type ChosenTenants = ReadonlyMap<string, Tenant>;

type Props = {
  tenants: readonly Tenant[] | undefined;
  me: Me;
  filters: TenantFilters;
  chosen: ChosenTenants;
  choose: (chosen: ChosenTenants) => void;
  enforce: (tenant: Tenant) => void;
};

export function TenantsTable({ tenants, me, filters, chosen, choose, enforce }: Props) {
  const { t } = useTranslation();
  const go = useNavigate();
  const maySelect = me.may.includes("floor");
  const sort = (name: SortName): NonNullable<ThProps["sort"]> => ({
    columnIndex: SORTS.indexOf(name),
    sortBy: { index: SORTS.indexOf(filters.sort), direction: filters.order, defaultDirection: name === "adminsWithoutMfa" ? "desc" : "asc" },
    onSort: (_event, _index, direction) => filters.set({ sort: name, order: direction }),
  });
  const selectable = (tenants ?? []).filter(({ may }) => may === "manage");
  const all = selectable.length > 0 && selectable.every(({ realm }) => chosen.has(realm));

  function pick(rows: readonly Tenant[], on: boolean) {
    const next = new Map(chosen);
    for (const tenant of rows) {
      if (on) next.set(tenant.realm, tenant);
      else next.delete(tenant.realm);
    }
    choose(next);
  }
  return (
    <Table aria-label={t("tenants.title")} variant="compact">
      <Thead>
        <Tr>
          {maySelect && <TickAll id="all-tenants" label={t("select.page")} on={all} disabled={selectable.length === 0} tick={(on) => pick(selectable, on)} />}
          <Th width={25} sort={sort("name")}>{t("tenants.column.tenant")}</Th>
          <Th sort={sort("mode")}>{t("tenants.column.mode")}</Th>
          <Th sort={sort("enrolledShare")}>{t("tenants.column.share")}</Th>
          <Th className="mfa-num" modifier="wrap">{t("tenants.column.inGrace")}</Th>
          <Th className="mfa-num" modifier="wrap" sort={sort("adminsWithoutMfa")}>{t("tenants.column.admins")}</Th>
          <Th>{t("tenants.column.status")}</Th>
          <Th visibility={WIDE}>{t("tenants.column.lastChange")}</Th>
          <Th screenReaderText={t("users.bulk.action")} />
        </Tr>
      </Thead>
      {tenants === undefined ? (
        <SkeletonRows columns={maySelect ? 9 : 8} />
      ) : (
        <Tbody>
          {tenants.map((tenant) => {
            const { realm, displayName, mode, modeSource, adminsWithoutMfa, inGrace, may } = tenant;
            const name = displayName ?? realm;
            const to = `/tenants/${encodeURIComponent(realm)}`;
            const actions = [
              { label: t("tenants.open"), run: () => void go(to) },
              { label: t("tenants.openPolicy"), run: () => void go(`${to}/policy`) },
              ...(may === "manage" ? [{ label: t("tenants.enforce.action"), run: () => enforce(tenant) }] : []),
            ];
            return (
              <Tr key={realm} className={chosen.has(realm) ? "mfa-chosen" : ""}>
                {maySelect && <Tick id={`tick-${realm}`} label={t("select.row", { name })} on={chosen.has(realm)} disabled={may !== "manage"} tick={(on) => pick([tenant], on)} />}
                <Td dataLabel={t("tenants.column.tenant")}>
                  <TenantLink tenant={tenant} className="mfa-name">
                    {may === "view" && <Label isCompact className="mfa-gap-start">{t("tenants.viewOnly")}</Label>}
                  </TenantLink>
                </Td>
                <Td dataLabel={t("tenants.column.mode")}>
                  <span className="mfa-mode"><ModeLabel mode={mode} /> {mode !== null && modeSource && <small className="mfa-quiet">{ours(`tenants.source.${modeSource}`, {})}</small>}</span>
                </Td>
                <Td dataLabel={t("tenants.column.share")}>
                  <Share tenant={tenant} />
                </Td>
                <Td dataLabel={t("tenants.column.inGrace")} className="mfa-num">{number(inGrace)}</Td>
                <Td dataLabel={t("tenants.column.admins")} className="mfa-num"><span className={adminsWithoutMfa > 0 ? "mfa-bad" : ""}>{number(adminsWithoutMfa)}</span></Td>
                <Td dataLabel={t("tenants.column.status")} className="mfa-oneline">
                  <StatusText tenant={tenant} />
                </Td>
                <Td dataLabel={t("tenants.column.lastChange")} visibility={WIDE}>
                  <LastChange tenant={tenant} />
                </Td>
                <Td isActionCell>
                  <RowMenu label={t("actionsOf", { name })} actions={actions} />
                </Td>
              </Tr>
            );
          })}
        </Tbody>
      )}
    </Table>
  );
}
