// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import BanIcon from "@patternfly/react-icons/dist/esm/icons/ban-icon";
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ClockIcon from "@patternfly/react-icons/dist/esm/icons/clock-icon";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon";
import MinusCircleIcon from "@patternfly/react-icons/dist/esm/icons/minus-circle-icon";
import { useTranslation } from "react-i18next";
import type { User } from "../../api/types";
import { shortDay, shortTime } from "../../i18n/format";
import { stateOf, type UserState } from "./state";

const LOOKS = {
  protected: { tone: "good", Icon: CheckCircleIcon },
  inGrace: { tone: "soon", Icon: ClockIcon },
  mustEnrol: { tone: "bad", Icon: ExclamationCircleIcon },
  locked: { tone: "bad", Icon: LockIcon },
  disabled: { tone: "quiet", Icon: BanIcon },
  none: { tone: "quiet", Icon: MinusCircleIcon },
} as const;

type Props = { user: Parameters<typeof stateOf>[0] & Pick<User, "lockedUntil"> };

export function StateText({ user }: Props) {
  const { t } = useTranslation();
  const state = stateOf(user);
  const { tone, Icon } = LOOKS[state];
  return (
    <span className={`mfa-state mfa-${tone}`}>
      <Icon /> <span>{words(state)}</span>
    </span>
  );

  function words(of: UserState): string {
    if (of === "inGrace" && user.graceEndsAt) return t("users.state.graceUntil", { day: shortDay(user.graceEndsAt) });
    if (of === "locked" && user.lockedUntil) return t("users.state.lockedUntil", { time: shortTime(user.lockedUntil) });
    return t(`users.state.${of}`);
  }
}
