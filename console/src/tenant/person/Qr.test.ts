// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { expect, it } from "vitest";
import { draw } from "./Qr";

it("has four modules of white on each side", () => {
  const { size, path } = draw("https://id.example/realms/acme/link");
  const corners = [...path.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => [Number(x), Number(y)] as const);
  expect(Math.min(...corners.flat())).toBe(4);
  expect(Math.max(...corners.flat())).toBe(size - 5);
});
