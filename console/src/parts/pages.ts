// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useState } from "react";

export type Pages = {
  after: string | undefined;
  page: number;
  next: (cursor: string) => void;
  previous: () => void;
};

/** The way through a list by cursors. It starts again whenever `of` (filters, order) changes. */
export function usePages(of: string): Pages {
  const [way, setWay] = useState<{ of: string; cursors: string[] }>({ of, cursors: [] });
  const cursors = way.of === of ? way.cursors : [];
  return {
    after: cursors.at(-1),
    page: cursors.length,
    next: (cursor) => setWay({ of, cursors: [...cursors, cursor] }),
    previous: () => setWay({ of, cursors: cursors.slice(0, -1) }),
  };
}
