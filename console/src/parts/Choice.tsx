// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { MenuToggle, Select, SelectList, SelectOption } from "@patternfly/react-core";
import { useState } from "react";

type Option<T> = { value: T; label: string; help?: string };

type Props<T> = {
  /** Said to screen readers, and shown while nothing is chosen. */
  label: string;
  options: readonly Option<T>[];
  value: T | undefined;
  choose: (value: T) => void;
  disabled?: boolean;
  id?: string;
};

/** One of several, as a menu. */
export function Choice<T extends string>({ label, options, value, choose, disabled = false, id }: Props<T>) {
  const [open, setOpen] = useState(false);
  const current = options.find((option) => option.value === value);
  return (
    <Select
      isOpen={open}
      onOpenChange={setOpen}
      selected={value}
      onSelect={(_event, chosen) => {
        setOpen(false);
        choose(chosen as T);
      }}
      toggle={(ref) => (
        <MenuToggle ref={ref} {...(id && { id })} isExpanded={open} isDisabled={disabled} onClick={() => setOpen(!open)} aria-label={current ? `${label}: ${current.label}` : label}>
          {current?.label ?? label}
        </MenuToggle>
      )}
    >
      <SelectList>
        {options.map((option) => (
          <SelectOption key={option.value} value={option.value} {...(option.help && { description: option.help })}>
            {option.label}
          </SelectOption>
        ))}
      </SelectList>
    </Select>
  );
}
