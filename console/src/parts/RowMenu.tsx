// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Dropdown, DropdownItem, DropdownList, MenuToggle } from "@patternfly/react-core";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon";
import { useState, type ReactNode } from "react";

export type MenuAction = { label: string; run: () => void; danger?: boolean; disabled?: boolean; why?: string };

type Props = { label: string; actions: readonly MenuAction[]; text?: ReactNode; disabled?: boolean };

/** The actions of one row behind three dots, or of several rows behind a word. */
export function RowMenu({ label, actions, text, disabled = false }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dropdown
      isOpen={open}
      onOpenChange={setOpen}
      onSelect={() => setOpen(false)}
      popperProps={{ position: text ? "start" : "end" }}
      toggle={(ref) => (
        <MenuToggle ref={ref} variant={text ? "default" : "plain"} isExpanded={open} isDisabled={disabled} aria-label={label} onClick={() => setOpen(!open)}>
          {text ?? <EllipsisVIcon />}
        </MenuToggle>
      )}
    >
      <DropdownList>
        {actions.map(({ label: name, run, danger, disabled: off, why }) => (
          <DropdownItem key={name} onClick={run} isDanger={danger ?? false} isDisabled={off ?? false} {...(why && { description: why })}>
            {name}
          </DropdownItem>
        ))}
      </DropdownList>
    </Dropdown>
  );
}
