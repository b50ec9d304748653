// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { Skeleton } from "@patternfly/react-core";
import { Tbody, Td, Tr } from "@patternfly/react-table";

type Props = { columns: number; rows?: number };

/** The shape of a table while its rows are on the way. */
export function SkeletonRows({ columns, rows = 8 }: Props) {
  return (
    <Tbody aria-hidden>
      {Array.from({ length: rows }, (_row, row) => (
        <Tr key={row}>
          {Array.from({ length: columns }, (_cell, cell) => (
            <Td key={cell}>
              <Skeleton width={cell === 0 ? "80%" : "55%"} />
            </Td>
          ))}
        </Tr>
      ))}
    </Tbody>
  );
}
