// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useTranslation } from "react-i18next";
import { sayDeed } from "../../activity/deeds";
import { useActivity } from "../../api/activity";
import { time } from "../../i18n/format";
import { Section } from "./Section";

const FEW = 5;

/** What was done to the user last. Left out where the server keeps no record. */
export function Lately({ realm, user }: { realm: string; user: string }) {
  const { t } = useTranslation();
  const activity = useActivity(realm, { user, max: FEW });
  if (!activity.data) return null;
  const deeds = activity.data.pages.flatMap(({ lines }) => lines.map(({ deed }) => deed));
  return (
    <Section title={t("users.drawer.lately")}>
      {deeds.length === 0 && <p className="mfa-quiet">{t("users.drawer.nothingLately")}</p>}
      <ul className="mfa-lately">
        {deeds.map((deed) => (
          <li key={deed.seq}>
            <time dateTime={deed.at}>{time(deed.at)}</time>
            <span>
              {sayDeed(deed)}
              {deed.by && <small><bdi>{deed.by.username}</bdi></small>}
              {deed.reason && <small><bdi>{deed.reason}</bdi></small>}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
