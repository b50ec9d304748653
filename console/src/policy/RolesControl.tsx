// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Chip, ChipGroup, MenuToggle, Select, SelectList, SelectOption, TextInputGroup, TextInputGroupMain } from "@patternfly/react-core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useRoles } from "../api/policy";
import type { ControlProps } from "./Control";
import { fieldName } from "./texts";

/** Roles by name, chosen among those that the realm has. */
export function RolesControl({ field: { path }, realm, value, change, disabled }: ControlProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const roles = useRoles(realm, search, open);
  const chosen = value as string[];
  const offered = (roles.data?.items ?? []).filter((role) => !chosen.includes(role));
  return (
    <div className="mfa-roles">
      {chosen.length > 0 && (
        <ChipGroup aria-label={fieldName(path)} numChips={8}>
          {chosen.map((role) => (
            <Chip key={role} isReadOnly={disabled} closeBtnAriaLabel={t("policy.roles.remove", { role })} onClick={() => change(chosen.filter((other) => other !== role))}>
              {role}
            </Chip>
          ))}
        </ChipGroup>
      )}
      {disabled && chosen.length === 0 && <span className="mfa-quiet">{t(path === "requiredRoles" ? "policy.roles.everybody" : "policy.roles.nobody")}</span>}
      {!disabled && (
        <Select
          isOpen={open}
          onOpenChange={setOpen}
          shouldFocusFirstItemOnOpen={false}
          isScrollable
          onSelect={(_event, role) => {
            setOpen(false);
            setSearch("");
            change([...chosen, String(role)]);
          }}
          toggle={(ref) => (
            <MenuToggle ref={ref} variant="typeahead" isExpanded={open} onClick={() => setOpen(!open)} aria-label={t("policy.roles.add")}>
              <TextInputGroup isPlain>
                <TextInputGroupMain
                  value={search}
                  aria-label={`${fieldName(path)}: ${t("policy.roles.search")}`}
                  placeholder={t("policy.roles.add")}
                  role="combobox"
                  isExpanded={open}
                  aria-controls={`${path}-roles`}
                  onClick={() => setOpen(true)}
                  onChange={(_event, text) => {
                    setSearch(text);
                    setOpen(true);
                  }}
                />
              </TextInputGroup>
            </MenuToggle>
          )}
        >
          <SelectList id={`${path}-roles`}>
            {offered.map((role) => (
              <SelectOption key={role} value={role}>
                {role}
              </SelectOption>
            ))}
            {offered.length === 0 && <SelectOption isDisabled>{roles.isPending ? t("loading") : t("policy.roles.none")}</SelectOption>}
          </SelectList>
        </Select>
      )}
    </div>
  );
}
