// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button, Label } from "@patternfly/react-core";
import { Table, Tbody, Td, Th, Thead, Tr, type ThProps } from "@patternfly/react-table";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import type { Rights } from "../../api/me";
import { ago, number, time } from "../../i18n/format";
import { SkeletonRows } from "../../parts/SkeletonRows";
import { Tick, TickAll } from "../../parts/Tick";
import type { useFilters } from "./filters";
import { FEW_CODES } from "./state";
import { StateText } from "./StateText";

export type Chosen = ReadonlyMap<string, User>;

/** The button that opens a user, which gets the focus back. */
export const rowId = (id: string) => `user-${id}`;

type Props = { users: readonly User[] | undefined; filters: ReturnType<typeof useFilters>; may: Rights; chosen: Chosen; choose: (chosen: Chosen) => void };

export function UsersTable({ users, filters, may, chosen, choose }: Props) {
  const { t } = useTranslation();
  const columns = ["username", "lastChallengeAt"] as const;
  const sort = (index: 0 | 1): NonNullable<ThProps["sort"]> => ({
    columnIndex: index,
    sortBy: { index: columns.indexOf(filters.sort), direction: filters.order },
    onSort: (_event, _index, direction) => filters.set({ sort: columns[index], order: direction }),
  });
  const all = users !== undefined && users.length > 0 && users.every(({ id }) => chosen.has(id));

  function pick(rows: readonly User[], on: boolean) {
    const next = new Map(chosen);
    for (const user of rows) {
      if (on) next.set(user.id, user);
      else next.delete(user.id);
    }
    choose(next);
  }
  return (
    <Table aria-label={t("users.title")} variant="compact">
      <Thead>
        <Tr>
          {may.manage && <TickAll id="all-users" label={t("select.page")} on={all} disabled={users === undefined} tick={(on) => users && pick(users, on)} />}
          <Th width={30} sort={sort(0)}>{t("users.column.user")}</Th>
          <Th>{t("users.column.state")}</Th>
          <Th>{t("users.column.method")}</Th>
          <Th className="mfa-num mfa-roomy" modifier="wrap">{t("users.column.codes")}</Th>
          <Th className="mfa-num mfa-roomy" modifier="wrap">{t("users.column.devices")}</Th>
          <Th sort={sort(1)}>{t("users.column.asked")}</Th>
        </Tr>
      </Thead>
      {users === undefined ? (
        <SkeletonRows columns={may.manage ? 7 : 6} />
      ) : (
        <Tbody>
          {users.map((user) => (
            <Tr key={user.id} isRowSelected={user.id === filters.user} className={chosen.has(user.id) ? "mfa-chosen" : ""}>
              {may.manage && <Tick id={`tick-${user.id}`} label={t("select.row", { name: user.username })} on={chosen.has(user.id)} tick={(on) => pick([user], on)} />}
              <Td dataLabel={t("users.column.user")}>
                <div>
                  <Button id={rowId(user.id)} variant="link" isInline className="mfa-name" onClick={() => filters.set({ user: user.id })} aria-expanded={user.id === filters.user}>
                    <bdi>{user.username}</bdi>
                  </Button>
                  {user.isAdmin && <Label isCompact className="mfa-gap-start">{t("users.admin")}</Label>}
                  {user.email && <bdi className="mfa-second">{user.email}</bdi>}
                </div>
              </Td>
              <Td dataLabel={t("users.column.state")}>
                <StateText user={user} />
              </Td>
              <Td dataLabel={t("users.column.method")}>
                {user.methods.length > 0 ? user.methods.map((method) => t(`methodShort.${method}`)).join(", ") : <span className="mfa-quiet">{t("users.noMethod")}</span>}
              </Td>
              <Td dataLabel={t("users.column.codes")} className="mfa-num mfa-roomy">
                <Codes left={user.backupCodesRemaining} />
              </Td>
              <Td dataLabel={t("users.column.devices")} className="mfa-num mfa-roomy">
                {user.deviceCount > 0 ? number(user.deviceCount) : <span className="mfa-quiet">–</span>}
              </Td>
              <Td dataLabel={t("users.column.asked")}>
                {user.lastChallengeAt ? <time dateTime={user.lastChallengeAt} title={time(user.lastChallengeAt)}>{ago(user.lastChallengeAt)}</time> : <span className="mfa-quiet">{t("users.never")}</span>}
              </Td>
            </Tr>
          ))}
        </Tbody>
      )}
    </Table>
  );
}

function Codes({ left }: { left: number | null }) {
  if (left === null) return <span className="mfa-quiet">–</span>;
  return <span className={left < FEW_CODES ? "mfa-bad" : ""}>{number(left)}</span>;
}
