// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { RowMenu } from "../../parts/RowMenu";
import { BulkModal, type BulkAction } from "./BulkModal";

type Props = { realm: string; chosen: readonly User[]; over: () => void };

/** The same for several users. */
export function UsersBulk({ realm, chosen, over }: Props) {
  const { t } = useTranslation();
  // The users at the time of the question: the selection is cleared when the run is over.
  const [asked, setAsked] = useState<{ action: BulkAction; users: readonly User[] } | null>(null);
  const item = (action: BulkAction, danger = false) => ({ label: t(`users.bulk.${action}`), danger, run: () => setAsked({ action, users: chosen }) });
  return (
    <>
      <RowMenu label={t("users.bulk.action")} text={t("users.bulk.action")} disabled={chosen.length === 0} actions={[item("require"), item("release"), item("devices"), item("reset", true)]} />
      {asked && (
        <BulkModal
          realm={realm}
          action={asked.action}
          users={asked.users}
          close={() => {
            setAsked(null);
          }}
          over={over}
        />
      )}
    </>
  );
}
