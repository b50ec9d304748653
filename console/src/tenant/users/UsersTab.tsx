// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Card, Drawer, DrawerContent, DrawerContentBody } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rights } from "../../api/me";
import type { User } from "../../api/types";
import { PAGE, useUsers } from "../../api/users";
import { Failed } from "../../parts/Failed";
import { Nothing } from "../../parts/Nothing";
import { usePages } from "../../parts/pages";
import { PersonPanel } from "../person/PersonPanel";
import { useFilters } from "./filters";
import { rowId, UsersTable } from "./UsersTable";
import { UsersToolbar } from "./UsersToolbar";

type Props = { realm: string; may: Rights; reseller: boolean; managed: boolean };

/** The users of a realm, and one of them beside the list. */
export function UsersTab({ realm, may, reseller, managed }: Props) {
  const { t } = useTranslation();
  const filters = useFilters();
  const pages = usePages(JSON.stringify(filters.query));
  // Counting reads the whole realm, so only the first page asks for it.
  const first = useUsers(realm, { ...filters.query, total: true });
  const users = useUsers(realm, pages.after === undefined ? { ...filters.query, total: true } : { ...filters.query, after: pages.after });
  const [chosen, setChosen] = useState<ReadonlyMap<string, User>>(new Map());
  const filtered = Object.keys(filters.query).some((name) => !["sort", "order"].includes(name));
  const clear = () => filters.set({ search: "", state: "", method: "" });
  function close() {
    filters.set({ user: "" });
    document.getElementById(rowId(filters.user))?.focus();
  }
  const panel = filters.user && <PersonPanel key={filters.user} realm={realm} id={filters.user} may={may} reseller={reseller} managed={managed} close={close} />;
  return (
    <Card className="mfa-list">
      <Drawer isExpanded={filters.user !== ""} isInline>
        <DrawerContent panelContent={panel}>
          <DrawerContentBody>
            <UsersToolbar realm={realm} may={may} filters={filters} pages={pages} users={users.data} total={first.data?.total} size={PAGE} chosen={chosen} choose={setChosen} />
            {users.error ? (
              <Failed problem={users.error} retry={() => void users.refetch()} />
            ) : users.data?.items.length === 0 ? (
              filtered ? (
                <Nothing title={t("users.empty")} help={t("users.emptyHelp")} action={{ label: t("do.clearFilters"), run: clear }} />
              ) : (
                <Nothing title={t("users.noUsers")} help={t("users.noUsersHelp")} />
              )
            ) : (
              <UsersTable users={users.data?.items} filters={filters} may={may} chosen={chosen} choose={setChosen} />
            )}
          </DrawerContentBody>
        </DrawerContent>
      </Drawer>
    </Card>
  );
}
