// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { useEffect, useState } from "react";

const TICK = 1000;

/** Seconds until a moment, by the clock and not by counting: a tab in the background is not woken every second. */
export function useCountdown(until: string): { left: number; whole: number } {
  const seconds = () => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000));
  const [whole] = useState(() => Math.max(1, seconds()));
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / 1000))), TICK);
    return () => clearInterval(timer);
  }, [until]);
  return { left, whole };
}
