// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rights } from "../../api/me";
import { csv } from "../../api/download";
import type { UsersQuery } from "../../api/types";
import { RowMenu } from "../../parts/RowMenu";
import { useExport } from "../../parts/useExport";
import { page } from "../../queries";

const ListModal = page("list", () => import("./ListModal"));

type Props = { realm: string; may: Rights; query: UsersQuery };

/** Lists in and out: the users that are shown, and what is to be done with many. */
export function UsersMenu({ realm, may, query }: Props) {
  const { t } = useTranslation();
  const [uploading, setUploading] = useState(false);
  const { running, run } = useExport(csv(`/admin/realms/${encodeURIComponent(realm)}/msp-mfa/users.csv`, query), `users-${realm}.csv`);
  const actions = [
    { label: running ? t("do.downloading") : t("do.download"), disabled: running, run: () => void run() },
    ...(may.manage ? [{ label: t("users.list.button"), run: () => setUploading(true) }] : []),
  ];
  return (
    <>
      <RowMenu label={t("users.more")} actions={actions} />
      <Suspense>{uploading && <ListModal realm={realm} close={() => setUploading(false)} />}</Suspense>
    </>
  );
}
