// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Toolbar, ToolbarContent, ToolbarGroup, ToolbarItem } from "@patternfly/react-core";
import UploadIcon from "@patternfly/react-icons/dist/esm/icons/upload-icon";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Page, User } from "../../api/coming";
import type { Rights } from "../../api/me";
import { METHODS } from "../../api/types";
import { Choice } from "../../parts/Choice";
import { Export } from "../../parts/Export";
import { Find } from "../../parts/Find";
import { Pager } from "../../parts/Pager";
import type { Pages } from "../../parts/pages";
import { UsersBulk } from "./UsersBulk";
import { page } from "../../queries";
import { STATES, type StateFilter, type useFilters } from "./filters";
import type { Chosen } from "./UsersTable";

const ListModal = page("list", () => import("./ListModal"));

type Props = {
  realm: string;
  may: Rights;
  filters: ReturnType<typeof useFilters>;
  pages: Pages;
  users: Page<User> | undefined;
  size: number;
  chosen: Chosen;
  choose: (chosen: Chosen) => void;
};

export function UsersToolbar({ realm, may, filters, pages, users, size, chosen, choose }: Props) {
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
            <span role="status">{t("select.count", { count: chosen.size })}</span>{" "}
            <Button variant="link" isInline onClick={() => choose(none)}>
              {t("select.none")}
            </Button>
          </ToolbarItem>
        )}
        <ToolbarItem align={{ default: "alignRight" }}>
          {may.manage && <ListButton realm={realm} />}
          <Export path={`/admin/realms/${encodeURIComponent(realm)}/msp-mfa/users.csv`} name={`users-${realm}.csv`} plain />
        </ToolbarItem>
        <ToolbarItem variant="pagination" align={{ default: "alignLeft" }}>
          <Pager pages={pages} size={size} shown={users?.items.length ?? 0} next={users?.next ?? null} total={users?.total} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  );
}

function ListButton({ realm }: { realm: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button variant="link" icon={<UploadIcon />} onClick={() => setOpen(true)}>
        {t("users.list.button")}
      </Button>
      <Suspense>{open && <ListModal realm={realm} close={() => setOpen(false)} />}</Suspense>
    </>
  );
}
