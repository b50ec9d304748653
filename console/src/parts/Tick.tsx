// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Checkbox } from "@patternfly/react-core";
import { Td, Th } from "@patternfly/react-table";

// PatternFly's own select cells speak English to screen readers, and number the rows instead of naming them.
const CELL = "pf-v5-c-table__check mfa-tick";

type Props = { id: string; label: string; on: boolean; disabled?: boolean; tick: (on: boolean) => void };

/** In the head of a table: all rows of the page. */
export function TickAll({ id, label, on, disabled = false, tick }: Props) {
  return (
    <Th className={CELL} aria-label={label}>
      <Checkbox id={id} aria-label={label} isChecked={on} isDisabled={disabled} onChange={(_event, wanted) => tick(wanted)} />
    </Th>
  );
}

/** In a row. */
export function Tick({ id, label, on, disabled = false, tick }: Props) {
  return (
    <Td className={CELL}>
      <Checkbox id={id} aria-label={label} isChecked={on} isDisabled={disabled} onChange={(_event, wanted) => tick(wanted)} />
    </Td>
  );
}
