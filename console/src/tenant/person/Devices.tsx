// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Button } from "@patternfly/react-core";
import LaptopIcon from "@patternfly/react-icons/dist/esm/icons/laptop-icon";
import TimesIcon from "@patternfly/react-icons/dist/esm/icons/times-icon";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Rights } from "../../api/me";
import type { UserDetail } from "../../api/types";
import { forgetDevice, forgetDevices } from "../../api/users";
import { day } from "../../i18n/format";
import { Confirm } from "../../parts/Confirm";
import { Section } from "./Section";

type Props = { realm: string; user: UserDetail; may: Rights; changed: () => Promise<void> };

/** The devices that the user trusts, and how to forget them. */
export function Devices({ realm, user, may, changed }: Props) {
  const { t } = useTranslation();
  // A device's id, or all of them.
  const [asked, setAsked] = useState<string | null>(null);
  const device = user.devices.find(({ id }) => id === asked);
  const all = may.manage && user.devices.length > 0 && (
    <Button variant="link" isInline onClick={() => setAsked("all")}>
      {t("users.drawer.forgetAll")}
    </Button>
  );
  async function run() {
    await (device ? forgetDevice(realm, user.id, device.id) : forgetDevices(realm, user.id));
    await changed();
  }
  return (
    <Section title={t("users.drawer.devices")} action={all}>
      {user.devices.length === 0 && <p className="mfa-quiet">{t("users.drawer.noDevices")}</p>}
      <ul className="mfa-things">
        {user.devices.map(({ id, label, expiresAt }) => (
          <li key={id}>
            <LaptopIcon />
            <span>
              <bdi>{label}</bdi>
              <small>{t("users.drawer.until", { day: day(expiresAt) })}</small>
            </span>
            {may.manage && (
              <Button variant="plain" aria-label={t("users.drawer.forget", { device: label })} onClick={() => setAsked(id)}>
                <TimesIcon />
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked !== null && (
        <Confirm
          title={device ? t("users.drawer.forget", { device: device.label }) : t("users.devices.title", { name: user.username })}
          action={t("users.devices.action")}
          run={run}
          close={() => setAsked(null)}
        >
          {t("users.devices.body")}
        </Confirm>
      )}
    </Section>
  );
}
