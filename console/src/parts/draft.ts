// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useCallback, useState } from "react";

const PREFIX = "msp-mfa-console.form.";

/**
 * What is typed into a form, kept until it is saved or dropped: a lost session leads to the login and back, and the
 * form must survive that. Only for values that anyone may see; never for tokens or links.
 */
export function useDraft<T>(key: string, initial: T) {
  const [value, setValue] = useState<T>(() => stored(key) ?? initial);
  const [restored] = useState(() => stored(key) !== undefined);
  const set = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.setItem(PREFIX + key, JSON.stringify(next));
    },
    [key],
  );
  const drop = useCallback(
    (next: T) => {
      setValue(next);
      sessionStorage.removeItem(PREFIX + key);
    },
    [key],
  );
  return { value, set, drop, restored };

  function stored(name: string): T | undefined {
    const text = sessionStorage.getItem(PREFIX + name);
    try {
      return text === null ? undefined : (JSON.parse(text) as T);
    } catch {
      return undefined;
    }
  }
}
