// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Divider, Dropdown, DropdownGroup, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import CheckIcon from "@patternfly/react-icons/dist/esm/icons/check-icon";
import UserCircleIcon from "@patternfly/react-icons/dist/esm/icons/user-circle-icon";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { nameOf } from "../api/me";
import type { Me } from "../api/types";
import { choose, language, type Language } from "../i18n";
import { signOut } from "../session";

// Each language by its own name, for those who can't read the present one.
const LANGUAGES: Record<Language, string> = { en: "English", de: "Deutsch" };

/** Who is signed in, in which language, and the way out. */
export function Account({ me }: { me: Me }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const name = nameOf(me);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: "end" }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant="plainText" isExpanded={open} onClick={() => setOpen(!open)} aria-label={t("menu.of", { name })} icon={<UserCircleIcon />}>
          <bdi className="mfa-cut">{name}</bdi>
        </MenuToggle>
      )}
    >
      <DropdownGroup label={t("menu.language")}>
        <DropdownList>
          {(Object.keys(LANGUAGES) as Language[]).map((code) => (
            <DropdownItem key={code} lang={code} icon={<span className="mfa-tick">{code === language() && <CheckIcon />}</span>} onClick={() => void choose(code)}>
              {LANGUAGES[code]}
            </DropdownItem>
          ))}
        </DropdownList>
      </DropdownGroup>
      <Divider />
      <DropdownList>
        <DropdownItem onClick={() => void signOut()}>{t("menu.signOut")}</DropdownItem>
      </DropdownList>
    </Dropdown>
  );
}
