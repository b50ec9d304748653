// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import { useTranslation } from "react-i18next";
import type { Page, User } from "../../api/types";
import type { Rights } from "../../api/me";
import { METHODS } from "../../api/types";
import { Choice } from "../../parts/Choice";
import { Find } from "../../parts/Find";
import { Pager } from "../../parts/Pager";
import type { Pages } from "../../parts/pages";
import { UsersBulk } from "./UsersBulk";
import { UsersMenu } from "./UsersMenu";
import { STATES, type StateFilter, type useFilters } from "./filters";
import type { Chosen } from "./UsersTable";

type Props = {
  realm: string;
  may: Rights;
  filters: ReturnType<typeof useFilters>;
  pages: Pages;
  users: Page<User> | undefined;
  total: number | null | undefined;
  size: number;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
};

export function UsersToolbar({ realm, may, filters, pages, users, total, size, chosen, choose }: Props) {
  const { t } = useTranslation();
  const none = new Map<string, User>();
  return (
    <Toolbar usePageInsets className="mfa-toolbar">
      <ToolbarContent>
        <ToolbarItem variant="search-filter">
          <Find label={t("users.search")} value={filters.search} search={(search) => filters.set({ search })} />
        </ToolbarItem>
        <ToolbarGroup>
          <ToolbarItem>
            <Choice<StateFilter>
              label={t("users.state.label")}
              value={filters.state}
              options={STATES.map((value) => ({ value, label: t(`users.state.${value}`) }))}
              choose={(state) => filters.set({ state: state === "all" ? "" : state })}
            />
          </ToolbarItem>
          <ToolbarItem>
            <Choice
              label={t("users.filter.method")}
              value={filters.method ?? "any"}
              options={[{ value: "any", label: t("users.filter.anyMethod") }, ...METHODS.map((value) => ({ value, label: t(`method.${value}`) }))]}
              choose={(method) => filters.set({ method: method === "any" ? "" : method })}
            />
          </ToolbarItem>
        </ToolbarGroup>
        {may.manage && (
          <ToolbarItem>
            <UsersBulk realm={realm} chosen={[...chosen.values()]} over={() => choose(none)} />
          </ToolbarItem>
        )}
        {chosen.size > 0 && (
          <ToolbarItem alignSelf="center">
            <span role="status" className="mfa-gap-end">
              {t("select.count", { count: chosen.size })}
            </span>
            <Button variant="link" isInline onClick={() => choose(none)}>
              {t("select.none")}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem variant="pagination">
          <Pager pages={pages} size={size} shown={users?.items.length ?? 0} next={users?.next ?? null} total={total} />
        </ToolbarItem>
        <ToolbarItem>
          <UsersMenu realm={realm} may={may} query={filters.query} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}
