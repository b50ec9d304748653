// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Page, Tenant } from "../api/types";
import { MODES, type Me } from "../api/types";
import { Choice } from "../parts/Choice";
import { Find } from "../parts/Find";
import { Pager } from "../parts/Pager";
import type { Pages } from "../parts/pages";
import { STATUSES, type TenantFilters } from "./filters";
import type { ChosenTenants } from "./TenantsTable";

type Props = {
  me: Me;
  filters: TenantFilters;
  pages: Pages;
  tenants: Page<Tenant> | undefined;
  size: number;
  chosen: ChosenTenants;
  choose: (chosen: ChosenTenants) => void;
  enforce: () => void;
};

export function TenantsToolbar({ me, filters, pages, tenants, size, chosen, choose, enforce }: Props) {
  const { t } = useTranslation();
  return (
    <Toolbar usePageInsets className="mfa-toolbar">
      <ToolbarContent>
        <ToolbarItem variant="search-filter">
          <Find label={t("tenants.search")} value={filters.search} search={(search) => filters.set({ search })} />
        </ToolbarItem>
        <ToolbarGroup>
          <ToolbarItem>
            <Choice
              label={t("tenants.filter.mode")}
              value={filters.mode ?? "any"}
              options={[{ value: "any", label: t("tenants.filter.anyMode") }, ...MODES.map((value) => ({ value, label: t(`mode.${value}`) }))]}
              choose={(mode) => filters.set({ mode: mode === "any" ? "" : mode })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <Choice
              label={t("tenants.filter.status")}
              value={filters.status ?? "any"}
              options={[{ value: "any", label: t("tenants.filter.anyStatus") }, ...STATUSES.map((value) => ({ value, label: t(`tenants.filter.${value}`) }))]}
              choose={(status) => filters.set({ status: status === "any" ? "" : status })}
            />
          </ToolbarItem>
        </ToolbarGroup>
        {me.may.includes("floor") && (
          <ToolbarItem>
            <Button isDisabled={chosen.size === 0} onClick={enforce}>
              {chosen.size === 0 ? t("tenants.enforce.action") : t("tenants.enforce.actionCount", { count: chosen.size })}
            </Button>
          </ToolbarItem>
        )}
        {chosen.size > 0 && (
          <ToolbarItem alignSelf="center">
            <Button variant="link" isInline onClick={() => choose(new Map())}>
              {t("select.none")}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem variant="pagination">
          <Pager pages={pages} size={size} shown={tenants?.items.length ?? 0} next={tenants?.next ?? null} total={tenants?.total} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
