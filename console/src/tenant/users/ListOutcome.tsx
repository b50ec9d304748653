// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import { Tally } from "../../figures/Tally";
import { records } from "../../work/csv";

// The file has them all.
const MOST = 200;

/** What became of a list: how many lines of each kind, and those that were not done. */
export function ListOutcome({ result }: { result: string }) {
  const { t } = useTranslation();
  const lines = records(result);
  const of = (kind: string) => lines.filter((line) => line.result === kind);
  const undone = [...of("failed"), ...of("refused")];
  return (
    <>
      <div role="status">
        <ul className="mfa-tallies">
          <Tally count={of("done").length} text={t("users.list.done")} />
          {of("unchanged").length > 0 && <Tally count={of("unchanged").length} text={t("users.list.unchanged")} />}
          {undone.length > 0 && <Tally count={undone.length} tone="bad" text={t("users.list.undone")} />}
        </ul>
      </div>
      {undone.length > 0 && (
        // A list that scrolls must be reachable by keyboard.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className="mfa-results" aria-label={t("users.list.undone")} tabIndex={0}>
          {undone.slice(0, MOST).map((line) => (
            <li key={line.line}>
              <span>
                {line.line}: <bdi>{line.user}</bdi>
              </span>
              <span className="mfa-bad">{line.message ?? line.code ?? t("users.list.failed")}</span>
            </li>
          ))}
        </ul>
      )}
      <p className="mfa-quiet mfa-gap-top">{t("users.list.secret")}</p>
    </>
  );
}
