// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { describe, expect, it } from "vitest";
import { de } from "./de";
import { en } from "./en";
import { ago, percent } from "./format";

type Tree = { [key: string]: string | Tree };

const flat = (tree: Tree, path = ""): [string, string][] => Object.entries(tree).flatMap(([key, value]) => (typeof value === "string" ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`)));

describe("German and English", () => {
  const german = new Map(flat(de));

  it("have the same texts", () => {
    expect([...german.keys()].sort()).toEqual(flat(en).map(([key]) => key).sort());
  });

  it.each(flat(en))("name the same particulars in %s", (key, text) => {
    const places = (of: string) => (of.match(/\{\{\w+\}\}/g) ?? []).sort();
    expect(places(german.get(key) ?? "")).toEqual(places(text));
  });
});

describe("numbers and moments", () => {
  it("100 % is said only if it is so", () => {
    expect(percent(1999, 2000)).toBe("99.9%");
    expect(percent(2000, 2000)).toBe("100%");
    expect(percent(0, 0)).toBe("0%");
  });

  it("a moment is said as people do", () => {
    const now = Date.parse("2026-11-29T12:00:00Z");
    expect(ago("2026-11-29T11:55:00Z", now)).toBe("5 minutes ago");
    expect(ago("2026-11-28T11:00:00Z", now)).toBe("yesterday");
    expect(ago("2026-03-04T11:00:00Z", now)).toBe("4 Mar 2026");
  });
});
