// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { SearchInput } from "@patternfly/react-core";
import { useEffect, useState } from "react";

type Props = { label: string; value: string; search: (text: string) => void; wide?: boolean };

const PAUSE = 300;

/** Searches while one types, once one pauses. */
export function Find({ label, value, search, wide = false }: Props) {
  const [text, setText] = useState(value);
  const [given, setGiven] = useState(value);
  if (given !== value) {
    setGiven(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => search(text.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [text, value, search]);
  return (
    <SearchInput
      className={wide ? "mfa-find mfa-find-wide" : "mfa-find"}
      aria-label={label}
      placeholder={label}
      value={text}
      onChange={(_event, typed) => setText(typed.slice(0, 255))}
      onClear={() => {
        setText("");
        search("");
      }}
    />
  );
}
