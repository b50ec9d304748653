// SPDX-License-Identifier: Apache-2.0
// Copyright the Keycloak MSP MFA authors
import { describe, expect, it } from "vitest";
import { openapi } from "../test/schema";
import { FIELDS, same, valueAt, withValue, type Field } from "./fields";

type Schema = { type?: string; properties?: Record<string, Schema>; minimum?: number; maximum?: number; maxLength?: number; enum?: string[]; default?: unknown; items?: Schema; $ref?: string };

const schemas = openapi.components.schemas as Record<string, Schema>;

function leaves(schema: Schema, path = ""): [string, Schema][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) => {
    const at = path ? `${path}.${name}` : name;
    return inner.properties ? leaves(inner, at) : [[at, resolved(inner)] as [string, Schema]];
  });
}

const resolved = (schema: Schema): Schema => (schema.$ref ? (schemas[schema.$ref.split("/").at(-1) ?? ""] ?? schema) : schema);

describe("the form and the API's description", () => {
  const described = new Map(leaves(schemas.Policy ?? {}));

  it("have the same fields", () => {
    expect(FIELDS.map(({ path }) => path).sort()).toEqual([...described.keys()].sort());
  });

  it.each(FIELDS.map((field) => [field.path, field] as const))("agree about %s", (path, field) => {
    const schema = described.get(path);
    // The suggested method has no default of its own there: it is the first that counts.
    if (schema?.default !== undefined) expect(same(field.byDefault, schema.default)).toBe(true);
    expect(limits(field)).toEqual({ minimum: schema?.minimum, maximum: schema?.maximum, maxLength: schema?.maxLength });
    const words = schema?.enum ?? (schema?.items && resolved(schema.items).enum);
    if (words && "options" in field.type) expect([...field.type.options].sort()).toEqual([...words].sort());
  });

  function limits({ type }: Field) {
    return { minimum: type.kind === "number" ? type.min : undefined, maximum: type.kind === "number" ? type.max : undefined, maxLength: type.kind === "text" ? type.max : undefined };
  }
});

describe("a policy", () => {
  it("says something else about one field and keeps the rest", () => {
    expect(withValue({ mode: "required", attempts: { max: 4 } }, "attempts.lockSeconds", 60)).toEqual({ mode: "required", attempts: { max: 4, lockSeconds: 60 } });
  });

  it("says nothing about a field that is taken out, and keeps no empty object", () => {
    expect(withValue({ mode: "required", attempts: { max: 4 } }, "attempts.max", undefined)).toEqual({ mode: "required" });
  });

  it("has no value where it says nothing", () => {
    expect(valueAt(null, "attempts.max")).toBeUndefined();
    expect(valueAt({}, "attempts.max")).toBeUndefined();
  });

  it("is the same in another order", () => {
    expect(same({ methods: ["sms", "totp"], mode: "off" }, { mode: "off", methods: ["totp", "sms"] })).toBe(true);
    expect(same({ mode: "off" }, {})).toBe(false);
  });
});
