// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import CheckCircleIcon from "@patternfly/react-icons/dist/esm/icons/check-circle-icon";
import ExclamationCircleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon";
import PendingIcon from "@patternfly/react-icons/dist/esm/icons/pending-icon";
import { useTranslation } from "react-i18next";
import { useSay } from "../parts/say";
import type { Outcome } from "./run";

type Props = { label: string; names: readonly string[]; outcomes: readonly Outcome[] };

/** What became of each item; failures first, since they are what one looks for. */
export function Results({ label, names, outcomes }: Props) {
  const { t } = useTranslation();
  const say = useSay();
  const rank = { failed: 0, waiting: 1, done: 2 };
  const lines = outcomes.map((outcome, index) => ({ name: names[index] ?? "", outcome })).sort((a, b) => rank[a.outcome.state] - rank[b.outcome.state]);
  return (
    // A list that scrolls must be reachable by keyboard.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ul className="mfa-results" aria-label={label} tabIndex={0}>
      {lines.map(({ name, outcome }) => (
        <li key={name}>
          <bdi>{name}</bdi>
          {outcome.state === "done" && <span className="mfa-good"><CheckCircleIcon /> {t("work.ok")}</span>}
          {outcome.state === "waiting" && <span className="mfa-quiet"><PendingIcon /> {t("work.waiting")}</span>}
          {outcome.state === "failed" && <span className="mfa-bad"><ExclamationCircleIcon /> {say(outcome.problem)}</span>}
        </li>
      ))}
    </ul>
  );
}
