// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Alert, Button } from "@patternfly/react-core";
import UnlockIcon from "@patternfly/react-icons/dist/esm/icons/unlock-icon";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { UserDetail } from "../../api/types";
import { unlock } from "../../api/users";
import { useSay } from "../../parts/say";
import { useCall } from "../../parts/useCall";

type Props = { realm: string; user: UserDetail; changed: () => Promise<void> };

/** For someone who entered wrong codes and still has the phone. Nothing is lost by it, so it doesn't ask. */
export function Unlock({ realm, user, changed }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const [done, setDone] = useState(false);
  const { running, problem, run } = useCall(async () => {
    await unlock(realm, user.id);
    setDone(true);
    await changed();
  });
  return (
    <>
      {user.locked && (
        <Button variant="secondary" icon={<UnlockIcon />} isDisabled={running} isLoading={running} onClick={() => void run()}>
          {t("users.unlock.action")}
        </Button>
      )}
      {done && !user.locked && <Alert component="p" isInline isLiveRegion variant="success" title={t("users.unlock.done", { name: user.username })} />}
      {problem !== null && <Alert component="p" isInline variant="danger" title={say(problem)} />}
    </>
  );
}
